"""Nothing of a person and no secret lies readable where it does not belong: the program's output and its files.

A conversation is full of canaries, the log is at DEBUG, and the program is killed in the end so that the write-ahead
log is still there to be searched.
"""

import signal
from pathlib import Path

from bot.playground.ledger import Event
from bot.playground.telegram import FakeTelegram
from tests.chaos.program import OWNER, PATIENCE, running, until_it_works
from tests.playground.serving import serving

SECRET = "AAcanary-token-0123456789abcdefghij"
TOKEN = f"7000000001:{SECRET}"
MINJI = 1001
NEWCOMER = "press the first button"
STORY = (
    (OWNER, "문채원 와이셔츠 3장 7500"),
    (OWNER, NEWCOMER),
    (OWNER, "문채원 손님 번호는 010-5555-6666이에요"),
    (OWNER, "문채원"),
    (MINJI, "내 정보"),
    (MINJI, "번호 바뀌었어요 010-7777-8888"),
    (MINJI, "이메일 canary.person@example.com"),
    (MINJI, "주소는 카나리구 노래동 12-3"),
    (MINJI, "제 비밀은 카나리아새장이에요"),
)
CANARIES = (
    SECRET,
    "카나리",
    "문채원",
    "노란깃털",
    "노래동",
    "새장",
    "canary.person",
    "Minji-Canary",
    *(number[-8:] for number in ("01022223333", "01055556666", "01077778888")),
    *("2222-3333", "5555-6666", "7777-8888"),
)


def found(data: bytes) -> list[str]:
    """The canaries in these bytes, as UTF-8, as UTF-16 and as JSON would escape them."""
    return [
        canary
        for canary in CANARIES
        if any(form in data for form in (canary.encode(), canary.encode("utf-16-le"), _escaped(canary)))
    ]


def _escaped(text: str) -> bytes:
    return text.encode("ascii", "backslashreplace")


async def test_no_canary_in_the_output_or_in_the_files(tmp_path: Path) -> None:
    telegram = FakeTelegram(TOKEN)
    telegram.person(OWNER, "노란깃털", started=True)
    telegram.person(MINJI, "Minji-Canary", phone="+821022223333", started=True)
    async with serving(telegram) as origin, running(tmp_path, origin, TOKEN, LOG_LEVEL="DEBUG") as program:
        await until_it_works(telegram)
        answers = {OWNER: 0, MINJI: 0}

        async def answered(person: int) -> None:
            answers[person] = max(answers[person] + 1, len(telegram.ledger.of(Event.SENT, person)))
            await telegram.ledger.until(
                lambda: len(telegram.ledger.of(Event.SENT, person)) >= answers[person], PATIENCE
            )

        for person in answers:
            telegram.person(person).starts()
            await answered(person)
        telegram.person(MINJI).shares_contact()
        await answered(MINJI)
        for person, text in STORY:
            speaker = telegram.person(person)
            if text == NEWCOMER:
                speaker.taps(speaker.buttons()[0])
            else:
                speaker.says(text)
            await answered(person)
        telegram.updates.push_raw({"message": {"message_id": "문채원", "text": "카나리아새장"}})
        await answered(OWNER)
        program.send(signal.SIGKILL)
        await program.ends()

    whole = "\n".join(text for person in answers for text in telegram.ledger.texts(person))
    assert all(part in whole for part in ("문채원", "010-7777-8888", "7,500원", "canary.person@")), (
        "the story was not understood"
    )
    assert len(found(whole.encode())) > 5, "the search finds nothing even where everything stands"
    assert program.out and program.err and found((program.out + program.err).encode()) == []
    files = {file.name: file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file()}
    assert files["dangol.db"].startswith(b"SQLite format 3") and len(files["dangol.db-wal"]) > 100_000
    assert {name: found(data) for name, data in files.items()} == {name: [] for name in files}
