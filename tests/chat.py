"""Talk to the real assistant the way people do: `await minji.says(...)`, `minji.sees(...)`, `await minji.taps(...)`.

Everything is real but Telegram and the clock: the Application, the database, the lanes, the courier. Nothing sleeps; a
chat settles when no update waits and no message is due, and the clock is moved on for the pause between two messages.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.app import Assistant, Wiring
from bot.clock import MovableClock
from bot.config import Settings
from bot.jobs.backing_up import Keeping
from bot.messaging.interpreter import LIMIT
from bot.playground.people import Person, inline_buttons
from bot.playground.telegram import FakeTelegram
from bot.playground.transport import playground_request
from storage import outbox
from storage.database import Database

SATURDAY_TEN = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)  # 10:00 in Seoul
OWNER = 9001
_MOST_ROUNDS = 400


class Chat:
    """One person's private chat with the assistant."""

    def __init__(self, shop: "ShopUnderTest", person: Person) -> None:
        self._shop = shop
        self.person = person
        self._read = 0
        self._edits = 0

    @property
    def id(self) -> int:
        return self.person.id

    async def starts(self, payload: str = "") -> list[str]:
        return await self._does(lambda: self.person.starts(payload))

    async def says(self, text: str) -> list[str]:
        """Write, and wait for the answers: their texts."""
        return await self._does(lambda: self.person.says(text))

    async def taps(self, button: str) -> list[str]:
        """Press the newest inline button with this label (or data)."""
        return await self._does(lambda: self.person.taps(button))

    async def taps_data(self, data: str, under: int | None = None) -> list[str]:
        """Send any data as a press, of an old button or a forged one, under the newest message unless told."""
        message_id: int = self.person.last()["message_id"] if under is None else under
        return await self._does(lambda: self.person.taps_data(message_id, data))

    async def presses(self, key: str) -> list[str]:
        """Press one of the big keys."""
        return await self._does(lambda: self.person.presses(key))

    async def shares_contact(self, **how: Any) -> list[str]:
        return await self._does(lambda: self.person.shares_contact(**how))

    async def does(self, act: Any) -> list[str]:
        """Anything else a person can do: `await minji.does(minji.person.blocks)`."""
        return await self._does(act)

    def sees(self, *parts: str) -> None:
        """The newest message of the assistant holds all of these."""
        text = self.last
        missing = [part for part in parts if part not in text]
        assert not missing, f"not seen: {missing}\n--- seen ---\n{text}"

    def sees_nothing_of(self, *parts: str) -> None:
        """Nothing the assistant has ever written in this chat holds any of these, buttons included."""
        whole = "\n".join(self.everything)
        found = [part for part in parts if part in whole]
        assert not found, f"seen: {found}\n--- seen ---\n{whole}"

    @property
    def last(self) -> str:
        return self.texts[-1] if self.texts else ""

    @property
    def texts(self) -> list[str]:
        """The assistant's messages as they stand now, oldest first."""
        return self.person.hears()

    @property
    def everything(self) -> list[str]:
        """All texts that were ever shown in this chat, before edits too, and the labels of buttons."""
        labels = [button["text"] for message in self.person.sees() for button in inline_buttons(message)]
        return [*self._shop.telegram.ledger.texts(self.id), *labels]

    @property
    def buttons(self) -> list[str]:
        return self.person.buttons()

    async def _does(self, act: Any) -> list[str]:
        before = len(self._shop.telegram.ledger.texts(self.id))
        act()
        await self._shop.settle()
        return self._shop.telegram.ledger.texts(self.id)[before:]


@dataclass
class ShopUnderTest:
    """The assistant with its clock and its Telegram."""

    assistant: Assistant
    telegram: FakeTelegram
    clock: MovableClock
    database: Database
    numbers: int = 0

    def person(self, person_id: int, first_name: str, *, phone: str = "", language: str = "ko", **more: Any) -> Chat:
        return Chat(self, self.telegram.person(person_id, first_name, phone=phone, language_code=language, **more))

    async def owner(self, *, language: str = "ko") -> Chat:
        """The owner, who has opened the chat."""
        chat = self.person(OWNER, "사장님" if language == "ko" else "Owner", language=language)
        await chat.starts()
        return chat

    async def customer(self, person_id: int, first_name: str, *, phone: str, language: str = "ko") -> Chat:
        """Somebody who has opened the chat and shared their own number."""
        chat = self.person(person_id, first_name, phone=phone, language=language)
        await chat.starts()
        await chat.shares_contact()
        return chat

    async def settle(self) -> None:
        """Until no update waits and nothing is due. The clock moves only over the pause between two messages."""
        for _ in range(_MOST_ROUNDS):
            moved = await self.assistant.polling.poll(wait=timedelta(0)) > 0
            moved |= await self.assistant.lanes.step()
            await self.assistant.lanes.finish()
            moved |= await self.assistant.courier.step()
            await self.assistant.courier.finish()
            moved |= await self.assistant.postman.step()
            if moved or await self.assistant.import_desk.step() or await self.assistant.photo_desk.step():
                continue
            due = await self.database.read(outbox.next_due)
            if due is None or due > self.clock.now() or self.assistant.courier.is_paused:
                return
            self.clock.forward(timedelta(seconds=1))
        raise AssertionError("the chats do not come to rest")

    async def tick(self) -> None:
        """What the scheduler does every twenty seconds."""
        await self.assistant.tick()
        await self.settle()

    async def moves_on(self, **step: float) -> None:
        """Let time pass in one jump, as for a machine that slept, then look what is due."""
        self.clock.forward(timedelta(**step))
        await self.tick()

    async def wakes_at(self, moment: datetime) -> None:
        """The same, to a moment."""
        self.clock.forward_to(moment)
        await self.tick()


def settings_for(telegram: FakeTelegram, **given: Any) -> Settings:
    """Settings of a test shop; nothing is read from the machine's environment or a `.env`."""
    values: dict[str, Any] = {
        "telegram_bot_token": telegram.token,
        "owner_ids": (OWNER,),
        "shop_name": "맑은세탁",
        "shop_hours": "10:00-20:00",
        "shop_contact": "02-123-4567",
    }
    return Settings.model_validate(values | given)


@asynccontextmanager
async def open_shop(
    database: Database,
    *,
    clock: MovableClock | None = None,
    telegram: FakeTelegram | None = None,
    keeping: Keeping | None = None,
    interpreter_limit: float = LIMIT,
    **given: Any,
) -> AsyncIterator[ShopUnderTest]:
    """A shop that has begun and answers when it is settled. `given` are settings, such as shop_preset="salon"."""
    clock = clock or MovableClock(SATURDAY_TEN)
    telegram = telegram or FakeTelegram(clock=clock)
    wiring = Wiring(
        request=playground_request(telegram),
        polling_request=playground_request(telegram),
        interpreter_limit=interpreter_limit,
    )
    assistant = Assistant(settings_for(telegram, **given), database, clock, wiring, keeping=keeping)
    await assistant.begin()
    try:
        yield ShopUnderTest(assistant, telegram, clock, database)
    finally:
        await assistant.end()
