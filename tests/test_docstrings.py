"""The form of docstrings: a sentence that begins with an imperative verb or with the thing itself."""

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path.relative_to(ROOT)
    for folder in ("benchmarks", "bot", "docs", "knowledge", "tests")
    for path in (ROOT / folder).rglob("*.py")
)
# A docstring that begins so retells a question or goes on from a name, and says neither what is done nor what it is.
QUESTIONING = frozenset(
    "what whatever whether how however who whoever whom whose which whichever "
    "where wherever when whenever why if".split()
)
NEVER_FIRST = QUESTIONING | frozenset(
    "unless that than then thus so because since until while though although as than but and or not nor "
    "from of for to by with at in on into upon within without is are was were be has have had can may must".split()
)
# Words in -s with which a verb in the imperative or a thing may begin all the same.
NOT_THIRD_PERSON = frozenset(
    "address always bypass compress cross discuss dismiss express focus guess his its less pass "
    "press process progress this us access class".split()
)
# A class is a thing: its docstring does not begin with what it does.
THIRD_PERSON = frozenset(
    "asks builds checks counts decides finds gives hands handles has holds is keeps knows looks makes notes puts reads "
    "receives repairs reviews returns runs says sends shows stores takes tells turns waits weighs writes".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SECTION = re.compile(r"(\w[\w ]*):")
_ITEM = re.compile(r" {4}\*{0,2}(\w+): (.*)")
_PROPERTY = {"property", "cached_property", "setter", "deleter"}

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def documented_nodes(parent: ast.AST, prefix: str = "") -> Iterator[tuple[str, Documented]]:
    """Yield the module, and the classes, functions and methods in it, nested ones too, each with its dotted name."""
    if isinstance(parent, ast.Module):
        yield "", parent
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{prefix}{node.name}", node
            yield from documented_nodes(node, f"{prefix}{node.name}.")
        else:
            yield from documented_nodes(node, prefix)


def documented_constants(parent: ast.AST) -> Iterator[tuple[int, str, str]]:
    """Yield the constants of a module and of the classes in it that a string stands under: line, name and string."""
    statements = getattr(parent, "body", [])
    for statement, following in pairwise(statements):
        match statement, following:
            case (
                ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)),
                ast.Expr(ast.Constant(str(string))),
            ):
                yield following.lineno, name, cleandoc(string)
    for statement in statements:
        if isinstance(statement, ast.ClassDef):
            yield from documented_constants(statement)


def documented_items(docstring: str) -> Iterator[tuple[str, str]]:
    """Yield the arguments and attributes that a docstring lists, each with the first line on it."""
    section = ""
    for line in docstring.splitlines():
        if heading := _SECTION.fullmatch(line):
            section = heading[1]
        elif section in ("Args", "Attributes") and (item := _ITEM.fullmatch(line)):
            yield item[1], item[2]


def fault_of_line(line: str) -> str | None:
    """Say what is wrong with the first line of any docstring, or None."""
    words = _WORD.findall(line)
    if len(words) < 2 or not line.endswith("."):
        return "is no sentence of two words or more with a full stop"
    return f"begins with “{words[0]}”" if words[0].lower() in NEVER_FIRST else None


def fault_of_item(line: str) -> str | None:
    """Say what is wrong with the first line on an argument or attribute, or None; "Of the chat." will do there."""
    word = re.match(r"\w*", line)
    return f"begins with “{word[0]}”" if word is not None and word[0].lower() in QUESTIONING else None


def fault_of(node: Documented) -> str | None:
    """Say what is wrong with the first line of a node's docstring, or None."""
    docstring = ast.get_docstring(node)
    if docstring is None:
        return None
    line = docstring.splitlines()[0].strip()
    if (fault := fault_of_line(line)) is not None:
        return fault
    word = _WORD.findall(line)[0]
    first = word.lower()
    if _is_function(node) and first.endswith("s") and first not in NOT_THIRD_PERSON:
        return f"begins with “{word}”, not with an imperative"
    if isinstance(node, ast.ClassDef) and first in THIRD_PERSON:
        return f"begins with “{word}”, not with the thing itself"
    return None


