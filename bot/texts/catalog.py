"""From `Words` to a sentence: the message files, loaded once and rendered in the language that a person reads.

Tags may stand in a message file only. Every text on its way into a message is put on one line, freed of what cannot be
seen and escaped, so no name or note can ever become markup. Functions that the message files may call:

- JOSA($x, "은/는")  the particle alone, to be put right behind the value; also behind a function or a tag
- DAY($at), TIME($at)  the day or the time of day of a moment (a moment alone shows both)
- GAP($days)  a number of days as people say it
- SPAN($days)  the same for the length of a rule: "1년", "a year"
- PHONE($x)  a phone number as it is written at home
- PERSON($name)  the name with its honorific
- PIECES($count, $item)  so many of a thing, with the word that counts it: "2잔"
- LIST($rows)  a list on one line, with commas
- HAS($x)  "yes", or "no" for None, an empty text and an empty list; a bool is "yes" or "no" by itself
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import fluent.runtime.resolver
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import CurrentEnvironment, Message, ResolverEnvironment, resolve
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from bot.domain.outgoing import Money, Value, Words
from bot.domain.written_text import one_line
from bot.texts import formats
from bot.texts.josa import josa
from bot.texts.languages import LANGUAGES

# The library stops at 2,500 characters a value, against hostile translators. Ours is the house's own, and a page of
# rows or a long message that someone wrote may be longer.
fluent.runtime.resolver.MAX_PART_LENGTH = 1_000_000

# Stands for a value that is not there until the message is complete. No argument can contain it: controls are dropped.
_ABSENT = "\0"
_ENTRIES = re.compile(r"^(?=-?[a-zA-Z][a-zA-Z0-9_-]* *=)", re.MULTILINE)
_STRAY = re.compile(r"^[^\s#}\]].*", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>")
_LOCALES: dict[str, Locale] = {language: Locale(language) for language in LANGUAGES}


class MissingText(KeyError):
    """A message, or something in it, is not there: a mistake in the house, never in what someone wrote."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """For whom a message is rendered: everything that its formats depend on."""

    language: str
    zone: ZoneInfo
    today: date
    preset: str


@dataclass(frozen=True, slots=True)
class _When(FluentType):
    """A day or a moment that a message may show as it is, or by its day or time alone."""

    value: date
    reader: _Reader

    def format(self, locale: Locale) -> str:
        reader = self.reader
        if isinstance(self.value, datetime):
            return formats.moment(self.value, reader.language, reader.zone, reader.today)
        return formats.day(self.value, reader.language, reader.today)

    def day(self) -> str:
        reader = self.reader
        local = formats.in_zone(self.value, reader.zone) if isinstance(self.value, datetime) else self.value
        return formats.day(local, reader.language, reader.today)

    def time(self) -> str:
        if not isinstance(self.value, datetime):
            raise TypeError("a day has no time")
        return formats.time_of_day(formats.in_zone(self.value, self.reader.zone).time(), self.reader.language)


class _Count(int, FluentType):
    """A whole number: it chooses plurals as the int that it is, and shows itself grouped."""

    preset = ""

    @classmethod
    def read_in(cls, value: int, preset: str) -> "_Count":
        """The number as it is read in a shop of this kind."""
        count = cls(value)
        count.preset = preset
        return count

    def format(self, locale: Locale) -> str:
        return formats.count(int(self), locale.language)


class Catalog:
    """All messages of one folder in all languages. Safe to share between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Raises MissingText for a line that belongs to no message, or a key that stands twice.

        The messages themselves are read when they are wanted; the tests want all of them.
        """
        self._bundles: dict[str, _Bundle] = {
            language: _Bundle(folder / f"{language}.ftl", language) if folder else _own(language)
            for language in LANGUAGES
        }

    def render(self, words: Words, language: str, *, zone: ZoneInfo, today: date, preset: str = "") -> str:
        """Telegram HTML. `today` decides which years are told, the kind of shop how its things are counted.

        Raises MissingText.
        """
        return self._render(words, _Reader(language, zone, today, preset))

    def plain(self, words: Words, language: str, *, zone: ZoneInfo, today: date, preset: str = "") -> str:
        """The same without tags and escapes, for button labels and for text to be copied. Raises MissingText."""
        return plain_text(self._render(words, _Reader(language, zone, today, preset)))

    def _render(self, words: Words, reader: _Reader) -> str:
        try:
            bundle = self._bundles[reader.language]
            pattern = bundle.get_message(words.key).value
        except LookupError:
            raise MissingText(f"{words.key} in {reader.language}") from None
        if pattern is None:
            raise MissingText(f"{words.key} in {reader.language} has no text")
        arguments = {name.replace("_", "-"): self._argument(value, reader) for name, value in words.args.items()}
        # As FluentBundle.format_pattern does it, except that our numbers and days stay our own types.
        errors: list[Exception] = []
        environment = ResolverEnvironment(context=bundle, current=CurrentEnvironment(args=arguments), errors=errors)
        text = ""
        try:
            text = resolve(pattern(environment), environment)
        except ValueError as error:
            errors.append(error)
        if errors:
            raise MissingText(f"{words.key} in {reader.language}: {errors[0]}") from errors[0]
        return _without_absent(text) if _ABSENT in text else text

    def _argument(self, value: Value, reader: _Reader) -> str | FluentType:
        match value:
            case bool():
                return "yes" if value else "no"
            case str():
                return html.escape(one_line(value), quote=False) or _ABSENT
            case int():
                return _Count.read_in(value, reader.preset)
            case Words():
                return self._render(value, reader)
            case Money():
                return html.escape(formats.money(value, reader.language), quote=False)
            case date():
                return _When(value, reader)
            case tuple():
                return "\n".join(self._shown(item, reader) for item in value if item not in (None, "")) or _ABSENT
            case None:
                return _ABSENT
        raise MissingText(f"a {type(value).__name__} cannot be said")

    def _shown(self, value: Value, reader: _Reader) -> str:
        shown = self._argument(value, reader)
        return shown if isinstance(shown, str) else shown.format(_LOCALES[reader.language])


def plain_text(markup: str) -> str:
    """Telegram HTML as it is read: without tags and escapes."""
    return html.unescape(_TAG.sub("", markup))


def _without_absent(text: str) -> str:
    """An absent value goes with the space in front of it, and with its whole line if nothing else stands there."""
    lines = ((line, re.sub(f" ?{_ABSENT}", "", line).strip()) for line in text.split("\n"))
    kept = "\n".join(rest for line, rest in lines if rest or _ABSENT not in line)
    return re.sub("\n{3,}", "\n\n", kept).strip("\n")


class _Bundle(FluentBundle):
    """A language's messages, each parsed when it is first wanted: a run needs a few dozen of more than a thousand."""

    def __init__(self, file: Path, language: str) -> None:
        super().__init__([language], functions=dict(_functions(language)), use_isolating=False)
        self._sources: dict[str, str] = {}
        head, *sources = _ENTRIES.split(file.read_text(encoding="utf-8"))
        others = [head]
        for source in sources:
            first, _, rest = source.partition("\n")
            name = first.partition("=")[0].strip()
            if name in self._sources:
                raise MissingText(f"{file.name} has {name} twice")
            self._sources[name] = source
            others.append(rest)
        if stray := _STRAY.search("\n".join(others)):
            raise MissingText(f"{file.name} cannot be read at: {stray[0][:80]}")

    def _lookup(self, entry_id: str, term: bool = False) -> Message:
        name = f"-{entry_id}" if term else entry_id
        if name not in self._compiled:
            resource = FluentResource(self._sources[name])
            if any(isinstance(entry, ast.Junk) for entry in resource.body):
                raise MissingText(f"{name} cannot be read")
            self.add_resource(resource)
        return super()._lookup(entry_id, term)


@cache
def _own(language: str) -> _Bundle:
    """The program's own messages, read once however many catalogs there are."""
    return _Bundle(Path(__file__).with_name(f"{language}.ftl"), language)


def _functions(language: str) -> Mapping[str, Callable[..., Any]]:
    locale = _LOCALES[language]

    def read(value: str | FluentType) -> str:
        return plain_text(value if isinstance(value, str) else value.format(locale)).replace(_ABSENT, "")

    def escaped(change: Callable[[str], str]) -> Callable[[str], str]:
        return lambda value: html.escape(change(read(value)), quote=False)

    return {
        "JOSA": lambda value, pair: josa(read(value), pair),
        "DAY": lambda when: when.day(),
        "TIME": lambda when: when.time(),
        "GAP": lambda days: formats.gap(int(days), language),
        "SPAN": lambda days: formats.span(int(days), language),
        "PHONE": escaped(formats.phone),
        "PERSON": escaped(lambda name: formats.person(name, language)),
        "PIECES": lambda count, item: formats.pieces(int(count), read(item), count.preset, language),
        "LIST": lambda rows: rows.replace("\n", ", "),
        "HAS": lambda value: "yes" if read(value) else "no",
    }
