"""`selon export`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.cli.articles import open_library
from bot.printable import one_line
from bot.settings import read_settings
from bot.store.database import open_read_only, sqlite_path
from bot.store.taught_variants import taught_variants
from knowledge.article_variant import ArticleVariant
from knowledge.files import add_variants
from knowledge.library import Library
from knowledge.matcher import Variant
from knowledge.teaching import UnusableVariant, VariantCollision, unusable_variants, usable_variants


def run(folder: Path | None, *, dry_run: bool) -> int:
    """Write all taught variants that can be written; the exit status is 0, also if there are none.

    An article that does not hold is left as it is, and holds up no other.
    """
    settings = read_settings()
    root = folder or settings.knowledge_dir
    with open_read_only(sqlite_path(settings.database_url)) as connection:
        taught = taught_variants(connection)
    library = open_library(settings, folder=root)
    for refused, reason in _left_out(library, taught):
        print(f"Left out: “{refused.text}” ({refused.language}): {reason}")
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


def _additions(library: Library, taught: Sequence[ArticleVariant]) -> dict[str, list[Variant]]:
    """Return the variants that the files do not have yet, by the slug of their article."""
    additions: dict[str, list[Variant]] = {}
    for each in usable_variants(library, [_printable(each) for each in taught if _has_place(library, each)]):
        additions.setdefault(each.article, []).append(each.variant)
    return additions


def _left_out(library: Library, taught: Sequence[ArticleVariant]) -> list[tuple[ArticleVariant, str]]:
    """Return the variants that cannot be written, with the reason."""
    homeless = [_printable(each) for each in taught if not _has_place(library, each)]
    others = [_printable(each) for each in taught if _has_place(library, each)]
    return [
        *((variant, "its article is not there, or not in this language.") for variant in homeless),
        *((variant, _reason(refusal)) for variant, refusal in unusable_variants(library, others)),
    ]


def _has_place(library: Library, variant: ArticleVariant) -> bool:
    """Tell whether an article has a file for a taught variant; an entry that is gone is told apart from that."""
    article = library.by_slug.get(variant.article)
    return article is not None and (variant.entry_id is not None or variant.language in article.served)


def _printable(variant: ArticleVariant) -> ArticleVariant:
    """Return a taught variant as it is written: an earlier version may have kept what commands a terminal."""
    return replace(variant, text=one_line(variant.text))


def _reason(refusal: UnusableVariant | VariantCollision) -> str:
    match refusal:
        case VariantCollision(key=None):
            return "the files have it among the out-of-scope examples."
        case VariantCollision(key=key):
            return f"the files have it as a variant of {key}."
        case UnusableVariant():
            return "it holds no word, or its entry is gone or not served in this language."


def _counted(variants: Sequence[Variant]) -> str:
    out_of_scope = sum(variant.entry_id is None for variant in variants)
    counts = [(len(variants) - out_of_scope, "variant"), (out_of_scope, "out-of-scope example")]
    return ", ".join(f"{count} {what}{'s' if count > 1 else ''}" for count, what in counts if count)
