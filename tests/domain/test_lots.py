"""What is left of each credit: the earliest is used first, and what ends is no more than what was left."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lots import ENDED, UNDONE, Lot, Move, ends_on, lots

START = date(2026, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


@pytest.mark.parametrize(
    ("moves", "left"),
    [
        ([], []),
        ([Move(1, day(0), 100)], [(1, 100)]),
        ([Move(1, day(0), 100), Move(2, day(5), 50), Move(3, day(9), -120)], [(2, 30)]),
        ([Move(1, day(0), 100), Move(2, day(9), -100)], []),
        # A use that was taken back has never been; a credit that was taken back is used for nothing.
        ([Move(1, day(0), 100), Move(2, day(9), -60), Move(3, day(9), 60, 2, UNDONE)], [(1, 100)]),
        ([Move(1, day(0), 100), Move(2, day(3), 50), Move(3, day(9), -100, 1, UNDONE)], [(2, 50)]),
        (
            [Move(1, day(0), 100), Move(2, day(3), -40), Move(3, day(9), 50), Move(4, day(9), -100, 1, UNDONE)],
            [(3, 10)],
        ),
        # What has ended is of its own credit, and later uses are of the next.
        ([Move(1, day(0), 100), Move(2, day(3), 50), Move(3, day(9), -60), Move(4, day(20), -40, 1, ENDED)], [(2, 50)]),
        (
            [
                Move(1, day(0), 100),
                Move(2, day(3), 50),
                Move(3, day(20), -100, 1, ENDED),
                Move(4, day(21), -20),
            ],
            [(2, 30)],
        ),
    ],
)
def test_the_earliest_are_used_first(moves: list[Move], left: list[tuple[int, int]]) -> None:
    assert [(lot.id, lot.left) for lot in lots(moves)] == left


class Purse:
    """The same by hand: every point is one piece with the row that it came by."""

    def __init__(self) -> None:
        self.moves: list[Move] = []
        self.pieces: list[int] = []

    def write(self, on: date, amount: int, of: int | None = None, reason: str | None = None) -> int:
        self.moves.append(Move(len(self.moves) + 1, on, amount, of, reason))
        return len(self.moves)


@given(st.lists(st.tuples(st.sampled_from(["give", "use", "end"]), st.integers(1, 30)), max_size=40))
def test_lots_are_the_pieces_that_are_left_and_add_up_to_the_balance(deeds: list[tuple[str, int]]) -> None:
    purse = Purse()
    for number, (deed, amount) in enumerate(deeds):
        if deed == "give":
            purse.pieces += [purse.write(day(number), amount)] * amount
        elif deed == "use" and amount <= len(purse.pieces):
            purse.write(day(number), -amount)
            del purse.pieces[:amount]
        elif deed == "end" and purse.pieces:
            first = purse.pieces[0]
            purse.write(day(number), -purse.pieces.count(first), first, ENDED)
            purse.pieces = [piece for piece in purse.pieces if piece != first]

        found = lots(purse.moves)
        assert [one.id for one in found for _ in range(one.left)] == purse.pieces
        assert sum(one.left for one in found) == sum(move.amount for move in purse.moves) >= 0


@given(
    st.lists(st.integers(-30, 30).filter(bool), max_size=30),
    st.data(),
)
def test_whatever_is_taken_back_has_never_been(amounts: list[int], data: st.DataObject) -> None:
    moves, balance = [], 0
    for number, amount in enumerate(amounts, start=1):
        if balance + amount >= 0:
            moves.append(Move(number, day(number), amount))
            balance += amount
    if not moves:
        return
    back = data.draw(st.sampled_from(moves))
    if balance - back.amount < 0:
        return
    taken = [*moves, Move(99, day(99), -back.amount, back.id, UNDONE)]
    assert lots(taken) == lots([move for move in moves if move is not back])
    assert sum(one.left for one in lots(taken)) == balance - back.amount


@pytest.mark.parametrize(
    ("credited", "months", "since", "last"),
    [
        ("2026-01-15", 12, "2025-01-01", "2027-01-31"),
        ("2026-01-31", 12, "2025-01-01", "2027-01-31"),
        ("2026-08-31", 6, "2025-01-01", "2027-02-28"),
        ("2027-08-31", 6, "2025-01-01", "2028-02-29"),
        ("2028-02-29", 12, "2025-01-01", "2029-02-28"),
        ("2026-12-01", 12, "2025-01-01", "2027-12-31"),
        # Older than the rule: as old as the rule.
        ("2020-05-05", 12, "2026-11-21", "2027-11-30"),
    ],
)
def test_what_runs_out_does_so_with_the_last_day_of_a_month(credited: str, months: int, since: str, last: str) -> None:
    on = date.fromisoformat(credited)
    assert ends_on(on, months, date.fromisoformat(since)) == date.fromisoformat(last)
    assert lots([Move(1, on, 5)]) == (Lot(1, on, 5),)
