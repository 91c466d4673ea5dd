"""Settings, from the environment or a file `.env`: the only reader of either."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError
from knowledge.files import BUNDLED
from knowledge.text.languages import LANGUAGES, primary_subtag

TELEGRAM = "https://api.telegram.org"
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class Settings(BaseSettings):
    """Every setting with its default; names are the same in capitals in the environment."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    telegram_bot_token: SecretStr | None = Field(
        default=None, description="The bot's token, from @BotFather. Only `selon run` needs it."
    )
    telegram_api_url: str = Field(default=TELEGRAM, description="Root of the Bot API server, for a self-hosted one.")
    knowledge_dir: Path = Field(
        default=BUNDLED, description="Folder of articles, or of one; the articles that came with Selon if unset."
    )
    cache_dir: Path | None = Field(
        default_factory=lambda: user_cache_path("selon"),
        description="Folder for what is learnt from the knowledge, to start quicker; the user's cache if unset.",
    )
    default_language: str | None = Field(
        default=None,
        description="Language (fr, en, ru, uk) of an answer where nothing else tells it; in a terminal LANG if unset.",
    )
    health_file: Path | None = Field(
        default=None, description="A file to touch after every successful poll, for a health check; none if unset."
    )
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING, ERROR or CRITICAL.")
    lang: str = Field(default="", alias="LANG", description="The terminal's locale, as the system sets it.")

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, values: dict[str, Any]) -> dict[str, Any]:
        """A blank setting counts as unset, and a pasted one often has a space or a line end too many."""
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @field_validator("telegram_api_url")
    @classmethod
    def _is_a_root(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("has to begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("default_language")
    @classmethod
    def _is_served(cls, value: str | None) -> str | None:
        if value is not None and value not in LANGUAGES:
            raise ValueError(f"has to be one of {', '.join(LANGUAGES)}")
        return value

    @field_validator("log_level")
    @classmethod
    def _is_a_level(cls, value: str) -> str:
        if value.upper() not in _LOG_LEVELS:
            raise ValueError(f"has to be one of {', '.join(_LOG_LEVELS)}")
        return value.upper()

    @property
    def language(self) -> str | None:
        """The language to fall back on: DEFAULT_LANGUAGE, or that of LANG."""
        terminal = primary_subtag(self.lang)
        return self.default_language or (terminal if terminal in LANGUAGES else None)

    def token(self) -> str:
        """The bot's token.

        Raises:
            SettingsError: There is none.
        """
        if self.telegram_bot_token is None:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN", "is not set: ask @BotFather for a bot, and put its token there or into .env."
            )
        return self.telegram_bot_token.get_secret_value()


def read_settings() -> Settings:
    """Reads the settings.

    Raises:
        SettingsError: One is malformed; the message names it.
    """
    try:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(".env", f"cannot be read ({error}): it has to be a text file in UTF-8.") from None
    except ValidationError as error:
        detail = error.errors()[0]
        name = str(detail["loc"][0]).upper()
        problem = str(detail["msg"]).removeprefix("Value error, ")
        raise SettingsError(name, problem + ".") from None
