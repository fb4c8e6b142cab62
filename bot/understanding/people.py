"""Who is spoken of: names among the pieces of a sentence, known ones, mistyped ones, and such as nobody has yet."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.domain.names import as_called
from bot.understanding import hangul
from bot.understanding.asks.values import Spoken
from bot.understanding.lexicon import Lexicon
from bot.understanding.name_forms import without_tails
from bot.understanding.names import MatchKind
from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, LastFour, Sort
from bot.understanding.sounds import SURNAMES

_POSSESSIVE = re.compile(r"['’]s$")
_HONORED = re.compile(r"(?:님|씨|고객님?|손님|회원님?)(?:이|은|께서?|한테|에게|의|도|을|가|는)?$")
# How much it takes away from the reading that a name had to be guessed.
_MISTYPED, _STRANGER = 0.3, 0.5
# What stands soon behind the name of whoever brings it.
_BROUGHT = frozenset({Sort.ITEM, Sort.COUNT, Sort.MONEY, Sort.NUMBER})
_TAKES = frozenset({"filler", "bring", "collect", "record"})
_LATIN_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "madam", "sir"})
# A sentence to the shop has few unknown words; a long text is not searched for names word by word.
_LOOKUPS = 4
_DIGITS = 4
_ADVERB = re.compile(r"([a-z'-]+) (?:back|forward|earlier|later|over|up|in)")


@cache
def _words(group: str) -> frozenset[str]:
    """A list of the phrase file's [people]: titles, roles (부장님 is nobody's name), surnames."""
    return frozenset(phrases("ko")["people"][group])


def settled(chunks: Sequence[Chunk], text: str, lexicon: Lexicon) -> list[Chunk]:
    """The chunks with names made whole: titles taken in, slips of the fingers and strangers recognised."""
    chunks = [_without_adverb(chunk, lexicon) for chunk in _number_first(chunks)]
    out = _strangers(_others_of_that_name(_mistyped(list(chunks), text, lexicon), text, lexicon), text)
    return _with_titles(out, text)


def _number_first(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """ "6781 셔츠 3장": four figures that open a line, with a thing behind them, end a number. Even hundreds with no
    other sum behind them are a sum.
    """
    first, *rest = chunks or (None,)
    if first is None or first.sort is not Sort.NUMBER or not re.fullmatch(r"\d{4}", first.text) or first.start:
        return chunks
    if not rest or rest[0].sort is not Sort.ITEM or any(chunk.sort is Sort.NAME for chunk in rest):
        return chunks
    sums = [one for one in rest if one.sort is Sort.MONEY or (one.sort is Sort.NUMBER and len(one.text) >= _DIGITS)]
    if not int(first.text) % 100 and not first.text.startswith("0") and not sums:
        return chunks
    return [replace(first, sort=Sort.NAME, concepts=frozenset({"name"}), value=LastFour(first.text)), *rest]


def _without_adverb(chunk: Chunk, lexicon: Lexicon) -> Chunk:
    """ "push Minsu back 30 minutes" names Minsu and nobody called Minsu Back."""
    found = _ADVERB.fullmatch(chunk.text) if chunk.sort is Sort.NAME else None
    if found is None or lexicon.names.knows_exactly(chunk.text):
        return chunk
    return replace(chunk, end=chunk.start + len(found[1]), text=found[1], value=found[1])


def spoken(chunks: Sequence[Chunk], lexicon: Lexicon) -> Spoken | None:
    """The person that the names among the chunks stand for: a name, the end of a number, or both."""
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    if not names:
        return None
    last4 = next((chunk.value.digits for chunk in names if isinstance(chunk.value, LastFour)), None)
    said = next((chunk for chunk in names if not isinstance(chunk.value, LastFour)), None)
    name = clean(_POSSESSIVE.sub("", str(said.value)), lexicon) if said else ""
    return Spoken(name, (said or names[0]).text, last4)


def clean(said: str, lexicon: Lexicon) -> str:
    """A name without honorific and particle; which 이 belongs to it, the list of names decides."""
    readings = without_tails(said)
    for reading in readings:
        if lexicon.names.knows(reading) is not None and not any(
            len(other) < len(reading) and lexicon.names.knows_exactly(other) for other in readings
        ):
            return reading
    for reading in readings:
        if lexicon.names.knows_exactly(reading):
            return reading
    shortened = [reading for reading in readings if len(reading) <= 3 or not hangul.is_hangul(reading)]
    return shortened[0] if shortened else readings[-1]


def is_known(name: Spoken, lexicon: Lexicon) -> bool:
    return name.last4 is not None or bool(lexicon.names.search(name.name, 1, slips=1))


def _mistyped(chunks: list[Chunk], text: str, lexicon: Lexicon) -> list[Chunk]:
    """Unknown words that are one slip away from a name; next to a known Latin name, both together."""
    out: list[Chunk] = []
    at, looked_up = 0, 0
    while at < len(chunks):
        chunk = chunks[at]
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        if looked_up < _LOOKUPS and after is not None and _latin_pair(chunk, after, text):
            looked_up += 1
            both = text[chunk.start : after.end]
            if lexicon.names.search(both, 1, slips=1):
                out.append(Chunk(chunk.start, after.end, Sort.NAME, both, frozenset({"name"}), both, _MISTYPED))
                at += 2
                continue
        looked_up += chunk.sort is Sort.UNKNOWN
        if (
            looked_up <= _LOOKUPS
            and chunk.sort is Sort.UNKNOWN
            and chunk.weight >= 1
            and _may_be_slip(chunk, after, text, lexicon)
        ):
            chunk = replace(chunk, sort=Sort.NAME, concepts=frozenset({"name"}), value=chunk.text, weight=_MISTYPED)
        out.append(chunk)
        at += 1
    return out


def _latin_pair(first: Chunk, second: Chunk, text: str) -> bool:
    sorts = {first.sort, second.sort}
    return (
        sorts in ({Sort.UNKNOWN}, {Sort.UNKNOWN, Sort.NAME})
        and text[first.end : second.start] == " "
        and first.text.isascii()
        and second.text.isascii()
    )


def _may_be_slip(chunk: Chunk, after: Chunk | None, text: str, lexicon: Lexicon) -> bool:
    """A whole name mistyped is believed; a given name only with a title, for two syllables resemble too much."""
    titled = _HONORED.search(chunk.text) is not None or (after is not None and after.text in _words("titles"))
    found = lexicon.names.who(chunk.text, 3, slips=1)
    if not found:
        return False
    if found[0].kind is MatchKind.PART and not titled:
        # A part of a name by itself: the beginning, and nothing that many are called.
        part = chunk.text
        return len(part) >= (2 if hangul.is_hangul(part) else 4) and len(found) < 3 and found[0].name.startswith(part)
    if found[0].kind is not MatchKind.TYPO:
        return True
    shortest = min((reading for reading in without_tails(chunk.text)), key=len)
    return titled or (len(shortest) >= 3 and (not chunk.text.isascii() or len(shortest) >= 5))


def _others_of_that_name(chunks: list[Chunk], text: str, lexicon: Lexicon) -> list[Chunk]:
    """Whoever has another's family name only is somebody else: "sarah brown" is no Olivia Brown."""
    for at in range(len(chunks) - 1):
        first, family = chunks[at], chunks[at + 1]
        own_family = _with_own_family_name(first, family, text, lexicon)
        if own_family is not None:
            return [*chunks[:at], own_family, *chunks[at + 2 :]]
        if family.sort is not Sort.NAME or isinstance(family.value, LastFour) or not _may_be_first(first):
            continue
        own = _POSSESSIVE.sub("", family.text)
        if text[first.end : family.start] != " " or not re.fullmatch(r"[a-z]{2,}", own):
            continue
        both = f"{first.text} {own}"
        # 이영희 is a Lee as well, and whoever is called so in full has been found by that.
        found = [match for match in lexicon.names.search(own, 3) if match.name.isascii()]
        if (
            found
            and all(match.name.lower().endswith(f" {own}") for match in found)
            and not lexicon.names.search(both, 1)
        ):
            name = Chunk(first.start, family.end, Sort.NAME, both, frozenset({"name"}), as_called(both), _STRANGER)
            return [*chunks[:at], name, *chunks[at + 2 :]]
    return chunks


