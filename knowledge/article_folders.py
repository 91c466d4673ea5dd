"""Folders of articles, found before any of their files is read: a start reads none of those that are kept."""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_ISREG

from knowledge.errors import Finding, InvalidKnowledge, KnowledgeNotFound
from knowledge.folder_contents import KNOWLEDGE_FILES, is_missing

BUNDLED = Path(__file__).parent / "articles"
"""The folder of the article that comes with Selon."""
LONGEST_SLUG = 24
"""Characters; slugs travel in buttons with a topic, in 64 bytes."""
SLUG = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_SLUG - 1}}}")
"""The names that a folder of an article may have."""


def article_folders(folder: Path) -> list[Path]:
    """Return the folders of articles in a folder, by name; the folder itself if it is one.

    Raises:
        KnowledgeNotFound: There is none.
        InvalidKnowledge: One is a link that leads out of the folder, or two have one name.
    """
    inside, findings = located_articles(folder)
    if findings:
        raise InvalidKnowledge(findings)
    return inside


def located_articles(folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return the folders of articles in a folder, by name, and a finding about each that is none of them.

    The folder itself is the only one if it is an article's. A folder that has lost its article.yaml, or may not be
    read, is an article's all the same. Links that lead out, or to a folder of a name that another has, are not
    followed.

    Raises:
        KnowledgeNotFound: There is none, or the folder may not be read.
    """
    try:
        # `is_file` is to tell what is not there from what may not be looked at, and does not in every version.
        if not is_missing(folder / "article.yaml") and S_ISREG((folder / "article.yaml").stat().st_mode):
            return [folder], []
        children = sorted(folder.iterdir()) if folder.is_dir() else None
    except OSError as error:
        raise KnowledgeNotFound(
            folder, f"{error.strerror or error}; let the account that Selon runs under read it, or set KNOWLEDGE_DIR."
        ) from error
    if children is None:
        raise KnowledgeNotFound(folder, "there is no such folder; set KNOWLEDGE_DIR to one that holds articles.")
    found = [path for path in children if _is_article(path)]
    if not found:
        if any(not is_missing(folder / name) for name in KNOWLEDGE_FILES):
            return [folder], []
        raise KnowledgeNotFound(folder, "no folder in it holds an article.yaml.")
    root = folder.resolve()
    findings: list[Finding] = []
    inside: dict[str, Path] = {}
    # A folder comes before the links to one of its name.
    for path in sorted(found, key=lambda path: (path.resolve() != root / path.name, path)):
        target = path.resolve()
        problem = None
        if not target.is_relative_to(root):
            problem = "It is a link that leads out of the folder of articles: put the article's folder there."
        elif target.name in inside:
            problem = (
                f"It leads to a folder of the name {target.name}, which {inside[target.name]} has already:"
                " remove one of them, or give one of the folders another name."
            )
        if problem is None:
            inside[target.name] = path
        else:
            findings.append(Finding(path, None, None, problem))
    return sorted(inside.values()), sorted(findings, key=lambda finding: finding.path)


def _is_article(folder: Path) -> bool:
    """Tell whether a folder is an article's, as far as it can be looked at."""
    for name in KNOWLEDGE_FILES:
        try:
            (folder / name).lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            # Nobody sees into it: an article's by its name alone, which what a file system keeps for itself has not.
            return bool(SLUG.fullmatch(folder.name))
        return True
    return False


def unread_articles(folder: Path) -> list[Finding]:
    """Return a finding about each article that stands inside another folder than that of articles, and is not read.

    Args:
        folder: Of articles, or of one.
    """
    below = "*/article.yaml" if (folder / "article.yaml").is_file() else "*/*/article.yaml"
    problem = "It is not read: move its folder out, so that it stands directly in the folder of articles."
    return [Finding(path, None, None, problem) for path in sorted(folder.glob(below))]
