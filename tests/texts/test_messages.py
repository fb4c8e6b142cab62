"""What holds for every message of both files."""

import re
from html.parser import HTMLParser

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.domain.outgoing import Words
from bot.texts.languages import LANGUAGES
from tests.texts.messages import FOLDER, SEOUL, TODAY, TYPICAL, Message, catalog, messages, tried_out, typical

both_languages = pytest.mark.parametrize("language", LANGUAGES)

TAGS = {"b", "i", "u", "s", "code", "a", "blockquote"}
LONGEST_TO_A_CUSTOMER = 250
LONGEST_LABEL = 20
# The law and Telegram's terms want the whole policy in one place.
MAY_BE_LONG = {"privacy"}
PARTICLE = re.compile(r"(은|는|이|가|을|를|과|와|으로|로|이에요|예요|이라|라)(?=[\s.,!?<]|$)")
DOUBLE_PARTICLE = re.compile(r"은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|와\(과\)|과\(와\)|\(으\)로|\(이\)")


def test_both_files_have_the_same_messages_in_the_same_order() -> None:
    assert list(messages("ko")) == list(messages("en"))


def test_each_message_asks_for_the_same_values_in_both_languages() -> None:
    korean, english = messages("ko"), messages("en")

    assert {key: korean[key].variables ^ english[key].variables for key in korean} == {key: set() for key in korean}


def test_every_variable_has_a_typical_value_and_no_other_name_does() -> None:
    asked = {name for message in messages("ko").values() for name in message.variables}

    assert asked - TYPICAL.keys() == set(), "give these a typical value in tests/texts/messages.py"
    assert TYPICAL.keys() - asked == set(), "no message asks for these any more"


@both_languages
def test_every_variant_of_every_message_renders_whole(language: str) -> None:
    for message in messages(language).values():
        for shown in tried_out(message, language):
            assert shown.strip() and "{" not in shown and "}" not in shown and "\0" not in shown, message.key
            assert "\n\n\n" not in shown and "  " not in shown and not re.search(r" [.,!?](\s|$)", shown), shown


@both_languages
def test_every_message_is_well_formed_telegram_html(language: str) -> None:
    for message in messages(language).values():
        for shown in tried_out(message, language):
            assert _mistake_in(shown) == "", f"{message.key}: {shown}"


@both_languages
def test_customers_are_told_things_briefly(language: str) -> None:
    too_long = {
        message.key: len(shown)
        for message in messages(language).values()
        if _is_for_customers(message) and message.key not in MAY_BE_LONG
        if len(shown := _plain(message, language)) > LONGEST_TO_A_CUSTOMER
    }
    assert too_long == {}


@both_languages
def test_the_whole_policy_still_fits_into_one_message(language: str) -> None:
    assert all(len(_plain(messages(language)[key], language)) < 4096 for key in MAY_BE_LONG)


@both_languages
def test_labels_fit_on_a_button(language: str) -> None:
    too_long = [
        shown
        for message in messages(language).values()
        if message.key.startswith(("button-", "key-"))
        if len(shown := _plain(message, language)) > LONGEST_LABEL
    ]
    assert too_long == []


@both_languages
def test_no_two_big_buttons_are_called_the_same(language: str) -> None:
    labels = [_plain(message, language) for key, message in messages(language).items() if key.startswith("key-")]

    assert len(labels) == len(set(labels))


def test_no_sentence_leaves_the_choice_of_a_particle_to_the_reader() -> None:
    assert DOUBLE_PARTICLE.findall((FOLDER / "ko.ftl").read_text(encoding="utf-8")) == []
    for message in messages("ko").values():
        for shown in tried_out(message, "ko"):
            assert not DOUBLE_PARTICLE.search(shown), shown


def test_a_particle_behind_a_value_is_always_chosen_by_josa() -> None:
    bare = _BareParticles()
    for message in messages("ko").values():
        bare.key = message.key
        bare.visit(message.entry)

    assert bare.found == []


def test_a_button_named_in_a_sentence_is_called_so() -> None:
    for language in LANGUAGES:
        label = _plain(messages(language)["key-share-contact"], language).removeprefix("📱 ")
        for key in ("refused-not-linked", "refused-contact-not-own", "refused-contact-forwarded"):
            assert label in _plain(messages(language)[key], language)


def _plain(message: Message, language: str) -> str:
    return catalog().plain(Words(message.key, typical(message)), language, zone=SEOUL, today=TODAY)


def _is_for_customers(message: Message) -> bool:
    return message.section.startswith(("손님", "모두에게", "Customer", "Both"))


class _BareParticles(Visitor):
    """Finds text that begins with a particle right behind a value whose last sound nobody knows beforehand."""

    def __init__(self) -> None:
        self.key = ""
        self.found: list[str] = []

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802 - the library's name
        for before, after in zip(node.elements, node.elements[1:], strict=False):
            if not isinstance(before, ast.Placeable) or not isinstance(after, ast.TextElement):
                continue
            value = before.expression
            known = isinstance(value, ast.FunctionReference) and value.id.name in ("JOSA", "PERSON")
            text = re.sub(r"^</?\w+>", "", after.value)
            if not known and not isinstance(value, ast.SelectExpression) and PARTICLE.match(text):
                self.found.append(f"{self.key}: …{after.value}")
        self.generic_visit(node)


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.mistake = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = [("href", value) for _, value in attrs] if tag == "a" and len(attrs) == 1 else []
        if tag not in TAGS or attrs != allowed or (tag == "a" and not attrs):
            self.mistake = f"<{tag}> with {attrs}"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.mistake = f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        if "<" in data or ">" in data or "&" in data:
            self.mistake = f"an unescaped sign in {data!r}"


def _mistake_in(shown: str) -> str:
    parser = _Html()
    parser.feed(shown)
    parser.close()
    return parser.mistake or (f"<{parser.open[-1]}> stays open" if parser.open else "")


@pytest.mark.parametrize(
    "broken", ["<b>a", "a</b>", "<b><i>a</b></i>", "<h1>a</h1>", "a & b", "a < b", '<b class="x">a</b>', "<a>x</a>"]
)
def test_the_html_check_itself_finds_mistakes(broken: str) -> None:
    assert _mistake_in(broken) != ""
