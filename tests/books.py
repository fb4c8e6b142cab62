"""The files of an export, read by no other code than this: figures recomputed in plain Python."""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

YEAR = timedelta(days=365)
Who = tuple[str, str, str]


@dataclass(frozen=True)
class Receipt:
    who: Who
    at: datetime
    amount: int
    items: tuple[str, ...]

    @property
    def day(self) -> date:
        return self.at.date()


class Books:
    """What the shop has on record. `until` leaves out what was written down after that moment."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.tables = {name.removesuffix(".csv"): _rows(data) for name, data in files.items()}
        lines: dict[tuple[Who, str], list[dict[str, str]]] = defaultdict(list)
        for row in self.tables["visits"]:
            lines[_who(row), row["visited_at"]].append(row)
        self.all = [
            Receipt(
                who,
                datetime.fromisoformat(at),
                sum(int(row["amount"]) for row in rows),
                tuple(row["item"] for row in rows if row["item"]),
            )
            for (who, at), rows in lines.items()
        ]

    def receipts(self, start: date, end: date, until: datetime) -> list[Receipt]:
        """From `start` up to, not including, `end`."""
        return [one for one in self.all if start <= one.day < end and one.at <= until]

    def figures(self, start: date, end: date, until: datetime) -> list[int]:
        """Money, visits and people."""
        found = self.receipts(start, end, until)
        return [sum(one.amount for one in found), len(found), len({one.who for one in found if one.who[0]})]

    def days(self, name: str, until: datetime) -> list[date]:
        """The days on which whoever is called so was here."""
        return sorted({one.day for one in self.all if one.who[0] == name and one.at <= until})

    def by_person(self, until: datetime) -> dict[Who, list[date]]:
        found: dict[Who, set[date]] = defaultdict(set)
        for one in self.all:
            if one.who[0] and one.at <= until:
                found[one.who].add(one.day)
        return {who: sorted(days) for who, days in found.items()}

    def regulars(self, until: datetime) -> int:
        """Four days in the year up to the last one, and that within a year."""
        return sum(
            until.date() - days[-1] <= YEAR and sum(days[-1] - day <= YEAR for day in days) >= 4
            for days in self.by_person(until).values()
        )

    def late(self, until: datetime) -> int:
        """Four days, and away for more than 1.2 times the longest of the last twelve gaps, within the year."""
        found = 0
        for days in self.by_person(until).values():
            gaps = [(later - earlier).days for earlier, later in pairwise(days)][-12:]
            away = (until.date() - days[-1]).days
            found += len(days) >= 4 and away > 1.2 * max(gaps) and away <= 365
        return found

    def newcomers(self, start: date, end: date, until: datetime) -> int:
        return sum(start <= days[0] < end for days in self.by_person(until).values())

    def spent(self, name: str, start: date, end: date, until: datetime) -> int:
        return sum(one.amount for one in self.receipts(start, end, until) if one.who[0] == name)

    def most(self, start: date, end: date, until: datetime) -> int:
        """What whoever spent most has spent."""
        sums: Counter[Who] = Counter()
        for one in self.receipts(start, end, until):
            sums[one.who] += one.amount if one.who[0] else 0
        return max(sums.values())

    def buyers(self, item: str, until: datetime) -> int:
        return len({one.who for one in self.all if item in one.items and one.who[0] and one.at <= until})

    def usual(self, name: str, until: datetime) -> tuple[str, int]:
        """What they had on most visits, and on how many."""
        found = Counter(item for one in self.all if one.who[0] == name and one.at <= until for item in set(one.items))
        return found.most_common(1)[0]

    def rank(self, name: str, until: datetime) -> tuple[int, int, int]:
        """What somebody has spent, their place by it, and how many have spent anything."""
        sums: Counter[Who] = Counter()
        for one in self.all:
            if one.who[0] and one.at <= until:
                sums[one.who] += one.amount
        own = next(spent for who, spent in sums.items() if who[0] == name)
        buyers = [spent for spent in sums.values() if spent > 0]
        return own, 1 + sum(spent > own for spent in buyers), len(buyers)

    @property
    def people(self) -> int:
        return len(self.tables["customers"])

    @property
    def reachable(self) -> int:
        """Nobody is on Telegram here: whoever has a number that is in use."""
        return sum(row["phone"].startswith("010") for row in self.tables["customers"])

    def without(self, column: str) -> int:
        return sum(not row[column] for row in self.tables["customers"])

    def birthdays(self, month: int) -> int:
        return sum(row["birthday"][5:7] == f"{month:02}" for row in self.tables["customers"] if row["birthday"])

    def ledger(self, kind: str) -> int:
        return sum(int(row["amount"].lstrip("'")) for row in self.tables["ledger"] if row["kind"] == kind)

    @property
    def owed(self) -> int:
        """What was not paid: a line on the tab, or the part of it that is ("card + tab 5000")."""
        found = 0
        for row in self.tables["visits"]:
            part = re.search(r"\btab (\d+)", row["paid_by"])
            found += int(part[1]) if part else int(row["amount"]) if row["paid_by"] == "tab" else 0
        return found


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _who(row: dict[str, str]) -> Who:
    return row["name"], row["phone"], row["member_no"]
