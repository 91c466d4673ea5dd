"""Names of types: no two public types, aliases or type variables have one name."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for folder in ("bot", "knowledge", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
# Parsing all modules takes a second or two: what needs that is slow, and `.ci/run` sees to it before each release.
_VARIABLES = {"TypeVar", "ParamSpec", "TypeVarTuple"}
_MAKERS = {"NewType", "NamedTuple", "namedtuple", "TypedDict", "Enum", "IntEnum", "StrEnum"}


@cache
def module(path: Path) -> ast.Module:
    """Parse a module, once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def type_names(tree: ast.Module) -> Iterator[str]:
    """Yield the names of the types that a module makes, public and private: classes, aliases, type variables."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(name)], value=value):
                if _makes_a_type(name, value):
                    yield name
            case ast.AnnAssign(target=ast.Name(name), annotation=annotation, value=ast.expr() as value):
                if ast.unparse(annotation).endswith("TypeAlias") or _makes_a_type(name, value):
                    yield name
            case _ if type(statement).__name__ == "TypeAlias":
                # The statement `type X = …`, of Python 3.12.
                yield ast.unparse(statement).split()[1].split("[")[0]


def type_variables(tree: ast.Module) -> Iterator[str]:
    """Yield the names of the type variables that a module makes."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=ast.Call(func=function)) if _called(function) in _VARIABLES:
                yield name


def _makes_a_type(name: str, value: ast.expr) -> bool:
    """Tell whether an assignment makes a type: its name is in capitalised words, or a maker of types is called."""
    if isinstance(value, ast.Call):
        return _called(value.func) in _VARIABLES | _MAKERS
    return name.lstrip("_")[:1].isupper() and (not name.isupper() or len(name.strip("_")) == 1)


def _called(function: ast.expr) -> str:
    return ast.unparse(function).rpartition(".")[2]


@pytest.mark.slow
def test_no_two_public_types_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        for name in type_names(module(path)):
            if not name.startswith("_"):
                places.setdefault(name, []).append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


@pytest.mark.slow
def test_type_variables_are_private() -> None:
    public = [
        (str(path.relative_to(ROOT)), name)
        for path in MODULES
        for name in type_variables(module(path))
        if not name.startswith("_")
    ]
    assert public == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("class Place: ...", ["Place"]),
        ("class Outer:\n    class Inner: ...", ["Outer", "Inner"]),
        ("Place = tuple[int, int]", ["Place"]),
        ("Place: TypeAlias = tuple[int, int]", ["Place"]),
        ("Place: typing.TypeAlias = 'tuple[int, int]'", ["Place"]),
        ("Place = NewType('Place', int)", ["Place"]),
        ("Place = NamedTuple('Place', [('x', int)])", ["Place"]),
        ("Place = enum.StrEnum('Place', 'HERE THERE')", ["Place"]),
        ("Value = TypeVar('Value')", ["Value"]),
        ("_T = typing.TypeVar('_T')", ["_T"]),
        ("MOST = 3", []),
        ("MOST: Final = 3", []),
        ("place = tuple[int, int]", []),
        ("LOCK = Lock()", []),
    ],
)
def test_the_check_of_types_finds_each_kind(source: str, names: list[str]) -> None:
    assert list(type_names(ast.parse(source))) == names
