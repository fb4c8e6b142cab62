"""The command line: `python -m bot <command>`, also installed as `dangol`.

Exit 0 on success, otherwise non-zero after one plain sentence. Every sentence comes from the message files, in the
shop's language.
"""

import asyncio
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from bot import logs
from bot.app import Assistant, LeadLost, shop_of
from bot.cli_import import import_files
from bot.clock import SystemClock
from bot.config import Settings, SettingsProblem
from bot.domain.headings import SheetKind
from bot.domain.outgoing import Value, words
from bot.domain.shop import Preset
from bot.messaging.courier import TokenRefused
from bot.messaging.intake import AnotherPoller
from bot.playground.demo import play
from bot.runtime import Runtime
from bot.texts.catalog import Catalog
from storage.address import AddressRefused
from storage.key_text import KeyMalformed
from storage.leader import AlreadyRunning, Leader, leader_for
from storage.migrate import CopyDamaged, DatabaseNewer, revision_of, revisions
from storage.opening import Opened, open_shop_database
from storage.vault import KeyMissing, KeyWrong

_UTC = ZoneInfo("UTC")

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def main() -> None:
    """The console script `dangol`."""
    app()


@app.callback()
def _program() -> None:
    """단골: a Telegram assistant for shops that live on their regulars."""


@app.command()
def run() -> None:
    """Run the assistant against Telegram, until Ctrl-C or SIGTERM. 봇을 켜요."""
    settings = _settings()
    with _plain_sentences(settings):
        settings.token  # noqa: B018 raises when there is none, before anything is opened
        with _leading(settings) as leader, _open(settings) as opened:
            asyncio.run(_serve(settings, opened, leader))
    _say(settings, "console-stopped")


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The port of this machine.")] = 8765,
    preset: Annotated[Preset, typer.Option(help="The kind of shop.")] = Preset.LAUNDRY,
) -> None:
    """Open a sample shop in the browser: no token, no internet, nothing left behind. 가게를 브라우저에서 해 봐요."""
    logs.configure("WARNING", ())
    try:
        asyncio.run(play(preset, port, lambda address: typer.echo(_sentence("ko", "console-demo", address=address))))
    except KeyboardInterrupt:
        return
    except OSError:
        _fail("ko", "console-port-taken", port=str(port))


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="CSV files: customers, visits, orders, appointments.")],
    kind: Annotated[
        SheetKind | None, typer.Option(help="What the files are, where their headings do not tell.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, also where something had to be guessed.")] = False,
) -> None:
    """Bring in customers and visits from files, also while `run` is on. 손님과 방문 기록을 파일에서 가져와요."""
    settings = _settings()
    with _plain_sentences(settings), _open_beside(settings) as opened:
        runtime = Runtime(opened.database, SystemClock(), shop_of(settings))
        try:
            read = asyncio.run(import_files(runtime, files, kind, asks=sys.stdin.isatty() and not yes))
        except KeyboardInterrupt:
            _fail(settings.shop_language, "import-cut-short")
    if not read:
        sys.exit(1)


@app.command()
def migrate() -> None:
    """Bring the database to the newest tables; `run` does it by itself. 데이터베이스를 새 판에 맞춰요."""
    settings = _settings()
    with _plain_sentences(settings), _leading(settings), _open(settings) as opened:
        key = "console-migrated" if opened.climbed else "console-nothing-to-migrate"
        _say(settings, key, steps=", ".join(opened.climbed))


async def _serve(settings: Settings, opened: Opened, leader: Leader) -> None:
    assistant = Assistant(settings, opened.database, SystemClock(), leader=leader)
    stop = asyncio.Event()
    _on_stop_signals(stop)
    stopping = asyncio.create_task(stop.wait())
    beginning = asyncio.create_task(assistant.begin())
    await asyncio.wait({beginning, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not beginning.done():
        beginning.cancel()
        return
    beginning.result()
    _say(settings, "console-started", bot=assistant.bot.username or "", shop=settings.shop_name)
    if assistant.claim_link:
        _say(settings, "console-claim", link=assistant.claim_link)
    working = asyncio.create_task(assistant.run())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    await assistant.end()
    if working.done() and not working.cancelled() and (error := working.exception()) is not None:
        raise error
    working.cancel()


def _on_stop_signals(stop: asyncio.Event) -> None:
    """Ctrl-C and SIGTERM end the program in order. Windows has no loop signals, so the plain ones are used there."""
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(one, stop.set)
        except NotImplementedError:
            signal.signal(one, lambda *_: loop.call_soon_threadsafe(stop.set))


def _settings() -> Settings:
    try:
        settings = Settings.load()
    except SettingsProblem as problem:
        _fail("ko", problem.key, **problem.facts)
    logs.configure(settings.log_level, settings.secrets())
    return settings


@contextmanager
def _leading(settings: Settings) -> Iterator[Leader]:
    """Nobody else runs this shop while the block runs. Raises AlreadyRunning."""
    leader = leader_for(_address(settings))
    leader.acquire(time.monotonic())
    try:
        yield leader
    finally:
        leader.release()


@contextmanager
def _open(settings: Settings) -> Iterator[Opened]:
    """The shop's database, closed in the end; a key that was just made is told of at once."""
    opened = open_shop_database(
        _address(settings),
        data_key=settings.data_key.get_secret_value() if settings.data_key else "",
        key_file=settings.data_key_file,
        now=SystemClock().now(),
    )
    try:
        if opened.key_is_new:
            _say(settings, "console-key-made", file=str(settings.data_key_file))
        yield opened
    finally:
        opened.database.close()


@contextmanager
def _open_beside(settings: Settings) -> Iterator[Opened]:
    """The shop's database while `run` may be at work on it: only new tables must not be laid by two at a time."""
    if revision_of(_address(settings)) != revisions()[-1]:
        with _leading(settings), _open(settings):
            pass
    with _open(settings) as opened:
        yield opened


@contextmanager
def _plain_sentences(settings: Settings) -> Iterator[None]:
    """Every way in which a start can fail, as one sentence and a non-zero exit."""
    language = settings.shop_language
    try:
        yield
    except SettingsProblem as problem:
        _fail(language, problem.key, **problem.facts)
    except (AlreadyRunning, LeadLost):
        _fail(language, "console-already-running")
    except AnotherPoller:
        _fail(language, "console-another-poller")
    except TokenRefused:
        _fail(language, "console-token-refused")
    except KeyMissing as error:
        _fail(language, "console-key-missing", file=str(error.path))
    except KeyWrong:
        _fail(language, "console-key-wrong")
    except KeyMalformed as error:
        _fail(language, "console-key-malformed", source=error.source, line=error.line)
    except DatabaseNewer as error:
        _fail(language, "console-database-newer", found=error.found, known=error.known)
    except CopyDamaged as error:
        _fail(language, "console-copy-damaged", file=str(error.file))
    except AddressRefused:
        _fail(language, "settings-database-url", name="DATABASE_URL")
    except OSError as error:
        _fail(language, "console-no-access", file=str(error.filename or ""), reason=error.strerror or "")


def _address(settings: Settings) -> str:
    return settings.database_url.get_secret_value()


def _say(settings: Settings, key: str, **facts: Value) -> None:
    typer.echo(_sentence(settings.shop_language, key, **facts))


def _fail(language: str, key: str, **facts: Value) -> NoReturn:
    typer.echo(_sentence(language, key, **facts), err=True)
    sys.exit(1)


def _sentence(language: str, key: str, **facts: Value) -> str:
    today = SystemClock().now().date()
    return Catalog().plain(words(key, **facts), language, zone=_UTC, today=today)
