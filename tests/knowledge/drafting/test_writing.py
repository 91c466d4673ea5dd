"""Writing: whatever stands in a proposal is read back from its files."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import Document
from knowledge.drafting.proposal import Proposal, ProposedEntry, ProposedPerson, ProposedStatement, Questions
from knowledge.drafting.writing import Origin, written
from knowledge.model import StatementKind, Wording

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=20)


def proposal(text: str) -> Proposal:
    statement = ProposedStatement("ada", StatementKind.QUOTE, None, None, (text,), 1)
    questions: dict[str, Questions] = {"en": {Wording.QUESTION: (text,)}}
    entry = ProposedEntry("one", "facts", (1,), (statement,), {"en": text}, questions)
    person = ProposedPerson("ada", {"en": text}, None, {"en": (text,)})
    topics = {"facts": {"en": text}}
    return Proposal({"en": text}, "en", ("en",), (person,), {}, {}, topics, (entry,), {"en": (text,)})


@given(TEXTS)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    files = written(proposal(text), "0" * 64)
    words = Document.parse(Path("en.yaml"), files["en.yaml"]).data
    assert words["entries"]["one"] == {"questions": {"question": [text]}, "answer": text}
    assert words["out_of_scope"] == [text]
    assert Document.parse(Path("faq.yaml"), files["faq.yaml"]).data["entries"][0]["statements"][0]["quote"] == [text]
    assert Document.parse(Path("article.yaml"), files["article.yaml"]).data["people"]["ada"]["name"] == {"en": text}


def test_the_origin_stands_in_the_article() -> None:
    origin = Origin("Valley News", "Ben Stone", "https://example.org/bridge", (2026, 5, 4))
    files = written(proposal("bridge"), "0" * 64, origin=origin)
    article = Document.parse(Path("article.yaml"), files["article.yaml"]).data
    assert (article["publisher"], article["url"]) == ("Valley News", "https://example.org/bridge")
    assert article["author"] == "Ben Stone"
    assert article["date"] == {"year": 2026, "month": 5, "day": 4}
