"""Telegram's HTML, read as strictly as Telegram reads it.

The rules and the sentences of the refusals are those of tdlib's `parse_html` (MessageEntity.cpp): a short list of
tags, every tag closed in order, and four named characters beside the numbered ones. An unknown one such as `&nbsp;` is
not refused there: the person sees it as it is written. Lengths and offsets are counted in UTF-16 units.
"""

import re
from typing import Any, TypeAlias

from bot.playground.errors import ApiError, bad_request

Entity: TypeAlias = dict[str, Any]

MAX_TEXT = 4096
MAX_CAPTION = 1024

_ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#(?P<decimal>\d+)|#[xX](?P<hexadecimal>[0-9a-fA-F]+)|(?P<name>[a-zA-Z]+));?")
_LINK = re.compile(r"(https?|tg|ton|tonsite)://\S+|mailto:\S+|[\w-]+(\.[\w-]+)+\S*", re.IGNORECASE)
_UNSEEN = {code: None for code in range(32) if chr(code) not in "\t\n"}


def utf16_length(text: str) -> int:
    """How long Telegram finds a text: characters beyond the basic plane, most emoji among them, count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def read_text(text: str, parse_mode: str, given: list[Entity] | None = None) -> tuple[str, list[Entity]]:
    """The text as the person sees it and its entities, trimmed as Telegram trims it.

    Raises ApiError 400 for broken HTML, for text that is not Unicode, and for a parse mode that is not played here.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    if parse_mode.lower() == "html":
        plain, entities = parse_html(text)
    elif not parse_mode:
        plain, entities = text, list(given or [])
    else:
        raise bad_request("unsupported parse_mode")
    return _trimmed(plain.translate(_UNSEEN), entities)


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """Take Telegram's HTML apart. Raises ApiError 400 with Telegram's reason."""
    shown: list[str] = []
    entities: list[Entity] = []
    open_tags: list[tuple[str, str, int]] = []
    offset = position = 0
    while position < len(text):
        character = text[position]
        if character == "&" and (decoded := _decode(text, position)):
            shown.append(decoded[0])
            offset += utf16_length(decoded[0])
            position = decoded[1]
        elif character != "<":
            shown.append(character)
            offset += utf16_length(character)
            position += 1
        elif text.startswith("</", position):
            position = _check_end_tag(text, position, open_tags)
            tag, argument, start = open_tags.pop()
            if entity := _entity(tag, argument, start, offset, "".join(shown)):
                entities.append(entity)
        else:
            tag, argument, position = _start_tag(text, position)
            open_tags.append((tag, argument, offset))
    if open_tags:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return "".join(shown), sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _unparsed(reason: str, text: str = "", position: int | None = None) -> ApiError:
    where = "" if position is None else f" at byte offset {len(text[:position].encode())}"
    return bad_request(f"can't parse entities: {reason}{where}")


def _until(text: str, position: int, stops: str) -> int:
    while position < len(text) and not text[position].isspace() and text[position] not in stops:
        position += 1
    return position


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _decode(text: str, position: int) -> tuple[str, int] | None:
    match = _CHARACTER.match(text, position)
    if match is None:
        return None
    if match["name"]:
        named = _NAMED.get(match["name"])
        return (named, match.end()) if named else None
    code = int(match["decimal"]) if match["decimal"] else int(match["hexadecimal"], 16)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code), match.end()


def _start_tag(text: str, begin: int) -> tuple[str, str, int]:
    """The tag's name, the one attribute that matters to it, and the position behind it."""
    position = _until(text, begin + 1, ">")
    if position >= len(text):
        raise _unparsed("Unclosed start tag", text, begin)
    tag = text[begin + 1 : position].lower()
    if tag not in _ENTITY_OF_TAG:
        raise _unparsed(f'Unsupported start tag "{tag}"', text, begin)
    argument = ""
    while True:
        position = _skip_space(text, position)
        if text[position : position + 1] == ">":
            break
        attribute, value, position = _attribute(text, position, begin, tag)
        argument = _argument(tag, attribute, value) or argument
    if tag == "span" and not argument:
        raise _unparsed('Tag "span" must have class "tg-spoiler"', text, begin)
    return tag, argument, position + 1