def _with_own_family_name(first: Chunk, family: Chunk, text: str, lexicon: Lexicon) -> Chunk | None:
    """Minsu Lee, where the shop knows a Minsu Park."""
    is_first = first.sort is Sort.NAME and re.fullmatch(r"[a-z]{2,}", first.text) is not None
    own = _POSSESSIVE.sub("", family.text)
    if not is_first or family.sort is not Sort.UNKNOWN or own not in SURNAMES:
        return None
    both = f"{first.text} {own}"
    if text[first.end : family.start] != " " or lexicon.names.search(both, 1):
        return None
    return Chunk(first.start, family.end, Sort.NAME, both, frozenset({"name"}), as_called(both), _STRANGER)


def _may_be_first(chunk: Chunk) -> bool:
    unknown = chunk.sort is Sort.UNKNOWN and chunk.weight >= 1
    named = chunk.sort is Sort.NAME and not isinstance(chunk.value, LastFour)
    return (unknown or named) and re.fullmatch(r"[a-z]{2,}", chunk.text) is not None


def _strangers(chunks: list[Chunk], text: str) -> list[Chunk]:
    """A word before a title, or one that looks like a full Korean name, is somebody whom the shop does not know yet."""
    if any(chunk.sort is Sort.NAME for chunk in chunks):
        return chunks
    for at, chunk in enumerate(chunks):
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        if chunk.sort is not Sort.UNKNOWN or chunk.weight < 1 or chunk.text in _LATIN_TITLES:
            continue
        titled = _HONORED.search(chunk.text) is not None or (
            after is not None and after.text in _words("titles") - {"분", "친구"}
        )
        full = any(len(reading) == 3 and reading[0] in _words("surnames") for reading in without_tails(chunk.text))
        if any(
            {reading, reading[1:], reading.removesuffix("님")} & _words("roles")
            for reading in without_tails(chunk.text)
        ):
            continue
        if after is not None and _is_latin_name(chunks, at, text):
            both = text[chunk.start : after.end]
            name = Chunk(chunk.start, after.end, Sort.NAME, both, frozenset({"name"}), as_called(both), _STRANGER)
            before = [one for one in chunks[:at] if one.text not in _LATIN_TITLES]
            return [*before, name, *chunks[at + 2 :]]
        if (hangul.is_hangul(chunk.text) and (titled or (full and at == 0))) or hangul.is_initials(chunk.text):
            weight = _STRANGER
            chunks[at] = replace(chunk, sort=Sort.NAME, concepts=frozenset({"name"}), value=chunk.text, weight=weight)
            break
    return chunks


