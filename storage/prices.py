"""The price list: read whole, written whole."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from sqlmodel import Session

from bot.domain.prices import Price
from storage.models import PriceItem
from storage.writing import table_of

_items = table_of(PriceItem)
_LIST = select(_items.c.name, _items.c.price_minor).order_by(_items.c.sort)


def price_list(session: Session) -> tuple[Price, ...]:
    """All prices in the order of the list."""
    return tuple(Price(row.name, row.price_minor) for row in session.connection().execute(_LIST))


def replace_price_list(session: Session, prices: Sequence[Price]) -> None:
    """Write this list in place of the one before."""
    connection = session.connection()
    connection.execute(delete(_items))
    rows = [{"name": price.name, "price_minor": price.minor, "sort": at} for at, price in enumerate(prices)]
    if rows:
        connection.execute(insert(_items), rows)
