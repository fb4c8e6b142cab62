"""What is said in a run, and what must come of each sentence: one effect in the records, one answer in the chat."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.domain.phone import parse_phone
from storage import people
from storage.models import Consent
from storage.vault import Vault

OWNERS = (9001, 9002, 9003, 9004)
_FAMILIES = ("김", "이", "박", "최", "정", "강", "조", "윤")
_GIVEN = ("서연", "민준", "하은", "도윤", "지우")
CUSTOMERS = {2001 + n: f"{_FAMILIES[n % 8]}{_GIVEN[n // 8]}" for n in range(40)}


@dataclass(frozen=True, slots=True)
class Sentence:
    """`value` is what the records must hold once, and `proof` what only the answer to this sentence shows."""

    chat_id: int
    text: str
    value: str
    proof: str


def sentences(count: int, seed: int) -> Iterator[Sentence]:
    """Customers correct their numbers and four people at the counter write visits down, all mixed up."""
    chance = random.Random(seed)
    for number in range(count):
        if chance.random() < 0.3:
            amount = 100_000 + 10 * number
            name = chance.choice(list(CUSTOMERS.values()))
            text = f"{name} 와이셔츠 3장 {amount}"
            yield Sentence(chance.choice(OWNERS), text, str(amount), f"{amount:,}원")
        else:
            phone = parse_phone(f"010-{3000 + number // 10_000}-{number % 10_000:04}")
            text = f"번호 바뀌었어요 {phone.national}"
            yield Sentence(chance.choice(list(CUSTOMERS)), text, phone.e164, phone.national)


def settle_in(session: Session, vault: Vault, now: datetime) -> None:
    """The customers of the story: known, linked, and glad to be greeted."""
    for chat_id, name in CUSTOMERS.items():
        customer = people.create(session, name, now)
        customer.chat_id = chat_id
        customer.linked_at = now
        people.set_phone(session, vault, customer, parse_phone(f"010-2000-{chat_id}"))
        session.flush()
        for purpose in ("advertising", "night"):
            session.add(Consent(customer_id=customer.id or 0, purpose=purpose, given=True, at=now, text_version="1"))
