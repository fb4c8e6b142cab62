import pytest

from bot.playground.errors import ApiError
from bot.playground.formatting import parse_html, read_text, utf16_length


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>가나</b>다", "가나다", [("bold", 0, 2)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("👍<u>x</u>", "👍x", [("underline", 2, 1)]),
        ("<s>a</s><del>b</del>", "ab", [("strikethrough", 0, 1), ("strikethrough", 1, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<pre>x</pre> <code>y</code>", "x y", [("pre", 0, 1), ("code", 2, 1)]),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&#44032;&#x1F44D;", '1 < 2 && 3 > 2 "가👍', []),
        ("a&nbsp;b & c &unknown;", "a&nbsp;b & c &unknown;", []),
        ("2 > 1", "2 > 1", []),
        ('<a href="nowhere">x</a>', "x", []),
    ],
)
def test_html_becomes_text_and_entities(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    shown, found = parse_html(html)
    assert shown == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("가<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<3", "Unclosed start tag at byte offset 0"),
    ],
)
def test_broken_html_is_refused_with_telegrams_reason(html: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(html)
    assert refusal.value.code == 400
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


def test_a_link_keeps_its_address() -> None:
    _, entities = parse_html('<a href="https://t.me/dangol_bot?start=a&amp;b">여기</a>')
    assert entities == [{"type": "text_link", "offset": 0, "length": 2, "url": "https://t.me/dangol_bot?start=a&b"}]


def test_code_in_pre_is_one_block_with_its_language() -> None:
    _, entities = read_text('<pre><code class="language-python">x</code></pre>', "HTML")
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


def test_white_space_at_the_ends_goes_and_entities_follow() -> None:
    text, entities = read_text("\n  <b> 가 </b> \n", "HTML")
    assert text == "가"
    assert entities == [{"type": "bold", "offset": 0, "length": 1}]


def test_without_a_parse_mode_tags_are_text() -> None:
    assert read_text("<b>x", "") == ("<b>x", [])


@pytest.mark.parametrize(("text", "parse_mode"), [("x", "bbcode"), ("x", "MarkdownV2"), ("\ud800", "HTML")])
def test_unknown_modes_and_broken_unicode_are_refused(text: str, parse_mode: str) -> None:
    with pytest.raises(ApiError):
        read_text(text, parse_mode)


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("가나", 2), ("👍", 2), ("👨‍👩‍👧", 8)])
def test_length_is_counted_in_utf16_units(text: str, length: int) -> None:
    assert utf16_length(text) == length
