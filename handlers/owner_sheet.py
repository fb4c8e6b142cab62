"""The sheet for the counter, as a file to be printed."""

from bot.actions import counter_sheet
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Document, Reply, words
from bot.domain.said import Said


def make(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "QR 만들어줘", and the button."""
    sheet = counter_sheet.make(unit)
    return Reply(words("counter-sheet", link=sheet.link), document=Document(sheet.name, sheet.data))
