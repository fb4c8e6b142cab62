"""A laundry on either database with one linked customer, and what she has there."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from sqlmodel import Session, select

from storage import people
from storage.database import Database
from storage.models import Appointment, Customer, Order, OrderItem, Visit, VisitLine
from storage.writing import new_public_id
from tests.chat import Chat, ShopUnderTest, open_shop


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(database) as opened:
        yield opened


@dataclass
class Linked:
    """A customer whose chat is open, and ways to give her things without going through the counter."""

    shop: ShopUnderTest
    chat: Chat
    customer_id: int

    async def books(self, at: datetime, *, made_at: datetime | None = None, service: str = "커트") -> int:
        made = made_at or self.shop.clock.now()
        return await self._adds(
            lambda: Appointment(
                public_id=new_public_id(), customer_id=self.customer_id, at=at, made_at=made, service=service
            )
        )

    async def moves_booking(self, booking_id: int, at: datetime) -> None:
        await self._changes(Appointment, booking_id, at=at, made_at=self.shop.clock.now())

    async def cancels_booking(self, booking_id: int) -> None:
        await self._changes(Appointment, booking_id, state="cancelled")

    async def leaves(self, item: str, quantity: int = 1) -> int:
        """An order that is received now."""
        order_id = await self._adds(
            lambda: Order(public_id=new_public_id(), customer_id=self.customer_id, received_at=self.shop.clock.now())
        )
        await self._adds(lambda: OrderItem(order_id=order_id, item=item, quantity=quantity))
        return order_id

    async def has_ready(self, order_id: int, *, ready: bool = True) -> None:
        """The order becomes ready now, or (a slip) is not ready after all."""
        now = self.shop.clock.now() if ready else None
        await self._changes(Order, order_id, state="ready" if ready else "received", ready_at=now)

        def items(session: Session) -> None:
            for item in session.exec(select(OrderItem).where(OrderItem.order_id == order_id)):
                item.state = "ready" if ready else "received"

        await self.shop.database.write(items)

    async def visits(self, item: str, amount: int, *, source: str = "chat") -> int:
        """A visit that is written down now."""
        now = self.shop.clock.now()
        visit_id = await self._adds(
            lambda: Visit(
                public_id=new_public_id(),
                customer_id=self.customer_id,
                visited_at=now,
                visited_on=self.shop.assistant.runtime.configured.day_of(now),
                amount_minor=amount,
                source=source,
                recorded_at=now,
            )
        )
        await self._adds(lambda: VisitLine(visit_id=visit_id, item=item, amount_minor=amount))
        return visit_id

    async def takes_back_visit(self, visit_id: int) -> None:
        await self._changes(Visit, visit_id, undone_at=self.shop.clock.now())

    async def _adds(self, make: Callable[[], Any]) -> int:
        def work(session: Session) -> int:
            row = make()
            session.add(row)
            session.flush()
            return int(row.id)

        return await self.shop.database.write(work)

    async def _changes(self, table: type[Any], row_id: int, **values: Any) -> None:
        def work(session: Session) -> None:
            row = session.get(table, row_id)
            assert row is not None
            for name, value in values.items():
                setattr(row, name, value)
            session.add(row)

        await self.shop.database.write(work)


async def linked(shop: ShopUnderTest, user_id: int, name: str, *, language: str = "ko") -> Linked:
    """A customer of this name whose chat is `user_id`."""
    chat = shop.person(user_id, name, language=language, started=True)

    def work(session: Session) -> int:
        customer: Customer = people.create(session, name, shop.clock.now())
        customer.chat_id, customer.linked_at, customer.language = user_id, shop.clock.now(), language
        session.add(customer)
        session.flush()
        assert customer.id is not None
        return customer.id

    return Linked(shop, chat, await shop.database.write(work))


@pytest.fixture
async def minji(shop: ShopUnderTest) -> Linked:
    return await linked(shop, 1001, "김민지")


@pytest.fixture
async def emily(shop: ShopUnderTest) -> Linked:
    return await linked(shop, 1002, "Emily Carter", language="en")
