"""Is everything all right?"""

from bot.actions import health
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said


def look(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "이상 없어?": one line for each thing that was looked at."""
    checks = health.look(unit)
    rows = tuple(words("health-good" if check.good else "health-bad", text=check.words) for check in checks)
    return Reply(words("health", bad=sum(not check.good for check in checks), rows=rows))