def _is_function(node: Documented) -> bool:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    decorators = (ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list)
    return _PROPERTY.isdisjoint(decorators)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_docstrings_begin_with_an_imperative_or_the_thing_itself(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    faults = [
        f"{path}:{getattr(node, 'lineno', 1)} {name}: the docstring {fault}: {ast.get_docstring(node)!r:.90}"
        for name, node in documented_nodes(tree)
        if (fault := fault_of(node)) is not None
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_constants_arguments_and_attributes_are_named_by_what_they_are(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    faults = [
        f"{path}:{line} {name}: the string under it {fault}: {string!r:.90}"
        for line, name, string in documented_constants(tree)
        if (fault := fault_of_line(" ".join(string.partition("\n\n")[0].split()))) is not None
    ]
    faults += [
        f"{path}:{getattr(node, 'lineno', 1)} {name}, {item}: its line {fault}: {text!r:.90}"
        for name, node in documented_nodes(tree)
        for item, text in documented_items(ast.get_docstring(node) or "")
        if (fault := fault_of_item(text)) is not None
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('def f():\n    "What somebody asked."', "begins with “What”"),
        ('class C:\n    "Whether it holds."', "begins with “Whether”"),
        ('def f():\n    "Returns the entry."', "begins with “Returns”, not with an imperative"),
        ('async def f():\n    "Return the entry"', "is no sentence of two words or more with a full stop"),
        ('def f():\n    "Entry."', "is no sentence of two words or more with a full stop"),
        ('def f():\n    "Return the entry."', None),
        ('def f():\n    "Process the update."', None),
        ('@property\ndef f():\n    "Chats with updates that wait."', None),
        ('class C:\n    "Entries in order."', None),
        ('class C:\n    "Hands updates on."', "begins with “Hands”, not with the thing itself"),
        ("def f(): ...", None),
        ('"""What orders updates."""', "begins with “What”"),
        ('"""Migrations of the store."""', None),
    ],
)
def test_the_check_of_docstrings_tells_good_ones_from_bad_ones(source: str, expected: str | None) -> None:
    tree = ast.parse(source)
    faults = [fault for _, node in documented_nodes(tree) if (fault := fault_of(node)) is not None]
    assert faults == ([] if expected is None else [expected])


def test_private_and_nested_functions_are_held_to_the_form() -> None:
    tree = ast.parse("class _C:\n    def _m(self):\n        if True:\n            def inner(): ...")
    names = [name for name, _ in documented_nodes(tree)]
    assert names == ["", "_C", "_C._m", "_C._m.inner"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('MOST = 3\n"""How many there may be."""', ["begins with “How”"]),
        ('MOST: int = 3\n"""Bytes."""', ["is no sentence of two words or more with a full stop"]),
        ('MOST = 3\n"""The most bytes of a file,\nlinks among them."""', []),
        ('class E:\n    ONE = 1\n    """What comes first."""', ["begins with “What”"]),
        ("MOST = 3", []),
    ],
)
def test_strings_under_constants_are_held_to_the_form(source: str, expected: list[str]) -> None:
    strings = [string.replace("\n", " ") for _, _, string in documented_constants(ast.parse(source))]
    assert [fault for string in strings if (fault := fault_of_line(string)) is not None] == expected


def test_lines_on_arguments_and_attributes_are_held_to_the_form() -> None:
    docstring = "Send.\n\nArgs:\n    x: Where.\n    **y: Of the chat,\n        if it has one.\n\nRaises:\n    E: If so."
    items = list(documented_items(docstring))
    assert items == [("x", "Where."), ("y", "Of the chat,")]
    assert [fault_of_item(text) for _, text in items] == ["begins with “Where”", None]
