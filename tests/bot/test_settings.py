"""Settings come from the environment or .env; one that is wrong is named in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import TELEGRAM, Settings, read_settings
from knowledge.files import BUNDLED

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


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())
