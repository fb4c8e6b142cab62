"""That the code says only what the message files hold, and that they hold nothing that is never said."""

import ast
from dataclasses import dataclass
from functools import cache

from bot.config import Settings
from tests.texts.messages import FOLDER, messages

REPOSITORY = FOLDER.parent.parent
# The functions that say something: which argument names the message, and what is put in front of it.
SAYS = {
    "words": (0, ""),
    "Words": (0, ""),
    "Refusal": (0, "refused-"),
    "SettingsProblem": (0, ""),
    "_say": (1, ""),
    "_fail": (1, ""),
}
# Read by their key made up at run time: f"refused-{name}" of a Refusal, f"unsent-{reason}" and their like.
MADE_UP = (
    "refused-",
    "refused-draft-",
    "column-",
    "kind-",
    "settings-",
    "unsent-",
    "unsent-kind-",
    "command-",
    "change-ask-",
    "field-",
    "who-",
    "button-",
    "button-kind-",
    "import-gone-",
    "import-kept-",
    "campaign-out-",
    "campaign-problem-",
    "button-campaign-problem-",
)


@dataclass(frozen=True)
class Saying:
    """One call that names a message. `arguments` is None where they cannot be told from the call itself."""

    place: str
    key: str
    arguments: frozenset[str] | None


@cache
def _modules() -> tuple[tuple[str, ast.Module], ...]:
    files = sorted(file for room in ("bot", "handlers", "storage") for file in (REPOSITORY / room).rglob("*.py"))
    return tuple((str(file.relative_to(REPOSITORY)), ast.parse(file.read_text(encoding="utf-8"))) for file in files)


def _sayings() -> list[Saying]:
    return [
        Saying(f"{file}:{node.lineno}", SAYS[name][1] + key, _arguments(node, name))
        for file, module in _modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and (name := _name_of(node.func)) in SAYS
        for position in [SAYS[name][0]]
        if len(node.args) > position
        for key in _texts_in(node.args[position])
    ]


def _name_of(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _texts_in(node: ast.expr) -> list[str]:
    """The text itself, or both of "a" if … else "b"; nothing where it is made up at run time."""
    if isinstance(node, ast.IfExp):
        return _texts_in(node.body) + _texts_in(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _arguments(call: ast.Call, name: str) -> frozenset[str] | None:
    given = call.keywords
    if name == "Words":
        if len(call.args) == 1 and not given:
            return frozenset()
        return None
    if any(keyword.arg is None for keyword in given):
        return None
    return frozenset(str(keyword.arg).replace("_", "-") for keyword in given)


def test_every_message_that_the_code_names_exists() -> None:
    known = messages("ko")

    assert [f"{saying.place} says {saying.key}" for saying in _sayings() if saying.key not in known] == []


def test_every_message_is_given_all_the_values_that_it_asks_for() -> None:
    known = messages("ko")
    short = [
        f"{saying.place} says {saying.key} without {', '.join(sorted(missing))}"
        for saying in _sayings()
        if saying.key in known and saying.arguments is not None
        if (missing := known[saying.key].variables - saying.arguments)
    ]
    assert short == []


def test_no_message_is_left_that_nobody_says() -> None:
    named = {
        node.value
        for _, module in _modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named |= set(Settings.model_fields)
    said = named | {made_up + text.replace("_", "-").lower() for made_up in MADE_UP for text in named}

    assert sorted(key for key in messages("ko") if key not in said) == []
