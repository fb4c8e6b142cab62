import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot.logs import RedactingFormatter

ROOT = Path(__file__).parents[1]
TOKEN = "7012345678:AAHcanary-canary_canary-canary_canary12"
KEY = "v1:canarycanarycanarycanarycanarycanarycanary1="
SECRETS = [TOKEN, "canary key/+=", "canary-hook", f"{KEY},v2:another-key-of-this-shop"]


def line(message: str, *args: object, error: BaseException | None = None) -> str:
    exc_info = (type(error), error, error.__traceback__) if error else None
    return (
        RedactingFormatter(SECRETS)
        .format(logging.LogRecord("bot.app", logging.INFO, __file__, 1, message, args, exc_info))
        .partition("bot.app ")[2]
    )


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        TOKEN.replace(":", "%3A"),
        TOKEN.partition(":")[2],
        "canary key/+=",
        "canary%20key%2F%2B%3D",
        "canary-hook",
        KEY,
        KEY.partition(":")[2],
        "8123456789:AAHother-bots-token-that-nobody-told-us",
        "https://api.telegram.org/bot5:short/getMe",
        "http://localhost/file/bot5:short/photos/1.jpg",
        "010-1234-5678",
        "01012345678",
        "010 1234 5678",
        "010.1234.5678",
        "(010) 1234-5678",
        "+821012345678",
        "+82 10-1234-5678",
        "82-10-1234-5678",
        "+82 (0)10 1234 5678",
        "016-123-4567",
        "02-123-4567",
        "031) 123-4567",
        "070-1234-5678",
        "+1 (415) 555-0132",
        "suyeon.kim@naver.example",
        "suyeon%40naver.example",
        "900101-2345678",
        "9001012345678",
        "김수연",
        "０１０",
    ],
)
def test_secrets_and_people_are_struck_out_of_a_sentence(secret: str) -> None:
    struck = line("it was %s and", secret)
    assert struck.startswith("it was ")
    assert struck.endswith(" and")
    assert "[...]" in struck
    for piece in ("canary", "AAH", "short", "1234", "123", "4567", "5678", "555", "0132", "naver", "김"):
        assert piece not in struck


@pytest.mark.parametrize(
    "fact",
    [
        "update=812345678",
        "chat=-1001234567890",
        "user=7012345678",
        "took=0:00:01.254000 rows=123456",
        "at=2026-11-21T10:00:00+09:00",
        "paid=1,250,000",
        "python-telegram-bot==22.8",
        "http://127.0.0.1:8081/health",
        "lease=3f0c9c1e-0210-4a8e-9b1f-5d2f0a1b2c3d",
        "id 1795226400000",
    ],
)
def test_facts_about_the_program_are_kept(fact: str) -> None:
    assert line("%s", fact) == fact


def test_a_traceback_is_kept_without_what_its_message_says_of_anybody() -> None:
    try:
        raise ValueError(f"김수연 010-1234-5678 at /bot{TOKEN}/getMe")
    except ValueError as error:
        struck = line("failed", error=error)
    assert "ValueError: [...] [...] at /bot[...]/getMe" in struck
    assert "test_logs.py" in struck


def test_a_line_break_in_a_message_cannot_pass_for_a_new_line_of_the_log() -> None:
    forged = "2026-11-21T00:00:00.000Z INFO bot.app all is well"
    assert line(f"one\n{forged}\r{forged}") == f"one\n    {forged}\n    {forged}"


PROGRAM = f"""
import asyncio, gc, logging, sys, threading, warnings
import httpx, structlog, telegram
from datetime import datetime, timezone
from bot.logs import configure

TOKEN = {TOKEN!r}
TEXT = "canary text of Emily Carter"
early = logging.getLogger("uvicorn.access")
early.addHandler(logging.StreamHandler(sys.stdout))
early.propagate = False
configure("DEBUG", [TOKEN, "canary-hook"])
for name in ["", *logging.root.manager.loggerDict]:
    logging.getLogger(name).setLevel(logging.DEBUG)

log = structlog.get_logger("bot.probe")
log.debug("said", text=TEXT, said=dict(text=TEXT), raw=TEXT.encode(), name="김수연", phone="010-1234-5678", update=17)
log.info("moment", at=datetime(2026, 11, 21, 1, 0, tzinfo=timezone.utc), hook="canary-hook", ok=True, state="sent")
structlog.contextvars.bind_contextvars(update_id=99)
log.info("inside")
try:
    raise ValueError("no way to " + TOKEN)
except ValueError:
    log.exception("failed")
    logging.getLogger("apscheduler").exception("job with %s", TOKEN)
early.warning("GET /%s", TOKEN)
early.info("GET /%s", TEXT)
warnings.warn("token " + TOKEN)
logging.getLogger("bot.other").error("too few %s %s", TOKEN)


async def main():
    def answer(request):
        return httpx.Response(200, json=dict(ok=True, result=True))
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
        await client.post(f"https://api.telegram.org/bot{{TOKEN}}/sendMessage", json=dict(text=TEXT))
    bot = telegram.Bot(TOKEN, base_url="http://127.0.0.1:9/bot")
    try:
        await bot.initialize()
    except telegram.error.NetworkError:
        logging.getLogger("telegram").warning("unreachable", exc_info=True)
    try:
        await bot.send_message(1, TEXT)
    except telegram.error.TelegramError:
        log.warning("not sent", exc_info=True)
    async def forgotten():
        raise RuntimeError("forgotten " + TOKEN)
    task = asyncio.ensure_future(forgotten())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()


class Unraisable:
    def __del__(self):
        raise RuntimeError("unraisable " + TOKEN)


asyncio.run(main(), debug=True)
thread = threading.Thread(target=lambda: 1 / len(TOKEN[99:]))
thread.start()
thread.join()
Unraisable()
gc.collect()
raise SystemError("at the very end " + TOKEN)
"""


def test_a_whole_program_at_debug_leaks_nothing_through_any_logger() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    written = ran.stderr
    assert ran.stdout == ""
    for said in (
        "DEBUG bot.probe said text=<str> said=<dict> raw=<bytes> name=<str> phone=[...] update=17",
        "INFO bot.probe moment at=2026-11-21T01:00:00+00:00 hook=[...] ok=True state=sent",
        "INFO bot.probe inside update_id=99",
        "ERROR bot.probe failed",
        "ValueError: no way to [...]",
        "ERROR apscheduler job with [...]",
        "WARNING uvicorn.access GET /[...]",
        "UserWarning: token [...]",
        "WARNING telegram unreachable",
        "WARNING bot.probe not sent",
        "RuntimeError: forgotten [...]",
        "ZeroDivisionError",
        "RuntimeError: unraisable [...]",
        "CRITICAL bot not caught",
        "SystemError: at the very end [...]",
    ):
        assert said in written
    for canary in ("canary", "AAH", "Emily", "수연", "1234"):
        assert canary not in written
