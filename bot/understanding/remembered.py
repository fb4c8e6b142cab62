"""What is to be struck of what the shop remembers: "두피 예민 지워 주세요", "forget the short fringe"."""

import re

_STRIKE = (
    re.compile(
        r"^(?:(?:저|제가|내가|저기요?|이제|그|전에|저번에)\s)*(?P<about>\S.*?)(?:\s?(?:이?라는|이?란|다는|다고\s?한|던|한)\s?(?:거|것|건|점|말|내용))?"
        r"(?:은|는|을|를|도)?\s?(?:좀\s|이제\s|그냥\s)?(?:지워|지우|삭제|없애|잊어)\s?[가-힣\s]{0,12}[.!?~]*$"
    ),
    re.compile(
        r"^(?P<about>\S.*?)\s?(?:거|것|건|점|말|내용)(?:은|는|을|를|도)?\s?(?:좀\s|이제\s)?빼\s?[가-힣\s]{0,12}[.!?~]*$"
    ),
    re.compile(
        r"^(?:(?:please|hi|hello|ok|can you|could you|you can|you may|i want you to|i'd like you to)\s)*"
        r"(?:strike|remove|delete|forget|erase|take off|cross out)\s(?:about\s)?(?P<about>\S.*?)"
        r"(?:,?\s(?:please|thanks|now))*[.!?]*$",
        re.IGNORECASE,
    ),
)
_WORD = re.compile(r"[가-힣]+|[a-z0-9'’]+")
_SMALL = frozenset(
    "the a an my that is are was i im i'm said told you your about of note line wish preference preferences it to"
    " from for and me 거 것 제 내 저 좀 그 말 한 점 해 해달라고 달라고 했던".split()
)
_STEM = 2


def strikes(text: str) -> str | None:
    """What is to be struck, in the words of a tidy text; None where it is no wish of that sort."""
    return next((found["about"] for pattern in _STRIKE if (found := pattern.match(text)) is not None), None)


def tells_of(line: str, words: str) -> bool:
    """Whether every word that says something stands in the line, a Korean one by how it begins."""
    low = line.casefold()
    here = set(_WORD.findall(low))
    said = [word for word in _WORD.findall(words.casefold()) if word not in _SMALL]
    return bool(said) and all(word[:_STEM] in low if "가" <= word[0] <= "힣" else word in here for word in said)
