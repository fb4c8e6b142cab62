from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outgoing import Button, Document, Keyboard, Money, Reply, Value, Words, words
from bot.domain.packing import pack, unpack

_zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_moments = st.builds(datetime.fromtimestamp, st.integers(-(10**9), 4 * 10**9), _zones)
_plain: st.SearchStrategy[Value] = st.one_of(
    st.text(),
    st.integers(),
    st.booleans(),
    st.none(),
    st.dates(),
    _moments,
    st.builds(Money, st.integers(), st.sampled_from(["KRW", "USD"])),
)
_values: st.SearchStrategy[Value] = st.recursive(
    _plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(tuple),
        st.builds(Words, st.text(), st.dictionaries(st.text(), inner, max_size=4)),
    ),
    max_leaves=12,
)
_words = st.builds(Words, st.text(), st.dictionaries(st.text(), _values, max_size=4))
_buttons = st.builds(Button, _words, st.text(), st.text(), st.none() | _words)
_replies = st.builds(
    Reply,
    _words,
    st.lists(st.lists(_buttons, max_size=3).map(tuple), max_size=3).map(tuple),
    st.sampled_from(Keyboard),
    st.none() | st.integers(),
)


@given(_replies)
def test_a_reply_comes_back_as_it_went_in(reply: Reply) -> None:
    assert unpack(pack(reply)) == reply


@pytest.mark.parametrize(
    "value",
    [
        "와이셔츠 <b>3장</b>",
        "",
        "\ud83d",
        0,
        -18_000,
        2**70,
        True,
        False,
        None,
        date(2026, 3, 13),
        datetime(2026, 3, 13, 18, 30, tzinfo=ZoneInfo("Asia/Seoul")),
        datetime(2026, 3, 13, 9, 30, 0, 123456, tzinfo=UTC),
        Money(18_000),
        Money(-550, "USD"),
        words("row", name="김수연", last=date(2026, 3, 13)),
        (),
        ("a", (1, None), words("row", inner=words("row", deep=(Money(1),)))),
    ],
)
def test_each_value_keeps_its_type(value: Value) -> None:
    back = unpack(pack(Reply(words("key", value=value)))).text.args["value"]

    assert back == value
    assert type(back) is type(value)


def test_a_moment_comes_back_in_utc() -> None:
    evening = datetime(2026, 3, 13, 18, 30, tzinfo=ZoneInfo("Asia/Seoul"))

    back = unpack(pack(Reply(words("key", at=evening)))).text.args["at"]

    assert isinstance(back, datetime) and back.tzinfo is UTC
    assert back.hour == 9


def test_buttons_keyboard_and_the_edited_message_are_kept() -> None:
    reply = Reply(
        words("visit-recorded", name="김수연"),
        buttons=(
            (Button(words("button-undo"), data="u1:k3"), Button(words("button-open"), url="https://example.com")),
            (Button(words("button-copy"), copy=words("draft", name="Emily Carter")),),
        ),
        keyboard=Keyboard.OWNER,
        edits=77,
    )

    assert unpack(pack(reply)) == reply


@pytest.mark.parametrize("picture", [False, True])
def test_of_a_document_only_the_name_is_packed(picture: bool) -> None:
    reply = Reply(words("export-file"), document=Document("customers.csv", b"name\r\n", picture=picture))

    assert unpack(pack(reply)) == replace(reply, document=Document("customers.csv", b"", picture=picture))


def test_what_is_left_at_its_default_is_not_written() -> None:
    assert pack(Reply(words("hello"))) == '{"text":{"w":["hello",{}]}}'


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 3, 13, 18, 30)  # noqa: DTZ001 - naive is what is refused here

    with pytest.raises(ValueError, match="zone"):
        pack(Reply(words("key", at=naive)))


@pytest.mark.parametrize("value", [1.5, b"bytes", ["a", "list"], {"a": "dict"}, object()])
def test_what_is_no_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        pack(Reply(words("key", value=cast(Value, value))))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{}",
        "[]",
        "null",
        '{"text":"hello"}',
        '{"text":{"w":["hello"]}}',
        '{"text":{"w":["hello",{"a":{"x":1}}]}}',
        '{"text":{"w":["hello",{"a":{}}]}}',
        '{"text":{"w":["hello",{"a":{"d":"soon"}}]}}',
        '{"text":{"w":["hello",{}]},"keyboard":"huge"}',
        '{"text":{"w":["hello",{}]},"buttons":[[{}]]}',
    ],
)
def test_what_was_not_packed_here_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json, dates and we ourselves each have words for it
        unpack(text)


def test_replies_that_differ_are_packed_differently() -> None:
    reply = Reply(words("key", value=1))

    assert pack(reply) != pack(replace(reply, text=words("key", value=True)))
    assert pack(reply) != pack(replace(reply, text=words("key", value="1")))
