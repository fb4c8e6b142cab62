"""The judge: holds the records and Telegram's own ledger against what was said.

It knows only what people said, what the fake Telegram showed them and what stands in the database in the end. It finds
nothing out from the program that is judged.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, func, select

from bot.playground.ledger import Entry, Event
from storage import journal
from storage.database import Database
from storage.models import InboxRow, JournalEntry, OutboxRow, Visit
from tests.chaos.story import CUSTOMERS, Sentence

PROOF = re.compile(r"010-\d{4}-\d{4}|[\d,]{7,}원")
GREETING = re.compile(r"인사\d{4}")


@dataclass
class Verdict:
    """What is wrong, and the figures of the run."""

    violations: list[str] = field(default_factory=list)
    answers: int = 0
    repeats: int = 0
    most_repeats_after_a_death: int = 0
    thanked: int = 0
    greeted: int = 0
    uncertain: int = 0

    def hold(self, true: bool, violation: str) -> None:
        if not true:
            self.violations.append(violation)


def judge(
    said: Sequence[Sentence],
    greetings: Sequence[str],
    ledger: Sequence[Entry],
    lives: Sequence[int],
    database: Database,
) -> Verdict:
    """`lives` are the numbers of ledger entries at which each life began."""
    verdict = Verdict()
    shown = _Shown(ledger, lives)
    with database.reading() as session:
        _judge_records(verdict, said, session, database)
        _judge_answers(verdict, said, shown)
        _judge_thanks_and_greetings(verdict, greetings, shown, session)
        _judge_boxes(verdict, session)
    return verdict


class _Shown:
    """The messages of the ledger, sorted into answers, greetings and thanks, each with the lives that sent it."""

    def __init__(self, ledger: Sequence[Entry], lives: Sequence[int]) -> None:
        self.answers: dict[tuple[int, str], list[int]] = defaultdict(list)
        self.greetings: dict[str, int] = Counter()
        self.thanks: dict[int, int] = Counter()
        self.others: list[str] = []
        for entry in ledger:
            if entry.event is not Event.SENT or entry.chat_id is None:
                continue
            life = sum(1 for start in lives if start < entry.number)
            text = entry.details["text"]
            if greeting := GREETING.search(text):
                self.greetings[greeting[0]] += 1
            elif "와 주셔서 고맙습니다" in text:
                self.thanks[entry.chat_id] += 1
            elif proof := proof_in(text):
                self.answers[entry.chat_id, proof].append(life)
            else:
                self.others.append(text)


def proof_in(text: str) -> str | None:
    """What tells which sentence this answers."""
    found = PROOF.findall(text)
    return str(found[-1]) if found else None


def _judge_records(verdict: Verdict, said: Sequence[Sentence], session: Session, database: Database) -> None:
    """Every sentence has had its effect once, and within a chat in the order in which it was said."""
    wanted: dict[int, list[str]] = defaultdict(list)
    found: dict[int, list[str]] = defaultdict(list)
    for sentence in said:
        wanted[sentence.chat_id].append(sentence.value)
    amounts = dict(session.exec(select(Visit.id, Visit.amount_minor)).all())
    for entry in session.exec(select(JournalEntry).order_by(col(JournalEntry.id))):
        if entry.deed == "visit_recorded":
            value = str(amounts.pop(entry.subject_id, None))
        else:
            value = str(journal.after(database.vault, entry)["value"])
        found[entry.actor_id or 0].append(value)
    verdict.hold(not amounts, f"visits that nobody spoke of: {sorted(amounts.values())}")
    for chat_id in sorted(wanted.keys() | found.keys()):
        missing = Counter(wanted[chat_id]) - Counter(found[chat_id])
        extra = Counter(found[chat_id]) - Counter(wanted[chat_id])
        verdict.hold(not missing, f"chat {chat_id}: no effect of {sorted(missing)}")
        verdict.hold(not extra, f"chat {chat_id}: an effect too many of {sorted(extra)}")
        in_order = missing or extra or wanted[chat_id] == found[chat_id]
        verdict.hold(bool(in_order), f"chat {chat_id}: effects out of order")


def _judge_answers(verdict: Verdict, said: Sequence[Sentence], shown: _Shown) -> None:
    """Every answer was shown, in order, and again only after a death, once."""
    repeats: Counter[int] = Counter()
    places: dict[int, list[int]] = defaultdict(list)
    order = {key: place for place, key in enumerate(shown.answers)}
    for sentence in said:
        key = (sentence.chat_id, sentence.proof)
        lives = shown.answers.pop(key, [])
        verdict.hold(bool(lives), f"no answer to {sentence.text!r}")
        verdict.hold(len(lives) <= 2, f"{len(lives)} answers to {sentence.text!r}")
        verdict.hold(len(set(lives)) == len(lives), f"two answers to {sentence.text!r} without a death between")
        verdict.answers += bool(lives)
        repeats.update(lives[1:])
        if lives:
            places[sentence.chat_id].append(order[key])
    verdict.hold(not shown.answers, f"answers to nothing: {sorted(shown.answers)}")
    verdict.hold(not shown.others, f"messages that nobody expects: {shown.others[:3]}")
    for chat_id, seen in places.items():
        verdict.hold(seen == sorted(seen), f"chat {chat_id}: answers out of order")
    verdict.repeats = repeats.total()
    verdict.most_repeats_after_a_death = max(repeats.values(), default=0)


def _judge_thanks_and_greetings(verdict: Verdict, greetings: Sequence[str], shown: _Shown, session: Session) -> None:
    """Never twice; and one that was not shown stands as uncertain, never as sent."""
    never_again = col(OutboxRow.kind).in_(("gift", "receipt"))
    states = dict(session.exec(select(OutboxRow.dedupe_key, OutboxRow.state).where(never_again)).all())
    verdict.hold(len(shown.greetings) > 0, "nobody was greeted, so nothing was tried")
    verdict.hold(shown.greetings.keys() <= set(greetings), "greetings that nobody planned")
    for text in greetings:
        times, state = shown.greetings[text], states.pop(f"greeting:{text}", None)
        verdict.hold(times <= 1, f"greeted {times} times: {text}")
        verdict.hold(times == 1 or state == "uncertain", f"never greeted, and the record says {state}: {text}")
    verdict.hold(sum(shown.thanks.values()) > 0, "nobody was thanked, so nothing was tried")
    verdict.hold(shown.thanks.keys() <= CUSTOMERS.keys(), "thanks to somebody who is no customer")
    for chat_id, times in shown.thanks.items():
        verdict.hold(times <= 1, f"chat {chat_id}: thanked {times} times in one evening")
    unsent = [key for key, state in states.items() if state not in ("sent", "uncertain")]
    verdict.hold(not unsent, f"thanks that hang: {unsent}")
    verdict.hold(
        sum(shown.thanks.values()) >= list(states.values()).count("sent"), "thanks that are called sent and were not"
    )
    verdict.thanked, verdict.greeted = sum(shown.thanks.values()), sum(shown.greetings.values())


def _judge_boxes(verdict: Verdict, session: Session) -> None:
    """Nothing hangs: every update is done, every message has come to an end that can be shown."""
    inbox = dict(session.exec(select(InboxRow.state, func.count()).group_by(InboxRow.state)).all())
    verdict.hold(inbox.keys() == {"done"}, f"updates not done: {inbox}")
    outbox = dict(session.exec(select(OutboxRow.state, func.count()).group_by(OutboxRow.state)).all())
    verdict.hold(outbox.keys() <= {"sent", "uncertain"}, f"messages not settled: {outbox}")
    verdict.uncertain = outbox.get("uncertain", 0)
    unsure = session.exec(select(func.count()).where(OutboxRow.state == "uncertain", OutboxRow.kind == "answer")).one()
    verdict.hold(unsure == 0, f"{unsure} answers of which nobody knows")
