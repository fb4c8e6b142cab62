"""A Telegram to play with: the whole Bot API of one bot, in memory, strict where Telegram is strict.

`FakeTelegram` knows no HTTP. `bot.playground.transport` plugs it under python-telegram-bot in the same process and
`bot.playground.server` puts it behind a port; both hand over a request's body and play back the `Answer`, broken
connections included. People act through `bot.playground.people`.
"""

import asyncio
import inspect
import json
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import structlog

from bot.clock import Clock, SystemClock
from bot.playground import editing, sending
from bot.playground.calls import Call, Json, read_call
from bot.playground.errors import ApiError, bad_request, conflict, too_many_requests
from bot.playground.faults import Fault, FaultKind, Faults
from bot.playground.known_methods import KNOWN_METHODS, AnswerShape
from bot.playground.ledger import Event, Ledger, call_details
from bot.playground.people import GroupChat, Person
from bot.playground.profile import Profile
from bot.playground.updates import UpdateQueue
from bot.playground.webhook import Deliver, Webhook, deliver_over_http
from bot.playground.world import Account, Group, World

log = structlog.get_logger()
PLAY_TOKEN = "7000000001:playground"  # noqa: S105 - it opens nothing outside the playground
_TOKEN = re.compile(r"\d+:[\w-]+")
_POLL_LIMIT = 50


