"""Web articles: the text of a page without what stands around it."""

from __future__ import annotations

from extras import needs_trafilatura

from knowledge.drafting.web_article import web_article

PAGE = """<html><head><title>Bridge shut</title><meta property="og:site_name" content="Valley News">
<meta property="article:published_time" content="2026-05-04"></head><body><nav>Home Sport</nav><article>
<h1>Bridge shut until summer</h1><p>The footbridge at Larkmead has been shut since 3 May because of rust.</p>
<p>“We will reopen it before the harvest,” the mayor, Ada Quill, told Reuters at a press conference.</p>
<p>According to the engineer Ben Stone, the work on the footbridge will cost 40,000 pounds in all.</p></article>
<footer>Contact us</footer></body></html>"""


@needs_trafilatura
def test_a_page_gives_its_article_publisher_and_day() -> None:
    found = web_article(PAGE)
    assert found is not None
    assert found.text.splitlines()[0] == "Bridge shut until summer"
    assert len(found.text.splitlines()) == 4
    assert "Contact" not in found.text
    assert (found.publisher, found.day) == ("Valley News", (2026, 5, 4))


@needs_trafilatura
def test_a_page_without_an_article_gives_none() -> None:
    assert web_article("<html><body></body></html>") is None
