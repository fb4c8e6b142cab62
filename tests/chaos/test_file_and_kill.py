"""`kill -9` while a list that the owner has sent is on its way into the books, and again on its way out."""

import signal
from pathlib import Path

from bot.playground.ledger import Event
from bot.playground.telegram import FakeTelegram
from tests.chaos.program import OWNER, PATIENCE, running, until_it_works
from tests.playground.serving import serving

TOKEN = "7000000001:AAcanary-token-0123456789abcdefghij"
ROWS = 3_000
CANARY = "까나리아"
LIST = "고객명,휴대폰,방문일시,품목,금액\n" + "".join(
    f"{CANARY}{n % 500:03},010-5555-{n % 500:04},2026-{1 + n // 500:02}-03,바지,1000\n" for n in range(ROWS)
)


async def heard(telegram: FakeTelegram, part: str) -> str:
    def found() -> list[str]:
        return [text for text in telegram.ledger.texts(OWNER) if part in text]

    await telegram.ledger.until(lambda: bool(found()), PATIENCE)
    return found()[-1]


async def begun(telegram: FakeTelegram, part: str, event: Event) -> None:
    await telegram.ledger.until(
        lambda: any(part in entry.details["text"] for entry in telegram.ledger.of(event, OWNER)), PATIENCE
    )


async def test_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    telegram = FakeTelegram(TOKEN)
    owner = telegram.person(OWNER, "사장님", started=True)
    async with serving(telegram) as origin:
        async with running(tmp_path, origin, TOKEN) as program:
            await until_it_works(telegram)
            owner.starts()
            owner.sends_file("방문.csv", LIST.encode())
            await heard(telegram, "들여올까요")
            owner.taps("들여오기")
            await begun(telegram, "들여오고 있어요", Event.EDITED)
            program.send(signal.SIGKILL)
        async with running(tmp_path, origin, TOKEN) as program:
            outcome = await heard(telegram, "새로 적음")
            assert f"새로 적음 {ROWS:,} · 고침 0 · 그대로 0 · 못 읽음 0" in outcome
            owner.says("손님 몇 분이야?")
            await heard(telegram, "500분")
            owner.taps("되돌리기")
            await begun(telegram, "되돌리고 있어요", Event.SENT)
            program.send(signal.SIGKILL)
        async with running(tmp_path, origin, TOKEN) as program:
            told = await heard(telegram, "되돌렸어요")
            assert f"방문 {ROWS:,}번을 뺐어요" in told and "손님 500분을 뺐어요" in told
            program.send(signal.SIGTERM)
            assert await program.ends() == 0
            written = {file: file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file()}
            assert [file for file, data in written.items() if CANARY.encode() in data or b"010-5555" in data] == []
            assert CANARY not in program.out + program.err
    telegram.close()
