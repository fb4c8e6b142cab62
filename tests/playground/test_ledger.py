import asyncio
import json
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.playground.telegram import FakeTelegram


async def test_the_file_has_every_entry_as_it_happens(tmp_path: Path, clock: MovableClock) -> None:
    file = tmp_path / "ledger.jsonl"
    telegram = FakeTelegram(clock=clock, ledger_file=file)
    minji = telegram.person(1001, "민지")
    minji.starts()
    await telegram.call("sendMessage", chat_id=minji.id, text="안녕하세요")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert lines == [json.loads(json.dumps(entry.as_json())) for entry in telegram.ledger.entries]
    assert [(line["event"], line["at"]) for line in lines] == [
        ("acted", "2026-11-21T01:00:00+00:00"),
        ("sent", "2026-11-21T01:00:00+00:00"),
    ]
    assert lines[1]["call"]["params"] == {"chat_id": 1001, "text": "안녕하세요"}
    telegram.close()


async def test_one_can_wait_for_what_the_ledger_changes(telegram: FakeTelegram) -> None:
    minji = telegram.person(1001, "민지")
    waiting = asyncio.create_task(telegram.ledger.until(lambda: len(minji.sees()) == 2))
    await asyncio.sleep(0)
    minji.starts()
    minji.says("안녕")
    await waiting
    with pytest.raises(TimeoutError):
        await telegram.ledger.until(lambda: len(minji.sees()) == 3, within=0.01)
