"""Every sentence of the corpus means what its line says.

A sentence that the bot failed becomes a line here before any code changes.
"""

from collections import Counter
from typing import Any

import pytest

from tests.understanding.scoring import agrees
from tests.understanding.shop import lexicon, lines, read

FILES = ("owner.ko", "owner.en", "customer.ko", "customer.en")
OWN_WORDS = ("about", "note", "service", "value")


@pytest.mark.parametrize("file", FILES)
def test_every_line_is_understood(file: str) -> None:
    side = file.partition(".")[0]

    misread = [line["text"] for line in lines(file) if not _right(side, line)]

    assert misread == []


@pytest.mark.parametrize("line", lines("known_failures"), ids=lambda line: line["text"])
def test_a_known_failure_still_fails(line: dict[str, Any]) -> None:
    """What begins to work leaves the list of failures for the corpus."""
    assert not _right(line["side"], line)


def test_no_sentence_stands_twice() -> None:
    texts = Counter((file.partition(".")[0], line["text"]) for file in FILES for line in lines(file))

    assert [text for text, count in texts.items() if count > 1] == []


def test_the_corpus_covers_every_kind_in_both_languages() -> None:
    for file in FILES:
        kinds = {line["ask"]["kind"] for line in lines(file)}
        other = {line["ask"]["kind"] for line in lines(file.replace(".ko", ".en"))}
        assert kinds == other, file


def _right(side: str, line: dict[str, Any]) -> bool:
    wanted, got = line["ask"], read(side, line["text"])
    if not agrees(wanted, got, lexicon().names):
        return False
    return all(getattr(got, field) == wanted[field] for field in OWN_WORDS if field in wanted and hasattr(got, field))
