"""Pictures of the shop's figures, with what they say in words."""

from bot.actions import charts, sending
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Document, Reply, words
from bot.domain.said import Said
from bot.understanding.asks.visits import Chart

_DRAW = {
    "weeks": (charts.weeks, "chart-weeks"),
    "hours": (charts.hours, "chart-hours"),
    "regulars": (charts.regulars, "chart-regulars"),
}


def draw(said: Said, unit: Unit, ask: Chart) -> Replies:
    """The picture that was asked for, in the language of the answer."""
    draw_it, key = _DRAW[ask.about]
    picture = draw_it(unit, sending.language_of(unit, said))
    if picture is None:
        return Reply(words("chart-nothing", about=ask.about))
    return Reply(
        words(key, **picture.facts),
        document=Document(picture.name, picture.data, picture=True),
    )
