"""The customers in groups, what puts somebody into theirs, and when they are likely to come again."""

from bot.actions import forecasts, segments, shop, shown_lists
from bot.actions.people import WhoIsMeant
from bot.actions.segments import Thanked, Where
from bot.actions.shop import RuleChanged
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.people import Group
from bot.domain.said import Said
from bot.insight.next_visit import NextVisit as Expected
from bot.insight.next_visit import Outlook
from bot.understanding.asks.lists import ChangeRule, Rfm, Segments, WhyCore
from bot.understanding.asks.people import NextVisit, Recommended
from handlers import owner_rolls, paging
from handlers.owner_asking import ask_whom, which_card
from handlers.owner_rows import group_rule


def show(said: Said, unit: Unit, ask: Segments) -> Replies:
    """All groups with their counts, or who is in one."""
    return owner_rolls.group(said, unit, ask) if ask.group else _overview(unit)


def _overview(unit: Unit) -> Reply:
    found = segments.overview(unit)
    shown_lists.show(unit, Segments())
    rows = tuple(
        words(
            "group-row",
            number=number,
            name=words("group-name", group=group.value),
            count=count,
            rule=group_rule(group.value, found.rhythm, found.stages),
        )
        for number, (group, count) in enumerate(found.counts, start=1)
    )
    text = words("groups", total=found.everybody.total, reachable=found.everybody.reachable, rows=rows)
    return Reply(text, buttons=paging.numbers(0, "group", [group.value for group, _ in found.counts]))


def open_group(said: Said, unit: Unit, group: str = "") -> Replies:
    """The number of a group under the overview."""
    ask = Segments(Group(group) if group in set(Group) else None)
    shown_lists.show(unit, ask)
    return show(said, unit, ask)


def rfm(said: Said, unit: Unit, ask: Rfm) -> Replies:
    """The groups of recency, frequency and money."""
    found = forecasts.rfm(unit)
    if not found.counts:
        return Reply(words("rfm-none"))
    rows = tuple(
        words("rfm-row", name=words("rfm-name", segment=name.replace(" ", "-").replace("'", "").lower()), count=count)
        for name, count in found.counts
    )
    return Reply(words("rfm", total=found.total, rows=rows, never=found.never_bought))


def change_rule(said: Said, unit: Unit, ask: ChangeRule) -> Replies:
    """A number of a rule is another one from now on."""
    return _ruled(shop.change_rule(unit, ask), undone=False)


def ask_rule(said: Said, unit: Unit, ask: ChangeRule) -> Replies:
    """The rule as it stands, or the change of it."""
    if ask.count is not None or ask.days is not None:
        return change_rule(said, unit, ask)
    unit.permit("see lists")
    rule = group_rule(ask.group, unit.shop.rhythm, unit.shop.stages)
    return Reply(words("rule-is", name=words("group-name", group=ask.group), rule=rule, group=ask.group))


def _ruled(done: RuleChanged, *, undone: bool) -> Reply:
    text = words(
        "rule-changed",
        name=words("group-name", group=done.group),
        rule=group_rule(done.group, done.rhythm, done.stages),
        undone=undone,
        same=done.undo is None and not undone,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),) if done.undo else ())


def rule_undone(done: RuleChanged) -> Words:
    """What holds again."""
    return _ruled(done, undone=True).text


def why(said: Said, unit: Unit, ask: WhyCore) -> Replies:
    """The three tests of a core customer with their facts and dates."""
    return _why(segments.why(unit, ask.name))


def why_chosen(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """The same for the person who was chosen."""
    return _why(segments.why(unit, public_id))


def _why(found: Where | WhoIsMeant) -> Reply:
    if isinstance(found, WhoIsMeant):
        return which_card(found, "why")
    core = found.standing.core
    value = words(
        "core-value",
        passed=core.is_top_fifth,
        since=found.first_on,
        amount=found.spent,
        rank=found.rank,
        buyers=found.buyers,
        percent=found.stages.core_percent,
        top=found.top,
    )
    steady = words(
        "core-steady" if core.regular_since else "core-not-steady",
        since=core.regular_since,
        visits=found.year_visits,
        last=found.last_on,
        needed=found.rhythm.regular_visit_days,
        regular_days=found.rhythm.regular_days,
    )
    said = words(
        "core-said" if core.recommended_on else "core-not-said",
        on=core.recommended_on,
        through=found.through or None,
        name=found.name,
    )
    return Reply(
        words(
            "why-core",
            name=found.name,
            last4=found.last4,
            core=found.group is Group.CORE,
            stage=stage_of(found),
            value=value if found.first_on else words("core-no-value"),
            steady=steady if found.last_on else words("core-never-here"),
            said=said,
        )
    )


def stage_of(found: Where) -> Words | None:
    """The stage with the day and the event that it began with."""
    standing = found.standing
    if standing.stage is None or standing.since is None or standing.cause is None:
        return None
    regular = found.group is Group.REGULAR and standing.core.regular_since is not None
    return words(
        "stage",
        stage=words("group-name", group=standing.stage.value),
        since=standing.since,
        cause=standing.cause.value.replace("_", "-"),
        few=found.stages.new_until_visit_days + 1,
        loyal_days=found.stages.loyal_days,
        regular=words("stage-regular", since=standing.core.regular_since) if regular else None,
        lost=words("stage-lost", since=found.lost_on, lost_days=found.rhythm.lost_days) if found.lost_on else None,
    )


def recommended(said: Said, unit: Unit, ask: Recommended) -> Replies:
    """Somebody brought another one, or speaks well of the shop."""
    return recommended_for(unit, ask)


def recommended_for(unit: Unit, ask: Recommended, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = segments.recommend(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words("recommended", name=done.name, last4=done.last4, through=done.through or None)
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def recommendation_undone(done: Thanked) -> Words:
    return words("recommended-undone", name=done.name)


def next_visit(said: Said, unit: Unit, ask: NextVisit) -> Replies:
    """When somebody is likely to come again, with the reason."""
    return _forecast(forecasts.next_visit(unit, ask.name))


def next_visit_chosen(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """The same for the person who was chosen."""
    return _forecast(forecasts.next_visit(unit, public_id))


def _forecast(found: forecasts.Forecast | WhoIsMeant) -> Reply:
    if isinstance(found, WhoIsMeant):
        return which_card(found, "next-visit")
    reason = None
    if found.usual_range is not None:
        shortest, longest = found.usual_range
        reason = words(
            "outlook-reason", last=found.last_on, one=shortest == longest, **{"from": shortest, "to": longest}
        )
    return Reply(
        words(
            "next-visit",
            name=found.name,
            last4=found.last4,
            outlook=outlook_of(found.expected, found.visits, found.known_from),
            reason=reason,
        )
    )


def outlook_of(expected: Expected, visits: int, known_from: int) -> Words:
    """The forecast in words."""
    match expected.outlook:
        case Outlook.WITHIN:
            return words(
                "outlook-within",
                days=expected.within,
                first=expected.first_on,
                last=expected.last_on,
                one=expected.first_on == expected.last_on,
            )
        case Outlook.ANY_DAY:
            return words("outlook-any-day", on=expected.late_from)
        case Outlook.LATE:
            return words("outlook-late", on=expected.late_from)
        case _:
            return words("outlook-unknown", visits=visits, needed=known_from)
