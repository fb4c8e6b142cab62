"""The table of tests/data/policy: who may be sent which message when, by someone who has not read the program."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

Cell: TypeAlias = Mapping[str, str | int]
DAY = 1440


@dataclass(frozen=True, slots=True)
class Row:
    """A rule, a doubt or a floor: where it holds, in the order of the dimensions, at which minutes."""

    id: str
    where: tuple[tuple[str, frozenset[str | int]], ...]
    spans: tuple[tuple[int, int], ...]
    facts: dict[str, Any]

    def fits(self, cell: Cell) -> bool:
        return all(cell[name] in values for name, values in self.where)

    def holds_at(self, minute: int) -> bool:
        return any(start <= minute < end for start, end in self.spans)


class Table:
    def __init__(self, path: Path) -> None:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        self.dimensions: dict[str, list[str | int]] = {
            name: values for name, values in raw["dimensions"].items() if name != "minute"
        }
        self.rules, self.doubts, self.floors = ([_row(one) for one in raw[part]] for part in ("rule", "doubt", "floor"))
        self.topics: dict[str, str] = {one["message"]: one["topic"] for one in raw["class"]}
        rows = (*self.rules, *self.doubts, *self.floors)
        self.cuts = sorted({0} | {minute % DAY for row in rows for span in row.spans for minute in span})


def target(rule: Row, minute: int) -> int | None:
    """The minute, counted from this midnight, at which the message goes; None where it never does."""
    if rule.facts["outcome"] == "drop":
        return None
    if rule.facts["outcome"] == "send":
        return minute
    word, clock = rule.facts["until"].split()
    at = _minute(clock)
    return at + (DAY if word == "tomorrow" or at <= minute else 0)


def _row(facts: dict[str, Any]) -> Row:
    where = {name: frozenset(value if isinstance(value, list) else [value]) for name, value in facts["when"].items()}
    # The message tells most rows apart, so it is looked at first.
    ordered = tuple(sorted(where.items(), key=lambda pair: pair[0] != "message"))
    start, end = (_minute(part) for part in facts.get("minutes", "00:00-24:00").split("-"))
    spans = ((start, end),) if start < end else ((start, DAY), (0, end))
    return Row(facts["id"].removesuffix(".only_cause"), ordered, spans, facts)


def _minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
