"""What the shop's own texts may not hold: a label of advertising of their own, words of selling in what is no
advertising, a value that nobody can fill in, too many signs.

The label is put on by the program and in one spelling alone (Network Act 50(4)); a text with a label of its own, spaced
or in other brackets, would hide it.
"""

import re
import unicodedata
from collections.abc import Collection

from bot.domain.promotional import sells
from bot.domain.refusals import Refusal

LONGEST = 400
_LABEL = re.compile(
    r"[\(\[\{<〔【「『《〈]\s*(?:광\s*[.\-_*·ㆍ/~]*\s*고|a\s*d(?:\s*v\s*e\s*r\s*t\w*)?|advertisement|廣\s*告)\s*[\)\]\}>〕】」』》〉]"
    r"|^\s*(?:광\s+고|광\s*[.\-_*·ㆍ/~]+\s*고|광고)\s*[:：\-)\]]"
    r"|\(\s*광\s*고|광\s*고\s*\)",
    re.IGNORECASE,
)
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_VARIABLE = re.compile(r"\{\s*([^{}]*?)\s*\}")


def checked(
    text: str,
    *,
    variables: Collection[str] = (),
    gift_owed: bool = False,
    longest: int = LONGEST,
    may_sell: bool = False,
) -> str:
    """The text as it may be kept: tidied, unseen signs gone.

    Raises Refusal: text-empty, own-text-long (most), text-label, text-braces, text-variable-unknown (value, known),
    text-sells (only where it may not become advertising).
    """
    plain = unicodedata.normalize("NFC", text).translate(_UNSEEN).strip()
    if not any(sign.isalnum() for sign in plain):
        raise Refusal("text-empty")
    if len(plain) > longest:
        raise Refusal("own-text-long", most=longest)
    without_label(plain)
    for name in _VARIABLE.findall(plain):
        if name not in variables:
            known = ", ".join(f"{{{one}}}" for one in variables)
            raise Refusal("text-variable-unknown", value=name or "{}", known=known or None)
    if re.search(r"[{}]", _VARIABLE.sub("", plain)):
        raise Refusal("text-braces")
    if sells(_VARIABLE.sub(" ", plain), gift_owed=gift_owed) and not may_sell:
        raise Refusal("text-sells")
    return plain


def without_label(text: str) -> str:
    """The text, if it has no label of its own. Raises Refusal text-label."""
    if _LABEL.search(unicodedata.normalize("NFKC", text.translate(_UNSEEN))):
        raise Refusal("text-label")
    return text


def filled(text: str, values: dict[str, str]) -> str:
    """The text with its values. Raises KeyError for one that is missing: what is kept was checked."""
    return _VARIABLE.sub(lambda found: values[found[1]], text)
