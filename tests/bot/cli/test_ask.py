"""`selon ask`: one answer as text or JSON, or many lines, in order and at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from commandline import Selon
from contract import check_record
from invented import CLOSED_QUESTIONS, REOPENING_QUESTIONS, write_article

from bot.phrases import phrases
from knowledge.files import check_article

OUT_OF_SCOPE = {"fr": "Combien pèse un éléphant d'Afrique ?", "en": "How much does an African elephant weigh?"}


def asking(question: str) -> bytes:
    """Return a question as a line of --jsonl."""
    return json.dumps({"question": question}, ensure_ascii=False).encode()


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("fr", ("Avant l’automne", "« Nous rouvrirons le pont", "Odile Marchand (maire)", "à la mairie", "Le pont de")),
        ("en", ("Before autumn", "“We will reopen", "Odile Marchand (mayor)", "at the town hall", "The bridge at")),
    ],
)
def test_the_answer_stands_before_quote_attribution_and_source(
    selon: Selon, language: str, facts: tuple[str, ...]
) -> None:
    ran = selon("ask", REOPENING_QUESTIONS[language])
    assert (ran.status, ran.err) == (0, "")
    places = [ran.out.replace("\u202f", " ").find(fact) for fact in facts]
    assert -1 not in places, ran.out
    assert places == sorted(places)


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_json_is_one_object_that_keeps_the_contract(selon: Selon, language: str) -> None:
    ran = selon("ask", "--json", REOPENING_QUESTIONS[language])
    printed = json.loads(ran.out)
    check_record(printed)
    assert (ran.status, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert printed["question"] == REOPENING_QUESTIONS[language], "accents are not escaped away"
    assert "\\u" not in ran.out
    assert (printed["outcome"], printed["language"]) == ("answer", language)
    (entry,) = printed["entries"]
    assert (entry["id"], entry["article"], entry["evidence"]) == ("reopening", "pont", [3])
    assert entry["attribution"] == [
        {
            "speaker": "Odile Marchand",
            "kind": "quote",
            "venue": {"fr": "à la mairie", "en": "at the town hall"}[language],
            "via": None,
            "quote": "Nous rouvrirons le pont avant l'automne",
            "translation": {"fr": None, "en": "We will reopen the bridge before autumn"}[language],
            "sentence": 3,
        }
    ]


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_abstention_is_no_failure(selon: Selon, language: str) -> None:
    text = selon("ask", OUT_OF_SCOPE[language])
    assert (text.status, text.err) == (0, "")
    assert text.out.startswith((phrases(language)("abstain"), phrases(language)("abstain-near", count=2)))
    printed = json.loads(selon("ask", "--json", OUT_OF_SCOPE[language]).out)
    check_record(printed)
    assert (printed["outcome"], printed["language"]) == ("abstain", language)


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("question", [*OUT_OF_SCOPE.values(), "bridge", "le pont et le vote ?"])
def test_the_choices_and_the_nearest_questions_are_listed(selon: Selon, question: str) -> None:
    record = json.loads(selon("ask", "--json", question).out)
    assert record["outcome"] in ("choose", "abstain")
    listed = [line[2:] for line in selon("ask", question).out.splitlines() if line.startswith("• ")]
    assert listed == [entry["question"] for entry in record["entries"]]


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("arguments", [(), ("",), ("   ",), ("--json",), ("--json", "")])
def test_no_question_is_a_sentence_and_status_2(selon: Selon, arguments: tuple[str, ...]) -> None:
    ran = selon("ask", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "--jsonl" in ran.err


@pytest.mark.usefixtures("knowledge")
def test_the_terminals_language_answers_a_question_in_none(selon: Selon, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang, language in (("en_GB.UTF-8", "en"), ("fr_FR.UTF-8", "fr"), ("de_DE.UTF-8", "fr")):
        monkeypatch.setenv("LANG", lang)
        assert json.loads(selon("ask", "--json", "12345").out)["language"] == language
    monkeypatch.setenv("DEFAULT_LANGUAGE", "en")
    assert json.loads(selon("ask", "--json", "12345").out)["language"] == "en"


@pytest.mark.usefixtures("knowledge")
def test_jsonl_answers_every_line_in_order(selon: Selon) -> None:
    questions = [
        CLOSED_QUESTIONS["fr"],
        OUT_OF_SCOPE["en"],
        REOPENING_QUESTIONS["en"],
        "",
        "🌉",
        CLOSED_QUESTIONS["en"],
    ]
    ran = selon("ask", "--jsonl", typed=b"\n".join(map(asking, questions)))
    assert (ran.status, ran.err) == (0, "")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["question"] for answer in answers] == questions
    for answer in answers:
        check_record(answer)


@pytest.mark.usefixtures("knowledge")
def test_jsonl_skips_blank_lines_and_other_keys(selon: Selon) -> None:
    ran = selon("ask", "--jsonl", typed='\n   \n{"id": 7, "question": "When will the bridge reopen?"}\r\n\r\n')
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["question"] == "When will the bridge reopen?"


BOM_16 = "utf-16", "utf-16-le", "utf-16-be", "utf-32"


@pytest.mark.usefixtures("knowledge")
def test_a_byte_order_mark_skips_no_line(selon: Selon) -> None:
    lines = [asking(CLOSED_QUESTIONS["fr"]), asking(CLOSED_QUESTIONS["en"])]
    ran = selon("ask", "--jsonl", typed=b"".join(b"\xef\xbb\xbf" + line + b"\n" for line in lines))
    assert (ran.status, ran.err) == (0, "")
    assert [json.loads(line)["language"] for line in ran.out.splitlines()] == ["fr", "en"]


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("encoding", BOM_16)
def test_an_encoding_of_windows_is_named_in_a_sentence(selon: Selon, encoding: str) -> None:
    ran = selon("ask", "--jsonl", typed='{"question": "Who?"}\n'.encode(encoding))
    assert (ran.status, ran.out) == (2, "")
    assert "UTF-16" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (b"not JSON", "is not JSON"),
        (b"[]", "is not a JSON object"),
        (b"{}", 'has no "question"'),
        (b'{"question": 5}', 'has a "question" that is not text'),
        (b'{"question": "caf\xe9"}', "is not UTF-8 text"),
        (b'{"question": "' + b"a" * (3 << 20) + b'"}', "is longer than 1 MiB"),
    ],
    ids=lambda value: value[:20] if isinstance(value, bytes) else None,
)
def test_what_is_wrong_with_a_line_is_said(selon: Selon, broken: bytes, said: str) -> None:
    ran = selon("ask", "--jsonl", typed=broken + b"\n" + asking(CLOSED_QUESTIONS["fr"]))
    assert ran.err == f'Line 1 {said}; it is skipped. Write {{"question": "…"}}.\n'
    assert len(ran.out.splitlines()) == 1


@pytest.mark.parametrize(
    "broken",
    [
        b"not JSON",
        b'{"question": "unfinished',
        b"{}",
        b'{"question": null}',
        b'{"question": 5}',
        b'{"question": ["a"]}',
        b'["question"]',
        b'"question"',
        b"null",
        pytest.param(b"[" * 100_000, id="nested too deep"),
        pytest.param(b'{"question": "half \\ud83d"}', id="half a character"),
        pytest.param(b'{"question": "caf\xe9"}', id="not UTF-8"),
    ],
)
@pytest.mark.usefixtures("knowledge")
def test_a_broken_line_is_reported_by_its_number_and_stops_nothing(selon: Selon, broken: bytes) -> None:
    lines = [asking(CLOSED_QUESTIONS["fr"]), b"", broken, asking(REOPENING_QUESTIONS["en"]), b""]
    ran = selon("ask", "--jsonl", typed=b"\n".join(lines))
    assert ran.status == 1
    answers = [json.loads(line)["question"] for line in ran.out.splitlines()]
    assert answers == [CLOSED_QUESTIONS["fr"], REOPENING_QUESTIONS["en"]]
    assert len(ran.err.splitlines()) == 1
    assert "3" in ran.err


@pytest.mark.slow
def test_jsonl_in_a_pipe_answers_each_line_before_the_next(knowledge: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=knowledge.parent,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        for question in (CLOSED_QUESTIONS["fr"], REOPENING_QUESTIONS["en"]):
            process.stdin.write(asking(question) + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            check_record(answer)
            assert answer["question"] == question
        process.stdin.write(b"broken\n")
        process.stdin.flush()
        assert b"3" in process.stderr.readline()
        process.stdin.write(asking(CLOSED_QUESTIONS["en"]) + b"\n")
        process.stdin.close()
        assert json.loads(process.stdout.readline())["language"] == "en"
        assert process.stdout.read() == b""
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.slow
def test_no_telegram_code_is_loaded(knowledge: Path, environment: dict[str, str], article: Path) -> None:
    script = f"""
