"""What the command line says: plain sentences from the message files, and one of them for every failure."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.exc import DBAPIError

from bot.clock import SystemClock
from bot.config import Settings, SettingsProblem
from bot.domain.outgoing import Value, words
from bot.messaging.courier import TokenRefused
from bot.messaging.intake import AnotherPoller
from bot.texts.catalog import Catalog
from storage.address import AddressRefused
from storage.key_text import KeyMalformed
from storage.leader import AlreadyRunning, LeadLost
from storage.migrate import CopyDamaged, DatabaseNewer
from storage.vault import KeyMissing, KeyWrong

_UTC = ZoneInfo("UTC")


def say(settings: Settings, key: str, **facts: Value) -> None:
    """One sentence, in the shop's language and on its clock."""
    typer.echo(sentence(settings.shop_language, key, settings.shop_timezone, **facts))


def fail(language: str, key: str, **facts: Value) -> NoReturn:
    """One sentence on standard error, and exit 1."""
    typer.echo(sentence(language, key, **facts), err=True)
    sys.exit(1)


def sentence(language: str, key: str, zone: ZoneInfo = _UTC, /, **facts: Value) -> str:
    """The message of this key in plain text. `zone` is that of the moments among the facts."""
    today = SystemClock().now().date()
    return Catalog().plain(words(key, **facts), language, zone=zone, today=today)


@contextmanager
def plain_sentences(settings: Settings) -> Iterator[None]:
    """Every way in which a start can fail, as one sentence and a non-zero exit."""
    language = settings.shop_language
    try:
        yield
    except SettingsProblem as problem:
        fail(language, problem.key, **problem.facts)
    except (AlreadyRunning, LeadLost):
        fail(language, "console-already-running")
    except AnotherPoller:
        fail(language, "console-another-poller")
    except TokenRefused:
        fail(language, "console-token-refused")
    except KeyMissing as error:
        fail(language, "console-key-missing", file=str(error.path))
    except KeyWrong:
        fail(language, "console-key-wrong")
    except KeyMalformed as error:
        fail(language, "console-key-malformed", source=error.source, line=error.line)
    except DatabaseNewer as error:
        fail(language, "console-database-newer", found=error.found, known=error.known)
    except CopyDamaged as error:
        fail(language, "console-copy-damaged", file=str(error.file))
    except AddressRefused:
        fail(language, "settings-database-url", name="DATABASE_URL")
    except DBAPIError as error:
        fail(language, "console-database-not-opened", reason=str(error.orig).partition("\n")[0])
    except OSError as error:
        fail(language, "console-no-access", file=str(error.filename or ""), reason=error.strerror or "")
