"""The playground as a program of its own, as a judge runs it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

TOKEN = "7000000001:judge"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.jsonl"


@pytest.fixture
def origin(ledger: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "bot.playground.server", "--port", "0", "--token", TOKEN, "--ledger", str(ledger)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr
        first_line = program.stderr.readline()
        yield f"http://127.0.0.1:{first_line.strip().rpartition('port=')[2]}"
        program.terminate()
        assert program.stderr.read() == ""


def test_it_serves_a_bot_and_keeps_its_ledger_in_a_file(origin: str, ledger: Path) -> None:
    with httpx.Client(base_url=origin, trust_env=False) as client:
        client.post("/playground/people", json={"id": 5, "first_name": "수연", "started": True})
        sent = client.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": "5", "text": "안녕하세요"})
        assert sent.json()["result"]["text"] == "안녕하세요"
    lines = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
    assert [(line["event"], line["chat_id"], line["text"]) for line in lines] == [("sent", 5, "안녕하세요")]
