"""The shop's settings: environment variables and a `.env` file in the working folder, read and checked once at start.

The names are the contract with the outside, listed with their meanings in `.env.example`. A variable of the environment
wins over the file; an empty value counts as not set. What the owner sets in chat later is kept in the database and wins
over both. A secret is never part of a message, a `repr` or a traceback.
"""

import ipaddress
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, Self, get_args
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

_GIVEN_SHOWN = 60
"""Characters of a wrong value that are repeated to whoever wrote it."""


class SettingsProblem(Exception):
    """The settings cannot be used, for one reason. Nothing here is a sentence: the command line renders it.

    `key` names a message of the message files: `settings-<variable>` (`settings-owner-ids`) for a value that is wrong,
    and besides these `settings-missing`, `settings-webhook-half` and `settings-file`. `facts` are its arguments:
    `name`, the variable or file; and `given`, the part of the value that is wrong, unless the variable is a secret.
    """

    def __init__(self, key: str, **facts: str) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Webhook:
    """The public address (https, with its path), the secret that Telegram repeats, and the local port."""

    url: str
    secret: str = field(repr=False)
    port: int

    @property
    def path(self) -> str:
        """The path of the address, with its leading slash."""
        return "/" + self.url.split("://", 1)[1].partition("/")[2]


# A checker raises ValueError with the part of the value that is wrong and nothing else.


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value.get_secret_value()):
        raise ValueError
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    # Telegram's own rule for secret_token.
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?(/[\w.~/-]*)?", value):
        raise ValueError(value)
    return value.rstrip("/")


def _origin(value: str) -> str:
    address = _address(value)
    if address.count("/") > 2:
        raise ValueError(value)
    return address


def _interpreter(value: str) -> str:
    """Sentences and the key go there: in clear only to this machine or its own network."""
    address = _address(value)
    host = re.sub(r"^https?://|:\d+$|[\[\]]", "", "/".join(address.split("/")[:3]))
    if address.startswith("http://") and "." in host:
        try:
            near = ipaddress.ip_address(host).is_private
        except ValueError:
            near = host.endswith((".local", ".internal"))
        if not near:
            raise ValueError(value)
    return address


