"""`selon export`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.printable import one_line
from bot.settings import read_settings
from bot.store.database import read_only, sqlite_path
from bot.store.taught import TaughtVariant, taught_variants
from knowledge.files import add_variants, load_library
from knowledge.library import Library
from knowledge.matcher import Variant
from knowledge.teaching import Collision, Unusable, unusable, usable


def run(folder: Path | None, *, dry_run: bool) -> int:
    """Write all that can be written; the exit status is 0, also where that is nothing."""
    settings = read_settings()
    root = folder or settings.knowledge_dir
    with read_only(sqlite_path(settings.database_url)) as connection:
        taught = taught_variants(connection)
    library = load_library(root)
    for variant, reason in _left_out(library, taught):
        print(f"Left out: “{variant.text}” ({variant.language}): {reason}")
    written = add_variants(root, _additions(library, taught), dry_run=dry_run)
    for path, variants in written:
        print(f"{path}: {_counted(variants)}")
        for variant in variants:
            print(f"  {variant.entry_id or 'out of scope'}: {variant.text}")
    if not written:
        print("There is nothing to export: the files have all that was taught.")
    elif dry_run:
        print("Nothing was written: this was a dry run.")
    else:
        print("Look them over (git diff), and commit them.")
    return 0


def _additions(library: Library, taught: Sequence[TaughtVariant]) -> dict[str, list[Variant]]:
    """Return the variants that the files do not have yet, by the slug of their article."""
    articles = {_variant(each): each.article for each in reversed(taught)}
    additions: dict[str, list[Variant]] = {}
    for variant in usable(library, [_variant(each) for each in taught if _has_place(library, each)]):
        entry = library.entries[variant.entry_id] if variant.entry_id is not None else None
        additions.setdefault(entry.article if entry else articles[variant], []).append(variant)
    return additions


def _left_out(library: Library, taught: Sequence[TaughtVariant]) -> list[tuple[Variant, str]]:
    """Return the variants that cannot be written, with the reason."""
    homeless = [_variant(each) for each in taught if not _has_place(library, each)]
    others = [_variant(each) for each in taught if _has_place(library, each)]
    return [
        *((variant, "its article is not there, or not in this language.") for variant in homeless),
        *((variant, _reason(refusal)) for variant, refusal in unusable(library, others)),
    ]


def _has_place(library: Library, taught: TaughtVariant) -> bool:
    """Tell whether an article has a file for a taught variant; an entry's is wherever the entry is."""
    return taught.entry_id is not None or any(
        article.slug == taught.article and taught.language in article.served for article in library.articles
    )


def _variant(taught: TaughtVariant) -> Variant:
    """Return a taught variant as it is written: an earlier version may have kept what commands a terminal."""
    return Variant(taught.entry_id, taught.language, one_line(taught.text))


def _reason(refusal: Unusable | Collision) -> str:
    match refusal:
        case Collision(entry_id=None):
            return "the files have it among the out-of-scope examples."
        case Collision(entry_id=entry_id):
            return f"the files have it as a variant of {entry_id}."
        case Unusable():
            return "it holds no word, or its entry is gone or not served in this language."


def _counted(variants: Sequence[Variant]) -> str:
    out_of_scope = sum(variant.entry_id is None for variant in variants)
    counts = [(len(variants) - out_of_scope, "variant"), (out_of_scope, "out-of-scope example")]
    return ", ".join(f"{count} {what}{'s' if count > 1 else ''}" for count, what in counts if count)
