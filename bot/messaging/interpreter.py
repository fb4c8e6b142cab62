"""The interpreter behind INTERPRETER_URL: any server that speaks OpenAI's chat completions, in a cloud or next door.

One question, one try, and a limit on its time and on the size of its answer. It is sent what `pick` is given and the
closed list, no more. A failure is logged by its kind alone and is worth as much as "nothing of the list".
"""

import asyncio
import json
from collections.abc import Mapping, Sequence

import httpx
import structlog

from bot.understanding.interpreter import Kind, Picked

log = structlog.get_logger()

LIMIT = 3.0
"""Seconds that an answer may take; whoever wrote is waiting."""
_MOST_BYTES = 64 * 1024
_TASK = """\
You sort one sentence that somebody in a small shop typed or dictated, in Korean or English, into a closed list.
[1], [2] and so on stand for people and contact details.
Answer with one JSON object and nothing else: {"kind": "...", "slots": {"...": "..."}}
- "kind" is one name of the list, or "none" when the sentence is no such deed or question, or when you are not sure.
- "slots" holds only slots of that kind; those with ? may be missing. Copy each value letter by letter out of the
  sentence: translate, correct and add nothing. "items" are goods with their number, "item" is one kind of goods,
  "amount" is money, "time" is a day, a time of day, a period or a length of time.
The list:
"""


class ChatInterpreter:
    """Asks one model of one server."""

    def __init__(self, url: str, model: str, key: str = "", *, limit: float = LIMIT) -> None:
        """`url` is where the interface begins, such as https://api.example.com/v1; `limit` is in seconds."""
        self._url = f"{url}/chat/completions"
        self._model = model
        self._limit = limit
        self._client = httpx.AsyncClient(headers={"Authorization": f"Bearer {key}"} if key else {}, timeout=limit)

    async def pick(self, text: str, kinds: Sequence[Kind]) -> Picked | None:
        """What the model makes of the sentence; None for anything but a whole answer in time."""
        asked = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": _TASK + "\n".join(map(_line, kinds))},
                {"role": "user", "content": text},
            ],
        }
        try:
            async with asyncio.timeout(self._limit):
                return _picked(await self._answer(asked))
        except Exception as error:  # a server may say anything, and nothing that it says may cost the update
            log.warning("the interpreter gave no answer that can be used", error=type(error).__name__)
            return None

    async def close(self) -> None:
        await self._client.aclose()

    async def _answer(self, asked: Mapping[str, object]) -> str:
        whole = b""
        async with self._client.stream("POST", self._url, json=asked) as response:
            response.raise_for_status()
            async for piece in response.aiter_bytes():
                whole += piece
                if len(whole) > _MOST_BYTES:
                    raise ValueError
        return str(json.loads(whole)["choices"][0]["message"]["content"])


def _line(kind: Kind) -> str:
    slots = ", ".join(slot if slot in kind.needed else f"{slot}?" for slot in kind.slots)
    return f"- {kind.name}({slots}): {kind.means}"


def _picked(content: str) -> Picked | None:
    """The JSON object in an answer; models like to put a fence or a thought around it. Raises ValueError."""
    answer = json.loads(content[content.index("{") : content.rindex("}") + 1])
    kind, slots = answer["kind"], answer.get("slots") or {}
    if not isinstance(kind, str) or not isinstance(slots, dict):
        raise TypeError
    if kind == "none":
        return None
    return Picked(kind, {str(slot): said for slot, said in slots.items() if isinstance(said, str)})
