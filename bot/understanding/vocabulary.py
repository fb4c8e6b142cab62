"""The words of the phrase files, and finding them in a text.

Every word belongs to one or more concepts (customer, gone, sales …); the rules speak of concepts only, so a new way of
saying a thing is a new word in a list and nothing else.
"""

from dataclasses import dataclass, field

from bot.understanding import hangul
from bot.understanding.inflection import english_forms, verb_heads
from bot.understanding.phrasebook import phrases


@dataclass(slots=True)
class Node:
    """One letter of the tree of words. Where a word ends `concepts` is set, and `spaces` tells after which letters it
    may have a space."""

    next: dict[str, "Node"] = field(default_factory=dict)
    concepts: frozenset[str] = frozenset()
    spaces: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found at [start, end). `gaps` counts spaces that the text has where the Korean word has none."""

    start: int
    end: int
    concepts: frozenset[str]
    gaps: int


class WordTree:
    """Words to look for. Korean ones are found with any spacing, Latin ones as whole words."""

    def __init__(self) -> None:
        self._root = Node()
        self.words: dict[str, frozenset[str]] = {}

    def add(self, word: str, concept: str) -> str:
        """Take in a word and return it in the tree's own spelling."""
        letters = _letters(word)
        node = self._root
        for letter in letters:
            node = node.next.setdefault(letter, Node())
        node.concepts |= {concept}
        node.spaces |= _spaces(word)
        self.words[letters] = node.concepts
        return letters

    def is_one_word(self, letters: str) -> bool:
        """Whether the word has no space of its own and belongs to this shop's world."""
        node = self._root
        for letter in letters:
            node = node.next[letter]
        return not node.spaces and node.concepts != {"elsewhere"}

    def at(self, text: str, start: int) -> list[Hit]:
        """Every word that begins at `start`. Latin words end at a word's end, Korean ones anywhere."""
        found = []
        # A place in the text with a place in the tree; a space in the text may be passed over between Hangul.
        places: list[tuple[int, Node, int, tuple[int, ...]]] = [(start, self._root, 0, ())]
        while places:
            here, node, depth, spaces = places.pop()
            if here > start and node.concepts and _ends_word(text, here):
                gaps = sum(space not in node.spaces for space in spaces)
                found.append(Hit(start, here, node.concepts, gaps))
            if here >= len(text):
                continue
            letter = text[here]
            if letter in node.next:
                places.append((here + 1, node.next[letter], depth + 1, spaces))
            if letter == " " and here > start:
                if text[here - 1] == " ":
                    places.append((here + 1, node, depth, spaces))
                elif _between_hangul(text, here) and " " not in node.next:
                    places.append((here + 1, node, depth, (*spaces, depth)))
            if letter == "'":
                places.append((here + 1, node, depth, spaces))
        return found


def _letters(word: str) -> str:
    """As the tree keeps a word: Korean without spaces, Latin with single ones and without apostrophes."""
    low = word.lower().replace("'", "").replace("-", " ")
    return low.replace(" ", "") if any(hangul.is_syllable(char) for char in low) else " ".join(low.split())


def _spaces(word: str) -> frozenset[int]:
    """After how many letters the word has its spaces."""
    found, letters = set(), 0
    for char in word:
        if char == " ":
            found.add(letters)
        else:
            letters += 1
    return frozenset(found)


def _ends_word(text: str, end: int) -> bool:
    last, after = text[end - 1], text[end : end + 1]
    if hangul.is_syllable(last):
        return True
    if last == " ":
        return False
    if "ㄱ" <= last <= "ㅣ":
        return not "ㄱ" <= after <= "ㅣ"
    return not (after.isascii() and after.isalnum()) or (last.isdigit() != after.isdigit())


def _between_hangul(text: str, at: int) -> bool:
    return hangul.is_syllable(text[at - 1]) and at + 1 < len(text) and hangul.is_syllable(text[at + 1])


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of all languages together, for people mix them. `tails` are what Korean words end in.

    `openers` are the lone syllables after which a word may follow without a space (뭐있어),
    `nouns` are the words without the verbs' forms, among which slips of the fingers are looked for;
    `soft` are the concepts that any question may have without needing a reason.
    """

    tree: WordTree
    nouns: dict[str, frozenset[str]]
    soft: frozenset[str]
    openers: frozenset[str]
    tails: frozenset[str]
    longest_tail: int


def _share(tree: WordTree, tails: frozenset[str]) -> None:
    """A word that is a shorter word with an ending ("없는") keeps the meanings of that one as well."""
    for word in [word for word in tree.words if tree.is_one_word(word)]:
        for cut in range(1, len(word)):
            # A lone open syllable is the head of some verb or other: 세제 is not 세다.
            told = cut > 1 or hangul.ends_in_consonant(word[:cut])
            if told and word[cut:] in tails and word[:cut] in tree.words:
                for concept in tree.words[word[:cut]]:
                    tree.add(word, concept)


def load(concepts: frozenset[str], soft: frozenset[str]) -> Vocabulary:
    """The words for these concepts out of every phrase file; the others stay out and cannot get in the way."""
    tree = WordTree()
    nouns: dict[str, None] = {}  # in the order of the files: of two words that are as near to a slip the first is meant
    for language, forms in (("ko", verb_heads), ("en", english_forms)):
        file = phrases(language)
        for concept, words in file["words"].items():
            for word in words if concept in concepts else ():
                nouns[tree.add(word, concept)] = None
        for concept, verbs in file["verbs"].items():
            for verb in verbs if concept in concepts else ():
                for form in forms(verb):
                    tree.add(form, concept)
    tails = frozenset(tail for group in phrases("ko")["tails"].values() for tail in group)
    _share(tree, frozenset(phrases("ko")["tails"]["particles"] + phrases("ko")["tails"]["endings"]))
    return Vocabulary(
        tree,
        {word: tree.words[word] for word in nouns},
        soft,
        frozenset(phrases("ko")["openers"]["words"]),
        tails,
        max(map(len, tails)),
    )
