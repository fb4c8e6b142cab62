"""A thing with what goes with it: a seat with its play, a service with what it is done to."""

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.counted_things import is_count, is_title
from bot.understanding.lexicon import of_theatres, services
from bot.understanding.pieces import Chunk, Sort


def is_service(name: str) -> bool:
    return any(name == one or name.endswith(f" {one}") for one in services())


def with_titles(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """The chunks where a seat goes together with the play before it ("햄릿 R석 2장", "2 Hamlet tickets"), and a service
    with the thing that it is done to.

    A play that nobody has listed keeps its name as it was typed.
    """
    seats = of_theatres("seats")
    found: list[Chunk] = []
    for chunk in chunks:
        at = _of_which(found, chunk)
        if at is not None:
            service, thing = sorted((found[at], chunk), key=lambda one: one.value not in services())
            found[at] = replace(found[at], value=f"{thing.value} {service.value}", weight=0.0)
            if found[at].text == service.text and is_count(found[-1]):
                # "hemming 2 trousers": how many stands before what they are.
                found.append(found.pop(at))
            continue
        if chunk.sort is not Sort.ITEM or chunk.value not in seats:
            found.append(chunk)
            continue
        counts = [found.pop()] if found and is_count(found[-1]) else []
        play: list[Chunk] = []
        while found and (is_title(found[-1]) or (not play and _is_play(found[-1], seats))):
            play.insert(0, found.pop())
        found += [_seat_of(play, chunk, text), *counts] if play else [*counts, chunk]
    return found


def _of_which(found: Sequence[Chunk], chunk: Chunk) -> int | None:
    """Where the thing stands that a service is done to, or the service that is done to a thing: next to it, or with
    how many between them. "바지 2벌 기장 줄임", "hemming 2 trousers".
    """
    if chunk.sort is not Sort.ITEM:
        return None
    at = len(found) - (2 if found and is_count(found[-1]) else 1)
    before = found[at] if at >= 0 else None
    if before is None or before.sort is not Sort.ITEM or (before.value in services()) == (chunk.value in services()):
        return None
    if chunk.value not in services():
        return at if before.text.isascii() and chunk.text.isascii() else None
    return None if is_service(str(before.value)) else at


def _seat_of(play: Sequence[Chunk], seat: Chunk, text: str) -> Chunk:
    first, last = play[0], play[-1]
    title = str(last.value) if last.sort is Sort.ITEM else text[first.start : last.end].strip()
    if title.lower() in of_theatres("audience"):
        named = f"{title} {seat.text.removesuffix('s')}"
    else:
        named = title if seat.value in of_theatres("unnamed") else f"{title} {seat.value}"
    return replace(seat, start=first.start, value=named, weight=0.0)


def _is_play(chunk: Chunk, seats: frozenset[str]) -> bool:
    return chunk.sort is Sort.ITEM and chunk.value not in seats | of_theatres("no_plays")