import sys
from bot.cli import ask, chat, check
from pathlib import Path
assert ask.run("Depuis quand le pont est-il fermé ?", as_json=True, jsonl=False) == 0
assert ask.run("Depuis quand le pont est-il fermé ?", as_json=False, jsonl=False) == 0
assert ask.run(None, as_json=False, jsonl=True) == 0
assert chat.run() == 0
assert check.run(Path({str(article)!r}), write_lock=False, folder=None) == 0
loaded = [name for name in sys.modules if name.partition(".")[0] in ("telegram", "httpx", "bot.app", "bot.handlers")]
assert not loaded, loaded
"""
    ran = subprocess.run(
        [sys.executable, "-c", script],
        input=b'{"question": "Who?"}\n',
        capture_output=True,
        env=environment,
        cwd=knowledge.parent,
        check=False,
        timeout=60,
    )
    assert ran.stderr == b""
    assert ran.returncode == 0


COMMANDS = "\x1b]52;c;eA==\x07\x9b2J\u202e\u2066[link=https://example.org]"


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("flags", [("--json",), ("--explain",), ("--json", "--explain")])
def test_a_question_commands_no_terminal(selon: Selon, flags: tuple[str, ...]) -> None:
    question = f"{REOPENING_QUESTIONS['en']} {COMMANDS}"
    ran = selon("ask", *flags, question)
    assert ran.status == 0
    assert not set("\x1b\x07\x9b\u202e\u2066") & set(ran.out + ran.err)
    if "--json" in flags:
        assert json.loads(ran.out)["question"] == question, "nothing is lost"


@pytest.mark.usefixtures("knowledge")
def test_a_line_that_is_answered_commands_no_terminal(selon: Selon) -> None:
    question = f"{REOPENING_QUESTIONS['en']} {COMMANDS}"
    ran = selon("ask", "--jsonl", typed=asking(question))
    assert not set("\x1b\x07\x9b\u202e\u2066") & set(ran.out)
    assert json.loads(ran.out)["question"] == question


@pytest.fixture
def _two(knowledge: Path) -> None:
    """The article a second time, under another slug: each of its questions is one of both."""
    text = write_article(knowledge / "quai")
    assert check_article(knowledge / "quai", text, write_lock=True) == []


@pytest.mark.usefixtures("_two")
def test_a_question_that_two_articles_answer_is_offered_as_a_choice(selon: Selon) -> None:
    ran = selon("ask", "--json", REOPENING_QUESTIONS["en"])
    printed = json.loads(ran.out)
    check_record(printed)
    assert printed["outcome"] == "choose"
    assert {(each["article"], each["id"]) for each in printed["entries"]} == {
        ("pont", "reopening"),
        ("quai", "reopening"),
    }
    shown = selon("ask", REOPENING_QUESTIONS["en"]).out
    for entry in printed["entries"]:
        assert f"{entry['question']} · {entry['article']}: The bridge at Valmorel" in shown, "whole titles, told apart"


@pytest.mark.usefixtures("_two")
@pytest.mark.parametrize("slug", ["pont", "quai"])
def test_article_asks_that_one_alone(selon: Selon, slug: str) -> None:
    ran = selon("ask", "--json", "--article", slug, REOPENING_QUESTIONS["en"])
    lines = selon("ask", "--jsonl", "--article", slug, typed=asking(REOPENING_QUESTIONS["en"]))
    for printed in (json.loads(ran.out), json.loads(lines.out)):
        assert printed["outcome"] == "answer"
        assert [each["article"] for each in printed["entries"]] == [slug]


@pytest.mark.usefixtures("_two")
@pytest.mark.parametrize("more", [(REOPENING_QUESTIONS["en"],), ("--jsonl",)])
def test_an_unknown_article_is_answered_with_those_that_there_are(selon: Selon, more: tuple[str, ...]) -> None:
    ran = selon("ask", "--article", "route", *more)
    assert (ran.status, ran.out) == (2, "")
    assert "There is no article route: give --article one of pont, quai." in ran.err


@pytest.mark.usefixtures("_two")
def test_the_article_that_is_explained_is_named(selon: Selon) -> None:
    ran = selon("ask", "--explain", "--article", "quai", REOPENING_QUESTIONS["en"])
    assert "Article: quai" in ran.out


@pytest.mark.usefixtures("_two")
def test_an_article_that_does_not_hold_is_left_out_and_named(selon: Selon, knowledge: Path) -> None:
    (knowledge / "quai" / "faq.yaml").write_text("entries: []", encoding="utf-8")
    ran = selon("ask", "--json", REOPENING_QUESTIONS["en"])
    assert (ran.status, json.loads(ran.out)["outcome"]) == (0, "answer")
    assert ran.err.splitlines() == ["Left out, since their files do not hold: quai. `selon check` says why."]
    broken = selon("ask", "--article", "quai", REOPENING_QUESTIONS["en"])
    assert (broken.status, broken.out) == (2, "")
    assert "quai/faq.yaml" in broken.err
    (knowledge / "pont" / "faq.yaml").unlink()
    none = selon("ask", REOPENING_QUESTIONS["en"])
    assert (none.status, none.out) == (2, "")
    assert "pont/faq.yaml" in none.err


@pytest.mark.usefixtures("knowledge")
def test_a_line_may_say_what_was_answered_before_or_what_it_is_about(selon: Selon) -> None:
    lines = [
        {"question": "pourquoi ?", "after": "closed"},
        {"question": "c'est vrai ?", "about": CLOSED_QUESTIONS["fr"]},
        {"question": "où ?", "after": None, "about": None},
    ]
    ran = selon("ask", "--jsonl", typed="\n".join(map(json.dumps, lines)).encode())
    assert (ran.status, ran.err) == (0, "")
    follow_up, looked_up, _ = map(json.loads, ran.out.splitlines())
    assert follow_up["intent"] == "follow-up"
    assert (looked_up["intent"], looked_up["outcome"]) == ("pointing", "answer")
    assert looked_up["reply"].startswith(looked_up["entries"][0]["answer"])


@pytest.mark.usefixtures("knowledge")
def test_what_was_said_before_has_to_be_text(selon: Selon) -> None:
    ran = selon("ask", "--jsonl", typed=b'{"question": "Why?", "after": 5}')
    assert ran.status == 1
    assert ran.err == 'Line 1 has an "after" that is not text; it is skipped. Write {"question": "…"}.\n'