class Wire(StrEnum):
    """What becomes of the connection."""

    WHOLE = "whole"
    REFUSED = "refused"
    CUT = "cut"
    HALF = "half"
    HANG = "hang"


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire."""

    status: int
    body: bytes
    wire: Wire = Wire.WHOLE
    content_type: str = "application/json"


class FakeTelegram:
    """The Bot API of one bot.

    `token` has Telegram's form, `<bot id>:<secret>`. Times come from `clock`; only the waiting of long polls, faults
    and webhook retries (`webhook_retry` seconds) is real. With `ledger_file` every ledger entry is also appended there.
    """

    def __init__(
        self,
        token: str = PLAY_TOKEN,
        clock: Clock | None = None,
        *,
        username: str = "dangol_bot",
        name: str = "단골",
        ledger_file: Path | None = None,
        deliver: Deliver = deliver_over_http,
        webhook_retry: float = 1.0,
    ) -> None:
        self.world = World(token, clock or SystemClock(), username=username, name=name, ledger_file=ledger_file)
        self.faults = Faults()
        self.profile = Profile(self.world)
        self.webhook = Webhook(self.world, deliver, webhook_retry)
        self._people: dict[int, Person] = {}
        self._methods = self._played_methods()
        self._names = {name.lower(): name for name in (*KNOWN_METHODS, *self._methods)}

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def ledger(self) -> Ledger:
        return self.world.ledger

    @property
    def updates(self) -> UpdateQueue:
        return self.world.updates

    def person(
        self,
        person_id: int,
        first_name: str = "",
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "ko",
        phone: str = "",
        started: bool = False,
    ) -> Person:
        """The person with this id; the first call makes them. `phone` is the number of their Telegram account."""
        if person_id not in self._people:
            self.world.accounts[person_id] = Account(
                person_id, first_name, last_name, username, language_code, phone, started
            )
            self._people[person_id] = Person(self.world, self.world.accounts[person_id])
        return self._people[person_id]

    @property
    def people(self) -> list[Person]:
        return list(self._people.values())

    def group(self, group_id: int, title: str, *members: Person) -> GroupChat:
        """A group (negative id) with the bot in it."""
        group = self.world.groups.setdefault(group_id, Group(group_id, title))
        group.members |= {member.id for member in members}
        return GroupChat(self.world, group)

    def start_afresh(self) -> None:
        """Empty every chat and forget who pressed Start, for a fresh shop; ids and the ledger go on counting."""
        self.world.empty()
        self.ledger.write(Event.EMPTIED)

    async def serve(self, token: str, method: str, content_type: str, body: bytes, query: str = "") -> Answer:
        """Answer one HTTP request to `/bot<token>/<method>`, faults included."""
        try:
            self._check_token(token)
            call = await read_call(self._names.get(method.lower(), method), content_type, body, query)
        except ApiError as refusal:
            return _refused(refusal)
        return await self._with_faults(call, self._answer(call))

    async def serve_file(self, token: str, path: str) -> Answer:
        """Answer one HTTP request to `/file/bot<token>/<path>`; faults know it as the method "file"."""
        try:
            self._check_token(token)
        except ApiError as refusal:
            return _refused(refusal)
        return await self._with_faults(Call("file", {"path": path}), self._file_answer(path))

    async def call(self, method: str, **params: Any) -> Any:
        """Call a method without a wire; the result of the answer. Raises ApiError for a refusal."""
        return await self._run(Call(method, params))

    def hang_up(self) -> None:
        """End every long poll now, because the server that holds them ends."""
        self.updates.hang_up()
        self.ledger.hang_up()

    def close(self) -> None:
        self.webhook.stop()
        self.ledger.close()

    def _check_token(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise ApiError(404, "Not Found")
        if token != self.token:
            raise ApiError(401, "Unauthorized")

    async def _with_faults(self, call: Call, effect: Coroutine[Any, Any, Answer]) -> Answer:
        fault = self.faults.strike(call)
        if fault is None:
            return await effect
        if fault.latency:
            await asyncio.sleep(fault.latency)
        happens = fault.kind in (FaultKind.SLOW, FaultKind.HALF_ANSWER) or (
            fault.after_effect and fault.kind not in (FaultKind.TOO_MANY, FaultKind.REFUSED)
        )
        if happens:
            answer = await effect
        else:
            effect.close()
            answer = Answer(500, b"")
        self.ledger.write(Event.FAULT, kind=fault.kind.value, effect=happens, call=call_details(call))
        return _struck(fault, answer)

    async def _answer(self, call: Call) -> Answer:
        try:
            result = await self._run(call)
        except ApiError as refusal:
            chat_id = str(call.params.get("chat_id"))
            known_chat = int(chat_id) if re.fullmatch(r"-?\d+", chat_id) else None
            details: Json = {"code": refusal.code, "description": refusal.description, "call": call_details(call)}
            self.ledger.write(Event.REFUSED, known_chat, **details)
            return _refused(refusal)
        except Exception:
            log.exception("the playground itself failed", method=call.method)
            return _refused(ApiError(500, "Internal Server Error"))
        return Answer(200, json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode())

    async def _file_answer(self, path: str) -> Answer:
        stored = self.world.files.by_path(path)
        if stored is None:
            return _refused(ApiError(404, "Not Found"))
        return Answer(200, stored.data, content_type=stored.mime)

    async def _run(self, call: Call) -> Any:
        method = self._methods.get(call.method)
        if method is not None:
            result = method(call)
            return await result if inspect.isawaitable(result) else result
        known = KNOWN_METHODS.get(call.method)
        if known is None:
            raise ApiError(404, "Not Found")
        for name in known.required:
            if name not in call.params and name not in call.files:
                raise bad_request(f'parameter "{name}" is required')
        return self._default_answer(call, known.answer)

    def _default_answer(self, call: Call, shape: AnswerShape) -> Any:
        """The answer of a method that nobody here plays in detail."""
        if shape is AnswerShape.MESSAGE and "chat_id" in call.params:
            return sending.send_anything(self.world, call)
        if "chat_id" in call.params:
            self.world.writable_chat(sending.chat_id_of(call))
        self.ledger.write(Event.CALLED, call.integer("chat_id"), call=call_details(call))
        if shape is AnswerShape.OTHER:
            raise bad_request(f"the playground does not play {call.method}")
        return [] if shape is AnswerShape.LIST else True

    async def _get_updates(self, call: Call) -> list[Json]:
        if self.webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self.updates.allow(call.structure("allowed_updates"))
        limit = min(max(call.integer("limit") or 100, 1), 100)
        timeout = float(call.text("timeout") or 0)
        return await self.updates.poll(call.integer("offset") or 0, limit, min(max(timeout, 0), _POLL_LIMIT))

    def _get_chat(self, call: Call) -> Json:
        details: Json = {"accent_color_id": 0, "max_reaction_count": 11}
        details["accepted_gift_types"] = {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        }
        return self.world.chat(sending.chat_id_of(call)) | details

    def _played_methods(self) -> dict[str, Callable[[Call], Any]]:
        world, profile, webhook = self.world, self.profile, self.webhook

        def on_world(function: Callable[[World, Call], Any]) -> Callable[[Call], Any]:
            return lambda call: function(world, call)

        def noted(function: Callable[[Call], Any]) -> Callable[[Call], Any]:
            def run(call: Call) -> Any:
                result = function(call)
                world.ledger.write(Event.CALLED, call=call_details(call))
                return result

            return run

        methods: dict[str, Callable[[Call], Any]] = {
            "getMe": profile.get_me,
            "getUpdates": self._get_updates,
            "getFile": lambda call: world.files.describe(call.text("file_id")),
            "getChat": self._get_chat,
            "getUserProfilePhotos": lambda _: {"total_count": 0, "photos": []},
            "sendMessage": on_world(sending.send_message),
            "sendDocument": on_world(sending.send_document),
            "sendPhoto": on_world(sending.send_photo),
            "sendChatAction": on_world(sending.send_chat_action),
            "editMessageText": on_world(editing.edit_message_text),
            "editMessageCaption": on_world(editing.edit_message_caption),
            "editMessageReplyMarkup": on_world(editing.edit_message_reply_markup),
            "deleteMessage": on_world(editing.delete_message),
            "deleteMessages": on_world(editing.delete_messages),
            "answerCallbackQuery": on_world(editing.answer_callback_query),
            "setWebhook": noted(webhook.set),
            "deleteWebhook": noted(webhook.delete),
            "getWebhookInfo": webhook.info,
            "setMyCommands": noted(profile.set_my_commands),
            "getMyCommands": profile.get_my_commands,
            "deleteMyCommands": noted(profile.delete_my_commands),
        }
        for name, title in (
            ("name", "Name"),
            ("description", "Description"),
            ("short_description", "ShortDescription"),
        ):
            methods[f"setMy{title}"] = noted(_text_method(profile.set_text, name))
            methods[f"getMy{title}"] = _text_method(profile.get_text, name)
        return methods


def _text_method(method: Callable[[str, Call], Any], name: str) -> Callable[[Call], Any]:
    return lambda call: method(name, call)


def _refused(refusal: ApiError) -> Answer:
    return Answer(refusal.code, json.dumps(refusal.body(), ensure_ascii=False).encode())


def _struck(fault: Fault, answer: Answer) -> Answer:
    """The answer as the fault leaves it."""
    match fault.kind:
        case FaultKind.TOO_MANY:
            return _refused(too_many_requests(fault.retry_after))
        case FaultKind.SERVER_ERROR if fault.status == 500:
            return _refused(ApiError(500, "Internal Server Error"))
        case FaultKind.SERVER_ERROR:
            page = f"<html><head><title>{fault.status}</title></head><body>nginx</body></html>"
            return Answer(fault.status, page.encode(), content_type="text/html")
        case FaultKind.REFUSED:
            return Answer(0, b"", Wire.REFUSED)
        case FaultKind.CUT:
            return Answer(0, b"", Wire.CUT)
        case FaultKind.HANG:
            return Answer(0, b"", Wire.HANG)
        case FaultKind.HALF_ANSWER:
            return Answer(answer.status, answer.body, Wire.HALF, answer.content_type)
        case FaultKind.SLOW:
            return answer
