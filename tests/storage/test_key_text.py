"""Keys as text: what is on paper can be typed in again."""

import base64
import secrets

import pytest

from storage.key_text import KeyMalformed, card_lines, read_keys

KEY = bytes(range(32))
LINES = card_lines(1, KEY)


def test_a_key_is_printed_in_groups_of_four_and_read_back_as_printed() -> None:
    assert LINES[0] == "v1:0001-0203-0405-0607-"
    assert len(LINES[-1]) == 4
    assert read_keys("\n".join(LINES), "card") == {1: KEY}


@pytest.mark.parametrize(
    "typed",
    [
        "".join(LINES),
        "\n".join(LINES).upper().replace("V1", "v1"),
        "\n".join(LINES).replace("0", "o").replace("1", "l").replace("vl:", "v1:"),
        "  \r\n".join(f"  {line}   # row" for line in LINES),
        "# the key of our shop -\n" + "\n\n".join(LINES) + "\n",
        "\n".join(LINES).removeprefix("v1:"),
    ],
    ids=["one line", "capitals", "look-alikes", "remarks", "blank lines", "no version"],
)
def test_it_may_be_typed_in_other_ways_that_mean_the_same(typed: str) -> None:
    assert read_keys(typed, "card") == {1: KEY}


def test_several_keys_may_stand_on_cards_and_in_base64_together() -> None:
    text = "\n".join([*card_lines(2, bytes(32)), *LINES]) + "\nv3:" + "A" * 42 + "E"

    assert read_keys(text, "file") == {1: KEY, 2: bytes(32), 3: bytes(31) + b"\1"}


def test_a_slip_of_the_finger_is_noticed() -> None:
    whole = "".join(LINES)
    places = [place for place in range(3, len(whole)) if whole[place] != "-"]
    missed = 0
    for place in places:
        typed = whole[:place] + ("f" if whole[place] != "f" else "0") + whole[place + 1 :]
        try:
            read_keys(typed, "card")
        except KeyMalformed:
            continue
        missed += 1
    assert missed == 0


def test_a_line_that_was_left_out_is_named_by_where_the_key_begins() -> None:
    with pytest.raises(KeyMalformed) as refusal:
        read_keys("# card\n" + "\n".join(LINES[:2] + LINES[3:]), "card")
    assert (refusal.value.source, refusal.value.line) == ("card", 2)


def test_no_key_ends_in_the_sign_that_joins_lines() -> None:
    for _ in range(500):
        assert not base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=").endswith("-")
