"""The phrase files, which are written by people who need not know Python."""

import pytest

from bot.understanding.inflection import verb_heads
from bot.understanding.phrasebook import phrases
from bot.understanding.rules import SLOTS, book
from bot.understanding.slots import unmarked

LANGUAGES = ("ko", "en")
SIDES = ("owner", "customer")


def concepts() -> set[str]:
    return {concept for language in LANGUAGES for part in ("words", "verbs") for concept in phrases(language)[part]}


@pytest.mark.parametrize("side", SIDES)
def test_every_line_speaks_of_concepts_that_have_words(side: str) -> None:
    spoken = set().union(*(rule.optional.union(rule.forbidden, *rule.required) for rule in book(side).rules))

    assert spoken - concepts() - SLOTS == set()


def test_every_soft_concept_and_every_cue_has_words() -> None:
    named = {concept for part in ("soft", "cues") for side in SIDES for concept in phrases("asks")[part][side]}

    assert named - concepts() == set()


def test_every_list_of_words_is_used() -> None:
    used = set().union(
        *(rule.optional.union(rule.forbidden, *rule.required) for side in SIDES for rule in book(side).rules)
    )
    used |= {concept for part in ("soft", "cues") for side in SIDES for concept in phrases("asks")[part][side]}

    assert concepts() - used == set()


def test_every_korean_verb_is_given_as_in_a_dictionary() -> None:
    for verbs in phrases("ko")["verbs"].values():
        for verb in verbs:
            assert verb_heads(verb)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_has_a_word_twice(language: str) -> None:
    for part in ("words", "verbs"):
        for concept, words in phrases(language)[part].items():
            assert len(words) == len(set(words)), concept


def test_no_thing_of_a_preset_has_two_names() -> None:
    for preset, items in phrases("items").items():
        words = [word for name, also in items.items() for word in {unmarked(each) for each in (name, *also)}]
        assert len(words) == len(set(words)), preset


@pytest.mark.parametrize(
    ("verb", "heads"),
    [
        ("오다", {"오", "온", "올", "와", "왔", "오시", "오셨"}),
        ("보이다", {"보이", "보인", "보여", "보였"}),
        ("쓰다", {"쓰", "쓴", "써", "썼"}),
        ("부르다", {"부르", "불러", "불렀"}),
        ("방문하다", {"방문하", "방문한", "방문해", "방문했"}),
        ("팔다", {"팔", "판", "파"}),
        ("찾다", {"찾"}),
    ],
)
def test_a_verb_is_found_in_its_forms(verb: str, heads: set[str]) -> None:
    assert heads <= verb_heads(verb)


def test_a_noun_is_not_taken_for_a_verb() -> None:
    with pytest.raises(ValueError, match="dictionary form"):
        verb_heads("손님")