def _attribute(text: str, position: int, begin: int, tag: str) -> tuple[str, str, int]:
    name_end = _until(text, position, "=>")
    attribute = text[position:name_end].lower()
    position = _skip_space(text, name_end)
    if position >= len(text):
        raise _unparsed("Unclosed start tag", text, begin)
    if not attribute:
        raise _unparsed(f'Empty attribute name in the tag "{tag}"', text, begin)
    if text[position] != "=":
        if (tag, attribute) == ("blockquote", "expandable"):
            return attribute, "expandable", position
        raise _unparsed(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', text, begin)
    position = _skip_space(text, position + 1)
    quote = text[position : position + 1]
    if quote not in ("'", '"'):
        end = _until(text, position, ">")
        content = text[position:end].lower()
    else:
        closing = text.find(quote, position + 1)
        end, content = (closing + 1, text[position + 1 : closing]) if closing >= 0 else (len(text), "")
    if end >= len(text):
        raise _unparsed("Unclosed start tag", text, begin)
    return attribute, _CHARACTER.sub(_decoded, content), end


def _decoded(match: re.Match[str]) -> str:
    decoded = _decode(match[0], 0)
    return decoded[0] if decoded else match[0]


def _argument(tag: str, attribute: str, value: str) -> str:
    if (tag, attribute) in (("a", "href"), ("tg-emoji", "emoji-id"), ("blockquote", "expandable")):
        return value
    if (tag, attribute) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, attribute, value) == ("span", "class", "tg-spoiler"):
        return value
    return ""


def _check_end_tag(text: str, begin: int, open_tags: list[tuple[str, str, int]]) -> int:
    if not open_tags:
        raise _unparsed("Unexpected end tag", text, begin)
    name_end = _until(text, begin + 2, ">")
    position = _skip_space(text, name_end)
    if text[position : position + 1] != ">":
        raise _unparsed("Unclosed end tag", text, begin)
    found, expected = text[begin + 2 : name_end].lower(), open_tags[-1][0]
    if found and found != expected:
        offset = len(text[:begin].encode())
        raise _unparsed(f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", found "</{found}>"')
    return position + 1


def _entity(tag: str, argument: str, start: int, end: int, shown: str) -> Entity | None:
    """The entity that a closed tag makes, or None where Telegram makes none: empty, or a link to nowhere."""
    if end == start:
        return None
    entity: Entity = {"type": _ENTITY_OF_TAG[tag], "offset": start, "length": end - start}
    if tag == "a":
        url = argument or shown[len(shown) - (end - start) :]
        if not _LINK.fullmatch(url):
            return None
        entity["url"] = url
    elif tag == "tg-emoji":
        entity["custom_emoji_id"] = argument
    elif tag == "blockquote" and argument:
        entity["type"] = "expandable_blockquote"
    elif tag == "code" and argument:
        entity["language"] = argument
    return entity


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut white space at both ends and let no entity reach beyond what is left."""
    lead = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    end = utf16_length(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] - lead + entity["length"], end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return text, _with_code_in_pre(kept)


def _with_code_in_pre(entities: list[Entity]) -> list[Entity]:
    """`<pre><code class="language-x">` is one block with a language; a language elsewhere means nothing."""
    merged: list[Entity] = []
    for entity in entities:
        before = merged[-1] if merged else {}
        same_place = all(before.get(key) == entity[key] for key in ("offset", "length"))
        if same_place and {before["type"], entity["type"]} == {"pre", "code"}:
            language = before.get("language") or entity.get("language")
            merged[-1] = {**entity, "type": "pre", **({"language": language} if language else {})}
        else:
            merged.append(entity)
    return [{k: v for k, v in e.items() if k != "language" or e["type"] == "pre"} for e in merged]
