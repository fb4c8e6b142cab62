"""The command line: `python -m bot <command>`, also installed as `dangol`.

Exit 0 on success, otherwise non-zero after one plain sentence. Every sentence comes from the message files, in the
shop's language.
"""

import asyncio
import gc
import io
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.app import Assistant, shop_of
from bot.cli_import import import_files
from bot.cli_said import fail, plain_sentences, say, sentence
from bot.cli_shop import (
    address_of,
    data_key_of,
    existing_shop,
    leading,
    load_settings,
    open_beside,
    open_shop,
    shop_as_set,
)
from bot.clock import SystemClock
from bot.config import Settings, SettingsProblem
from bot.doctor import ask_telegram, look
from bot.domain.exporting import Sheet
from bot.domain.headings import SheetKind
from bot.domain.health import Token
from bot.domain.outgoing import Words
from bot.domain.shop import Preset
from bot.jobs.backing_up import Keeping
from bot.jobs.exporting import write_files
from bot.messaging.courier import TokenRefused
from bot.runtime import Runtime
from bot.texts.catalog import Catalog
from bot.texts.key_card import key_card as key_card_page
from storage.address import sqlite_file
from storage.backup import folder_of
from storage.backup import make as make_backup
from storage.database import prepare_file
from storage.instance import mark_file
from storage.key_text import card_lines, read_keys
from storage.leader import Leader
from storage.opening import Opened
from storage.restoring import NotEmpty
from storage.restoring import restore as restore_backup
from storage.sealed_file import Damaged, NotOurs
from storage.vault import KeyWrong, key_text, open_vault

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def main() -> None:
    """The console script `dangol`."""
    # A terminal on Windows, or a file in its old encoding, may not have every sign; none is worth ending over.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()


@app.callback()
def _program() -> None:
    """단골: a Telegram assistant for shops that live on their regulars."""


@app.command()
def run() -> None:
    """Run the assistant against Telegram, until Ctrl-C or SIGTERM. 봇을 켜요."""
    settings = load_settings()
    with plain_sentences(settings):
        settings.token  # noqa: B018 raises when there is none, before anything is opened
        with leading(settings) as leader, open_shop(settings) as opened:
            asyncio.run(_serve(settings, opened, leader))
    say(settings, "console-stopped")


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The port of this machine.")] = 8765,
    preset: Annotated[Preset, typer.Option(help="The kind of shop.")] = Preset.LAUNDRY,
) -> None:
    """Open a sample shop in the browser: no token, no internet, nothing left behind. 가게를 브라우저에서 해 봐요."""
    from bot.playground.demo import play  # only here: a shop has no use for it

    logs.configure("WARNING", ())
    try:
        asyncio.run(play(preset, port, lambda address: typer.echo(sentence("ko", "console-demo", address=address))))
    except KeyboardInterrupt:
        return
    except OSError:
        fail("ko", "console-port-taken", port=str(port))


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="CSV files: customers, visits, orders, appointments.")],
    kind: Annotated[
        SheetKind | None, typer.Option(help="What the files are, where their headings do not tell.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, also where something had to be guessed.")] = False,
) -> None:
    """Bring in customers and visits from files, also while `run` is on. 손님과 방문 기록을 파일에서 가져와요."""
    settings = load_settings()
    with plain_sentences(settings), open_beside(settings) as opened:
        runtime = Runtime(opened.database, SystemClock(), shop_of(settings))
        # Rows come and go without leaving circles behind, and to look for some takes a fifth of the time.
        gc.set_threshold(200_000, 20, 100)
        try:
            read = asyncio.run(import_files(runtime, files, kind, asks=sys.stdin.isatty() and not yes))
        except KeyboardInterrupt:
            fail(settings.shop_language, "import-cut-short")
    if not read:
        sys.exit(1)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="An empty folder; it is made if it is not there.")],
    yes: Annotated[bool, typer.Option("--yes", help="Replace files that are there already.")] = False,
) -> None:
    """Write everything into CSV files that a spreadsheet opens, also while `run` is on. 모두 파일로 내보내요."""
    settings = load_settings()
    with plain_sentences(settings), existing_shop(settings) as opened:
        folder.mkdir(parents=True, exist_ok=True)
        if not yes and any(folder.iterdir()):
            fail(settings.shop_language, "console-not-empty", file=str(folder))
        rows = asyncio.run(write_files(Runtime(opened.database, SystemClock(), shop_of(settings)), folder))
    customers, visits = rows[Sheet.CUSTOMERS], rows[Sheet.VISITS]
    say(settings, "console-exported", file=str(folder), customers=customers, visits=visits)


