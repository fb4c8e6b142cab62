"""The price list's own words come first, and take over the usual other words for the same thing."""

from bot.understanding.lexicon import default_items
from bot.understanding.shop_items import shop_items


def test_without_a_price_list_the_usual_things_are_known() -> None:
    assert shop_items("laundry", ()) == default_items("laundry")


def test_a_thing_on_the_list_takes_over_the_other_words_for_it() -> None:
    first = shop_items("laundry", ("셔츠",))[0]

    assert first.name == "셔츠"
    assert {"와이셔츠", "shirts"} <= set(first.also)
    assert "와이셔츠" not in {item.name for item in shop_items("laundry", ("셔츠",))}


def test_two_things_on_the_list_stay_two() -> None:
    items = {item.name: item.also for item in shop_items("laundry", ("셔츠", "와이셔츠"))}

    assert "와이셔츠" not in items["셔츠"] and "셔츠" not in items["와이셔츠"]


def test_a_name_with_marks_is_found_without_them() -> None:
    assert "아메리카노 hot" in shop_items("cafe", ("아메리카노(HOT)",))[0].also


def test_what_stands_in_brackets_behind_a_name_need_not_be_said() -> None:
    assert "햄릿" in shop_items("theatre", ("햄릿 (박지훈)", "갈매기 (이은하)"))[0].also
    assert "햄릿" not in shop_items("theatre", ("햄릿 (박지훈)", "햄릿 (이은하)"))[0].also
    assert "바지" not in shop_items("laundry", ("바지 (면)",))[0].also
