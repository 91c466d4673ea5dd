"""One whole conversation over HTTP, in four languages and four kinds of places; `pytest -s` shows how it reads."""

from __future__ import annotations

from botapi.server import BotApiServer
from exchange import KNOWN, OTHER, OTHER_ENTRY, UNKNOWN, Json, answer, edited, heard, labels, short_line, toasts
from running import Running

from bot.phrases import phrases
from knowledge.library import Library


async def in_private(server: BotApiServer, library: Library, anna: Json, ambiguous: str) -> None:
    """Anna looks around in French, and once asks what leaves a choice."""
    chat, fr = server.private(anna), phrases("fr")
    server.message(chat, anna, "/start")
    [welcome] = await heard(server, chat)
    assert welcome["text"].startswith(fr("welcome"))

    server.message(chat, anna, library.entries["appel-trump-poutine/nato-hegseth"].title("fr"))
    _, quoted = await heard(server, chat, 2)
    assert quoted["text"].startswith(answer(library, "fr", "appel-trump-poutine/nato-hegseth"))
    assert "«\u202fLes États-Unis ne croient pas […]" in quoted["text"]
    assert "AP" in quoted["text"].splitlines()[-2]
    assert quoted["text"].splitlines()[-1].startswith("Source\u00a0: ")

    server.press(anna, quoted, labels(quoted)[0])
    *_, related = await heard(server, chat, 3)
    assert related["reply_to_message"]["message_id"] == quoted["message_id"]

    server.message(chat, anna, ambiguous)
    *_, choice = await heard(server, chat, 4)
    assert choice["text"] == fr("choose")
    server.press(anna, choice, labels(choice)[0])
    await edited(server)
    assert "Source\u00a0: " in server.sent[chat["id"]][-1]["text"]

    server.message(chat, anna, UNKNOWN["fr"])
    *_, silence = await heard(server, chat, 5)
    assert silence["text"].startswith(fr("abstain").removesuffix("."))

    server.message(chat, anna, "/who")
    *_, people = await heard(server, chat, 6)
    server.press(anna, people, "Pete Hegseth")
    await edited(server, 2)
    assert "AP" in server.sent[chat["id"]][-1]["text"]


async def in_a_forum(server: BotApiServer, library: Library, anna: Json, boris: Json, root: Json) -> None:
    """Let Boris and Root talk about it, in English and in Russian, with the bot at hand."""
    forum = server.group("Café du Commerce", forum=True)
    server.administrator(forum, root)
    topic = server.topic(forum, "Ukraine")
    claim = server.message(forum, boris, f"Guess what. {OTHER['en']} Three hours!", thread=topic)
    server.message(forum, root, "@SelonTestBot", reply_to=claim, quote=OTHER["en"])
    [looked_up] = await heard(server, forum)
    assert looked_up["text"].startswith(answer(library, "en", OTHER_ENTRY))
    assert looked_up["message_thread_id"] == topic.message_thread_id

    server.message(forum, boris, "lol thanks", reply_to=looked_up)
    asked = server.message(forum, boris, f"🎉 @SelonTestBot {KNOWN['ru']}", thread=topic)
    _, told = await heard(server, forum, 2)
    assert told["text"].startswith(answer(library, "ru"))
    edits = len(server.calls_of("editMessageText"))
    server.edit(asked, f"@SelonTestBot {UNKNOWN['ru']}")
    await edited(server, edits + 1)
    assert server.sent[forum["id"]][1]["text"] == short_line("ru")

    answered = len(server.calls_of("answerCallbackQuery"))
    server.press(boris, looked_up, phrases("en")("remove-button"))
    assert (await toasts(server, answered + 1))[-1] == phrases("en")("not-yours")
    server.press(root, looked_up, phrases("en")("remove-button"))
    await server.called("deleteMessage")
    await heard(server, forum, 1)

    server.message(forum, anna, f"/ask@SelonTestBot {KNOWN['en']}")
    _, general = await heard(server, forum, 2)
    assert "message_thread_id" not in general


async def inline(server: BotApiServer, library: Library, olha: Json) -> None:
    """Olha types after the bot's name in Ukrainian, and sends what she finds."""
    query = server.inline_query(olha, KNOWN["uk"])
    await server.called("answerInlineQuery")
    results = server.answers.inline.answers[query["id"]]["results"]
    server.chosen_inline_result(olha, query, results[0]["id"])
    assert list(server.inline.values())[-1]["text"].startswith(answer(library, "uk"))


async def as_a_guest(server: BotApiServer, library: Library, olha: Json) -> None:
    """Olha summons the bot into a chat that it is not in."""
    server.guest_message(olha, f"@SelonTestBot {OTHER['uk']}")
    await server.called("answerGuestQuery")
    server.guest_message(olha, f"@SelonTestBot {UNKNOWN['uk']}")
    await server.called("answerGuestQuery", 2)
    *_, known, unknown = server.inline.values()
    assert known["text"].startswith(answer(library, "uk", OTHER_ENTRY))
    assert unknown["text"] == short_line("uk")


async def test_a_whole_conversation(
    server: BotApiServer, running: Running, library: Library, ambiguous: dict[str, str]
) -> None:
    anna = server.user(7, "Anna", language_code="fr")
    boris = server.user(8, "Boris", language_code="en")
    root = server.user(9, "Root", language_code="ru")
    olha = server.user(10, "Olha", language_code="uk")
    async with running():
        await in_private(server, library, anna, ambiguous["fr"])
        await in_a_forum(server, library, anna, boris, root)
        await inline(server, library, olha)
        await as_a_guest(server, library, olha)
        await server.idle()
    print("\n" + server.transcript())
    assert all(call.ok for call in server.calls_of(None))