@app.command()
def backup(
    to: Annotated[Path | None, typer.Option(help="The folder; otherwise `backups` beside the database.")] = None,
    key_card: Annotated[Path | None, typer.Option(help="Write the key as a page to print, and no backup.")] = None,
) -> None:
    """Make today's backup, locked with the shop's key, also while `run` is on. 오늘의 백업을 만들어요."""
    settings = load_settings()
    with plain_sentences(settings):
        if key_card is not None:
            _write_key_card(settings, key_card)
            return
        with existing_shop(settings) as opened:
            now = SystemClock().now()
            folder = to or folder_of(address_of(settings))
            try:
                made = make_backup(opened.database, folder, day=shop_of(settings).day_of(now), now=now)
            except Damaged:
                fail(settings.shop_language, "console-copy-damaged", file=str(folder))
    customers, visits = made.rows["customer"], made.rows["visit"]
    say(settings, "console-backed-up", file=str(made.file), customers=customers, visits=visits)


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="One of the files that `backup` made.")]) -> None:
    """Bring a backup back into an empty place; it needs the shop's key. 백업을 빈 자리에 되살려요."""
    settings = load_settings()
    url, name, language = address_of(settings), str(file), settings.shop_language
    with plain_sentences(settings):
        if not file.is_file():
            fail(language, "console-file-missing", file=name)
        vault, _ = open_vault(data_key_of(settings), settings.data_key_file, database_has_data=True)
        with leading(settings):
            try:
                back = restore_backup(file, url, vault, SystemClock().now())
            except NotEmpty:
                fail(language, "console-restore-not-empty", file=str(sqlite_file(url) or "PostgreSQL"))
            except NotOurs:
                fail(language, "console-backup-not-ours", file=name)
            except Damaged:
                fail(language, "console-backup-damaged", file=name)
            except KeyWrong:
                fail(language, "console-backup-other-key", file=name, source=str(settings.data_key_file))
    customers, visits = back.rows["customer"], back.rows["visit"]
    say(settings, "console-restored", customers=customers, visits=visits, at=back.last_write)


@app.command()
def doctor() -> None:
    """Look whether everything is ready to run, and say what to do. 이상이 없는지 살펴봐요."""
    try:
        settings = Settings.load()
    except SettingsProblem as problem:
        typer.echo(sentence("ko", "health-bad", text=Words(problem.key, dict(problem.facts))))
        fail("ko", "console-doctor-bad", bad=1)
    logs.configure(settings.log_level, settings.secrets())
    with plain_sentences(settings):
        checks = asyncio.run(look(settings, SystemClock()))
    for check in checks:
        say(settings, "health-good" if check.good else "health-bad", text=check.words)
    bad = sum(not check.good for check in checks)
    if bad:
        fail(settings.shop_language, "console-doctor-bad", bad=bad)
    say(settings, "console-doctor-well")


@app.command()
def qr(
    file: Annotated[Path, typer.Argument(help="Where to draw it: .pdf or .png.")] = Path("counter-sheet.pdf"),
) -> None:
    """Draw the A4 sheet for the counter, with the code that opens the chat. 계산대에 둘 QR 안내지를 만들어요."""
    from bot.texts.counter_sheet import counter_sheet, sheet_link  # only here: it takes long to import

    settings = load_settings()
    kind = {".pdf": "PDF", ".png": "PNG"}.get(file.suffix.lower())
    if kind is None:
        fail(settings.shop_language, "console-sheet-kind", file=str(file))
    with plain_sentences(settings):
        settings.token  # noqa: B018 raises when there is none
        bot = asyncio.run(_met(settings))
        shop = replace(shop_as_set(settings), bot=bot)
        file.write_bytes(counter_sheet(Catalog(), shop, kind))
    say(settings, "console-sheet-made", file=str(file), link=sheet_link(bot))


@app.command()
def migrate() -> None:
    """Bring the database to the newest tables; `run` does it by itself. 데이터베이스를 새 판에 맞춰요."""
    settings = load_settings()
    with plain_sentences(settings), leading(settings), open_shop(settings) as opened:
        key = "console-migrated" if opened.climbed else "console-nothing-to-migrate"
        say(settings, key, steps=", ".join(opened.climbed))


async def _serve(settings: Settings, opened: Opened, leader: Leader) -> None:
    keeping = Keeping(folder_of(address_of(settings)), mark_file(address_of(settings)))
    assistant = Assistant(settings, opened.database, SystemClock(), leader=leader, keeping=keeping)
    stop = asyncio.Event()
    _on_stop_signals(stop)
    stopping = asyncio.create_task(stop.wait())
    beginning = asyncio.create_task(assistant.begin())
    await asyncio.wait({beginning, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not beginning.done():
        beginning.cancel()
        return
    beginning.result()
    shop = await assistant.runtime.read(lambda unit: unit.shop)
    say(settings, "console-started", bot=shop.bot, shop=shop.name)
    if assistant.is_held:
        say(settings, "console-held")
    if assistant.claim_link:
        say(settings, "console-claim", link=assistant.claim_link)
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


async def _met(settings: Settings) -> str:
    """The bot's own name. Raises TokenRefused; when Telegram cannot be reached, that is said and all is over."""
    seen = await ask_telegram(settings, SystemClock(), listen=None)
    if seen.token is Token.REFUSED:
        raise TokenRefused
    if seen.token is None:
        fail(settings.shop_language, "health-telegram-away", address=seen.address)
    return seen.bot


def _write_key_card(settings: Settings, file: Path) -> None:
    """The keys as a page to print, readable by its owner alone and never over another file."""
    text = key_text(data_key_of(settings), settings.data_key_file)
    keys = [card_lines(version, key) for version, key in read_keys(text, str(settings.data_key_file)).items()]
    shop, today = shop_of(settings), SystemClock().now().astimezone(settings.shop_timezone).date()
    if file.exists():
        fail(settings.shop_language, "console-file-there", file=str(file))
    prepare_file(file)
    file.write_text(key_card_page(keys, shop=shop, key_file=settings.data_key_file, today=today), encoding="utf-8")
    say(settings, "console-key-card", file=str(file))
