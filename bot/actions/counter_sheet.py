"""The sheet for the counter, asked for in chat."""

from dataclasses import dataclass, field
from functools import cache

from bot.actions.unit import Unit
from bot.texts.catalog import Catalog

FILE = "counter-sheet.pdf"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file to be printed, and the link behind its code."""

    name: str
    data: bytes = field(repr=False)
    link: str


def make(unit: Unit) -> Sheet:
    """Draw the sheet as the shop's settings are now."""
    unit.permit("make the counter sheet")
    # What draws is imported when something is drawn: it would take a tenth of every start.
    from bot.texts.counter_sheet import counter_sheet, sheet_link

    return Sheet(FILE, counter_sheet(_catalog(), unit.shop, "PDF"), sheet_link(unit.shop.bot))


@cache
def _catalog() -> Catalog:
    return Catalog()
