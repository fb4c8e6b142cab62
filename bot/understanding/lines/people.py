"""One customer of the shop: what the lines of the phrase files come to."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.people import Doubles, GuardianAgreed, Looked, Merge, NextVisit, Note, Photos, Recommended
from bot.understanding.asks.values import Spoken
from bot.understanding.lines.line import Line, without_s
from bot.understanding.people import spoken
from bot.understanding.pieces import Sort


def _note(said: Line) -> OwnerAsk | None:
    return Note(said.name, said.match.words) if said.match.words else None


# One of two names is wrong: "김수연 아님, 김수현".
_TURNED = re.compile(r"아님|아니[라고야]|말고|정정|\bnot\b|\binstead\b")


def _merge(said: Line) -> OwnerAsk | None:
    if _TURNED.search(said.low):
        return None
    names: list[Spoken] = []
    for chunk in said.match.slots:
        if chunk.sort is Sort.NAME:
            one = spoken([chunk], said.lexicon)
            names += [replace(one, name=without_s(one.name))] if one is not None else []
        elif names and re.fullmatch(r"\d{4}", chunk.text):
            names[-1] = replace(names[-1], last4=chunk.text)
    if len(names) == 1 and re.search(r"두\s?(?:개|분|명|사람)|둘|2개|\b(?:two|both)\b", said.low):
        # Two of one name: which two they are is asked.
        alone = names[0].name.removesuffix("s")
        names = [replace(names[0], name=alone if said.lexicon.names.knows(alone) is not None else names[0].name)] * 2
    return Merge(names[0], names[1]) if len(names) == 2 else None


_TOLD_OTHERS = re.compile(
    r"소개|추천|데려|데리고|모시고|권[해하]|칭찬|소문|홍보|알려|말해|말씀|좋다고|좋대|자랑"
    r"|\b(?:recommend|refer|brought|bring|sent|send|told|tell|introduc|word of mouth|spoke|speak|prais)"
    r"|\b(?:through|via|because of|thanks to|heard)\b"
)


def _recommended(said: Line) -> OwnerAsk | None:
    names = said.names
    if not names or not _TOLD_OTHERS.search(said.low):
        return None
    if len(names) == 1:
        stranger = said.match.stranger
        return Recommended(names[0], Spoken(stranger.title(), stranger) if stranger else None)
    came = re.search(r"(?:소개|추천)(?:로|으로)|\bcame\b", said.low)
    return Recommended(names[1], names[0]) if came else Recommended(names[0], names[1])


_GUARDIANS = re.compile(r"^(?:어머니|아버지|엄마|아빠|mother|father)\s+|(?:님|씨|이|가|은|는|께서)+$")
_CHECKED = {
    "phone": re.compile(r"전화|통화|\b(?:phone|call)"),
    "document": re.compile(r"서류|증명서|등본|\b(?:document|paper|certificate)"),
    "message": re.compile(r"문자|카톡|메시지|\b(?:text|message)"),
}


def _guardian(said: Line) -> OwnerAsk | None:
    words = _GUARDIANS.sub("", said.match.words).strip()
    how = next((way for way, pattern in _CHECKED.items() if pattern.search(said.low)), "person")
    return GuardianAgreed(said.name, words, how) if words else None


PEOPLE: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "next_visit": lambda said: NextVisit(said.name),
    "recommended": _recommended,
    "note": _note,
    "looked": lambda said: Looked(said.name),
    "photos": lambda said: Photos(said.name),
    "guardian": _guardian,
    "merge": _merge,
    "doubles": lambda said: None if set(said.numbers) - {1, 2} else Doubles(),
}
