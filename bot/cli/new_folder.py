"""New folders of articles: a name that is an id, and no files yet."""

from __future__ import annotations

from pathlib import Path

from bot.errors import SelonError
from bot.printable import printable
from knowledge.article_folders import LONGEST_SLUG, SLUG


class UnfitFolder(SelonError):
    """A folder that nothing can be written into."""

    exit_status = 2


def require_new(folder: Path) -> None:
    """Refuse a folder whose name is no article's id, that cannot be made, or that has files.

    Raises:
        UnfitFolder: It is one of these.
    """
    if not SLUG.fullmatch(folder.resolve().name):
        raise UnfitFolder(
            f"The folder's name, {printable(folder.name)}, is the article's id:"
            f" make it 1 to {LONGEST_SLUG} of a-z, 0-9 and -."
        )
    if folder.resolve() == Path.cwd() or any(each.exists() and not each.is_dir() for each in folder.parents):
        raise UnfitFolder(
            f"{printable(str(folder))} cannot be made: name a new folder below this one, or below another folder."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UnfitFolder(
            f"{printable(str(folder))} exists and is not empty: name a new folder, nothing is overwritten."
        )