def _header(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[!-~]+", value.get_secret_value()):
        raise ValueError
    return value


def _ids(value: object) -> object:
    if not isinstance(value, str):
        return value
    parts = [part.strip() for part in value.split(",")]
    for part in parts:
        if part and not re.fullmatch(r"[1-9][0-9]{0,15}", part):
            raise ValueError(part)
    return tuple(dict.fromkeys(int(part) for part in parts if part))


def _database(value: SecretStr) -> SecretStr:
    """SQLAlchemy's address of a SQLite file, or of a PostgreSQL database with the driver that we ship."""
    url = value.get_secret_value()
    if re.fullmatch(r"sqlite:///.+", url):
        return value
    found = re.fullmatch(r"(?:postgres|postgresql|postgresql\+psycopg)(://.+)", url)
    if not found:
        raise ValueError
    return SecretStr("postgresql+psycopg" + found[1])


def _mail_server(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"smtps?://(\S+@)?[\w.-]+(:\d{1,5})?/?(\?from=[^\s&@]+@[\w.-]+)?", value.get_secret_value()):
        raise ValueError
    return value


def _zone(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return ZoneInfo(value)
    except (OSError, ValueError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        raise ValueError(value) from None


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class Settings(BaseSettings):
    """The settings of one shop. `Settings.load()` reads them; every field but the token has a default."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",  # an editor on Windows may put a byte order mark in front
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_api_url: Annotated[str, AfterValidator(_origin)] = "https://api.telegram.org"
    owner_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ids)] = ()

    shop_name: str = ""
    shop_contact: str = ""
    shop_address: str = ""
    shop_hours: str = ""
    shop_preset: Annotated[Literal["laundry", "salon", "cafe", "theatre"], BeforeValidator(_lower)] = "laundry"
    shop_language: Annotated[Literal["ko", "en"], BeforeValidator(_lower)] = "ko"
    shop_timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Asia/Seoul")
    shop_currency: Annotated[str, BeforeValidator(_upper), Field(pattern=r"^[A-Z]{3}$")] = "KRW"

    database_url: Annotated[SecretStr, AfterValidator(_database)] = SecretStr("sqlite:///data/dangol.db")
    data_key: SecretStr | None = None
    data_key_file: Path = Path("data/dangol.key")

    webhook_url: Annotated[str, AfterValidator(_address)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    webhook_port: Annotated[int, Field(ge=1, le=65535)] | None = None

    retention_years: Annotated[int, Field(ge=1, le=100)] = 3
    smtp_url: Annotated[SecretStr, AfterValidator(_mail_server)] | None = None
    interpreter_url: Annotated[str, AfterValidator(_interpreter)] | None = None
    interpreter_key: Annotated[SecretStr, AfterValidator(_header)] | None = None
    interpreter_model: str = ""
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = "INFO"

    @model_validator(mode="before")
    @classmethod
    def _blank_is_unset(cls, values: dict[str, object]) -> dict[str, object]:
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @classmethod
    def load(cls) -> Self:
        """Read the environment and `.env`. Raises SettingsProblem with the first thing that is wrong."""
        try:
            settings = cls()
        except ValidationError as error:
            problem = _first_problem(error)
        except (OSError, UnicodeDecodeError, SettingsError):
            problem = SettingsProblem("settings-file", name=".env")
        else:
            settings._check_webhook()
            if settings.interpreter_url and not settings.interpreter_model:
                raise SettingsProblem("settings-missing", name="INTERPRETER_MODEL")
            return settings
        # Raised out here, so that no traceback carries the first error, whose text may hold what was typed.
        raise problem

    def _check_webhook(self) -> None:
        given = {
            "WEBHOOK_URL": self.webhook_url,
            "WEBHOOK_SECRET": self.webhook_secret,
            "WEBHOOK_PORT": self.webhook_port,
        }
        missing = [name for name, value in given.items() if value is None]
        if 0 < len(missing) < len(given):
            raise SettingsProblem("settings-webhook-half", name=", ".join(missing))

    @property
    def token(self) -> str:
        """The bot's token, in clear. Raises SettingsProblem when there is none: only `run` and `doctor` need it."""
        if self.telegram_bot_token is None:
            raise SettingsProblem("settings-missing", name="TELEGRAM_BOT_TOKEN")
        return self.telegram_bot_token.get_secret_value()

    @property
    def webhook(self) -> Webhook | None:
        """Where Telegram is to post updates to, or None: ask Telegram for them (polling)."""
        if self.webhook_url is None or self.webhook_secret is None or self.webhook_port is None:
            return None
        return Webhook(self.webhook_url, self.webhook_secret.get_secret_value(), self.webhook_port)

    def secrets(self) -> tuple[str, ...]:
        """Every secret in clear, for the log to remove; of an address, the password in it."""
        values = [
            getattr(self, name) for name, field in type(self).model_fields.items() if _is_secret(field.annotation)
        ]
        texts = [value.get_secret_value() for value in values if value is not None]
        whole = [text for text in texts if "://" not in text]
        passwords = [found[1] for text in texts if (found := re.search(r"://[^:/]*:(\S+)@", text))]
        return (*whole, *passwords, *(unquote(each) for each in passwords))


def _is_secret(annotation: object) -> bool:
    return annotation is SecretStr or any(_is_secret(part) for part in get_args(annotation))


def _first_problem(error: ValidationError) -> SettingsProblem:
    first = error.errors(include_url=False)[0]
    field = str(first["loc"][0])
    facts = {"name": field.upper()}
    if not _is_secret(Settings.model_fields[field].annotation):
        wrong = first.get("ctx", {}).get("error")
        facts["given"] = _shown(str(wrong if isinstance(wrong, ValueError) else first["input"]))
    return SettingsProblem("settings-" + field.replace("_", "-"), **facts)


def _shown(given: str) -> str:
    """What of a wrong value may be repeated: not a token in the wrong place, nor the password of an address."""
    return re.sub(r"\d+:[\w-]{20,}|//[^/]*@", "…", given)[:_GIVEN_SHOWN]
