"""Which methods the Bot API has, asked of python-telegram-bot rather than listed again.

A double must never answer 404 to a method that exists: python-telegram-bot takes that for a refused token.
"""

import inspect
import re
from dataclasses import dataclass
from enum import StrEnum

from telegram import Bot


class AnswerShape(StrEnum):
    """What a method that is not played in detail answers."""

    TRUE = "true"
    MESSAGE = "message"
    LIST = "list"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class KnownMethod:
    required: tuple[str, ...]
    answer: AnswerShape


_NEWER_THAN_PTB = (
    "answerChatJoinRequestQuery",
    "deleteEphemeralMessage",
    "editEphemeralMessageCaption",
    "editEphemeralMessageMedia",
    "editEphemeralMessageReplyMarkup",
    "editEphemeralMessageText",
    "sendChatJoinRequestWebApp",
    "sendRichMessage",
    "sendRichMessageDraft",
)
"""Bot API 10.1 to 10.3, reachable through `Bot.do_api_request`; python-telegram-bot 22.8 ends at 10.0."""


def _known(method: str) -> KnownMethod:
    signature = inspect.signature(getattr(Bot, method))
    parameters = [p for name, p in signature.parameters.items() if name != "self"]
    required = tuple(p.name for p in parameters if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD)
    answer = signature.return_annotation
    name = answer if isinstance(answer, str) else getattr(answer, "__name__", str(answer))
    if answer is bool:
        shape = AnswerShape.TRUE
    elif name.startswith("Message"):
        shape = AnswerShape.MESSAGE
    elif str(answer).startswith("tuple["):
        shape = AnswerShape.LIST
    else:
        shape = AnswerShape.OTHER
    return KnownMethod(required, shape)


_CAMEL_CASE = re.compile(r"[a-z]+[A-Z]\w*")

KNOWN_METHODS = {name: _known(name) for name in [*filter(_CAMEL_CASE.fullmatch, dir(Bot)), "close"]} | {
    name: KnownMethod((), AnswerShape.TRUE) for name in _NEWER_THAN_PTB
}
