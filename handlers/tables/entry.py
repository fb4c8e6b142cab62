"""One row of a table: a function, and whether it only reads.

A `reads` function answers from a snapshot and cannot change anything; a `writes` function runs in the one writing
transaction. Every function is `(said, unit)`, with the button's parts or the understood sentence behind them.
"""

from collections.abc import Callable
from functools import partial, wraps

from bot.actions.unit import Replies, Unit
from bot.domain.permissions import Role
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.runtime import Route
from handlers import errors

Function = Callable[..., Replies]
Entry = tuple[Function, bool]


def reads(function: Function) -> Entry:
    return function, True


def writes(function: Function) -> Entry:
    return function, False


def _not_understood(said: Said, unit: Unit, *more: object) -> Replies:
    return errors.not_understood(said, unit)


def only(part: Part, entry: Entry, otherwise: Function = _not_understood) -> Entry:
    """For a shop that has this part. Where it is off nobody has heard of it, and `otherwise` answers."""
    function, question = entry

    @wraps(function)  # the pressed button's parts are checked against the signature of the function itself
    def where_it_is_on(said: Said, unit: Unit, *more: object) -> Replies:
        return function(said, unit, *more) if unit.shop.has(part) else otherwise(said, unit, *more)

    where_it_is_on.part = part  # type: ignore[attr-defined]
    return where_it_is_on, question


def part_of(entry: Entry) -> Part | None:
    """The part that the shop must have for this, None where every shop does it."""
    return getattr(entry[0], "part", None)


orders = partial(only, Part.ORDERS)
appointments = partial(only, Part.APPOINTMENTS)
prepaid = partial(only, Part.PREPAID)
points = partial(only, Part.POINTS)
invitations = partial(only, Part.INVITATIONS)


def at_work(entry: Entry) -> dict[Role | str, Entry]:
    """The same for everybody who works here."""
    return dict.fromkeys((Role.OWNER, Role.STAFF, Role.READER), entry)


def leads_to(entry: Entry, *more: object) -> Route:
    """The way to this function, which is called with `more` behind what was said."""
    function, question = entry
    return Route(lambda said, unit: function(said, unit, *more), question)