def _is_latin_name(chunks: Sequence[Chunk], at: int, text: str) -> bool:
    """Two unknown Latin words that open a line of the counter: "hana kim 2 coats 24000", "new customer Zoe Park, …"."""
    if not _latin_pair(chunks[at], chunks[at + 1], text) or any(
        not re.fullmatch(r"[a-z][a-z'-]+", chunk.text.lower()) for chunk in chunks[at : at + 2]
    ):
        return False
    opens = all(
        chunk.concepts & {"new", "first_customer", "customer", "filler", "greeting"} or chunk.text in _LATIN_TITLES
        for chunk in chunks[:at]
    )
    # "Mr Lucien Moreau has taken two seats": what he does with them stands between.
    behind = [chunk for chunk in chunks[at + 2 : at + 6] if not chunk.concepts & _TAKES][:2]
    return opens and any(chunk.sort in _BROUGHT for chunk in behind)


def _with_titles(chunks: list[Chunk], text: str) -> list[Chunk]:
    """A title right after a name belongs to it and says nothing about customers."""
    out: list[Chunk] = []
    for chunk in chunks:
        before = out[-1] if out else None
        if (
            before is not None
            and before.sort is Sort.NAME
            and chunk.sort is Sort.WORD
            and chunk.text in _words("titles")
            and text[before.end : chunk.start].strip() == ""
        ):
            out[-1] = replace(before, end=chunk.end, text=text[before.start : chunk.end])
            continue
        out.append(chunk)
    return out
