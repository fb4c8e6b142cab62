"""Recency, frequency and money as published: on a small table, and on the published one where it is at hand."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.insight.rfm import SEGMENTS, Scored, rfm_table

ON = date(2026, 1, 1)
PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "data" / "peer"


def bought(days_ago: int, times: int, amount: int) -> list[tuple[date, int]]:
    """`times` purchases of `amount` in all, the last of them so many days ago."""
    each = amount // times
    last = [(ON - timedelta(days=days_ago), amount - each * (times - 1))]
    return last + [(ON - timedelta(days=days_ago + 10 * (n + 1)), each) for n in range(times - 1)]


# Six people with 10, 20 … 60 days, 6, 5 … 1 purchases and 600, 500 … 100. The quantiles of 20, 40, 60 and 80 % of
# 10..60 are 20, 30, 40, 50, so the cuts are 21, 31, 41, 51; those of 1..6 are 2, 3, 4, 5 and the cuts 3, 4, 5, 6.
TABLE = {name: bought(10 * n, 7 - n, 700 - 100 * n) for n, name in enumerate("abcdef", start=1)}


@pytest.mark.parametrize(
    ("who", "score", "segment"),
    [
        ("a", 555, "Champions"),
        ("b", 544, "Potential Loyalist"),
        ("c", 433, "Potential Loyalist"),
        ("d", 322, "Loyal Customers"),
        ("e", 211, "About To Sleep"),
        ("f", 111, "Lost"),
    ],
)
def test_a_small_table_is_scored_as_by_hand(who: str, score: int, segment: str) -> None:
    scored = rfm_table(TABLE, ON)[who]

    assert (scored.score, scored.segment) == (score, segment)


def test_the_facts_are_days_purchases_and_their_sum() -> None:
    assert rfm_table(TABLE, ON)["b"] == Scored(20, 5, 500, 5, 4, 4)


def test_nobody_is_scored_without_a_purchase() -> None:
    assert rfm_table({}, ON) == {}
    assert set(rfm_table(TABLE | {"g": []}, ON)) == set(TABLE)


def test_one_customer_alone_has_one_score() -> None:
    assert rfm_table({"a": bought(5, 1, 100)}, ON)["a"].score == 511


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published tables do not lie beside the checkout")
def test_the_published_table_is_scored_as_published() -> None:
    orders: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for row in _rows("rfm_r_orders.csv"):
        orders[row["customer_id"]].append((date.fromisoformat(row["order_date"]), int(row["revenue"])))
    table = rfm_table(orders, date(2006, 12, 31))

    published = next(int(row["published_value"]) for row in _rows("expected_values.csv") if row["id"] == "rfm-n")
    assert len(table) == published
    for row in _rows("rfm_r_expected_first10.csv"):
        scored = table[row["customer_id"]]
        facts = (scored.recency_days, scored.transactions, scored.amount_minor)
        assert facts == (int(row["recency_days"]), int(row["transaction_count"]), int(row["amount"]))
        assert (scored.score, scored.segment) == (int(row["rfm_score"]), row["segment"])
    rules = [
        (row["segment_in_priority_order"], *((int(row[f"{one}_low"]), int(row[f"{one}_high"])) for one in "rfm"))
        for row in _rows("rfm_r_segment_rules.csv")
    ]
    assert list(SEGMENTS) == rules


def _rows(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
