"""The control panel over HTTP: people act, faults are planned, the ledger is read.

Everything is JSON under `/playground/`. An act is `POST /playground/people/<id>/<act>` with the act's arguments as an
object; `ACTS` lists both. What a person cannot do answers 409 with the reason.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.playground.calls import Json
from bot.playground.errors import ApiError
from bot.playground.faults import Fault, FaultKind
from bot.playground.people import NotPossible, Person
from bot.playground.telegram import FakeTelegram

ACTS: dict[str, tuple[str, ...]] = {
    "starts": ("payload",),
    "says": ("text", "reply_to"),
    "presses": ("label",),
    "taps": ("button", "message_id"),
    "taps_data": ("message_id", "data"),
    "copies": ("label",),
    "shares_contact": ("phone", "name", "forwarded"),
    "edits": ("message_id", "text"),
    "deletes": ("message_id",),
    "blocks": (),
    "unblocks": (),
    "deletes_account": (),
}
FILES = ("sends_file", "sends_photo")
LONGEST_WAIT = 25.0
NEWEST = 200
"""Messages of a chat that are shown; a page need not carry more."""

Endpoint = Callable[[Request], Awaitable[Response]]


def control_routes(telegram: FakeTelegram) -> list[BaseRoute]:
    panel = _Panel(telegram)
    return [
        Route("/playground/people", plainly(panel.people), methods=["GET"]),
        Route("/playground/people", plainly(panel.add_person), methods=["POST"]),
        Route("/playground/people/{id:int}", plainly(panel.change_person), methods=["PATCH"]),
        Route("/playground/people/{id:int}/chat", plainly(panel.chat), methods=["GET"]),
        Route("/playground/people/{id:int}/{act}", plainly(panel.act), methods=["POST"]),
        Route("/playground/files/{file_id}", plainly(panel.file), methods=["GET"]),
        Route("/playground/faults", plainly(panel.plan_fault), methods=["POST"]),
        Route("/playground/faults", plainly(panel.clear_faults), methods=["DELETE"]),
        Route("/playground/updates", plainly(panel.push_update), methods=["POST"]),
        Route("/playground/updates/disturb", plainly(panel.disturb), methods=["POST"]),
        Route("/playground/updates/redeliver", plainly(panel.redeliver), methods=["POST"]),
        Route("/playground/updates/waiting", plainly(panel.waiting), methods=["GET"]),
        Route("/playground/ledger", plainly(panel.ledger), methods=["GET"]),
    ]


def plainly(endpoint: Endpoint) -> Endpoint:
    """Turn what can go wrong into a status and a reason, and other web sites away."""

    async def run(request: Request) -> Response:
        origin = urlsplit(request.headers.get("origin", "")).netloc
        if origin and origin != request.headers.get("host"):
            return JSONResponse({"error": "the control panel is for the playground's own page"}, 403)
        try:
            return await endpoint(request)
        except NotPossible as reason:
            return JSONResponse({"error": str(reason)}, 409)
        except ApiError as refusal:
            return JSONResponse({"error": refusal.description}, 409)
        except (KeyError, TypeError, ValueError) as problem:
            return JSONResponse({"error": f"not understood: {problem}"}, 400)

    return run


async def json_object(request: Request) -> Json:
    """The body, {} when there is none. Raises ValueError or TypeError when it is no object."""
    body = await request.body()
    given = await request.json() if body else {}
    if not isinstance(given, dict):
        raise TypeError("an object is expected")
    return given


class _Panel:
    def __init__(self, telegram: FakeTelegram) -> None:
        self._telegram = telegram

    def _person(self, request: Request) -> Person:
        person_id = request.path_params["id"]
        if person_id not in self._telegram.world.accounts:
            raise NotPossible(f"nobody has the id {person_id}")
        return self._telegram.person(person_id)

    async def people(self, _: Request) -> Response:
        return JSONResponse([_account(person) for person in self._telegram.people])

    async def add_person(self, request: Request) -> Response:
        given = await json_object(request)
        return JSONResponse(_account(self._telegram.person(given.pop("id"), **given)), 201)

    async def change_person(self, request: Request) -> Response:
        """A person sets their app to another language."""
        person = self._person(request)
        person.account.language_code = str((await json_object(request))["language_code"])
        return JSONResponse(_account(person))

    async def chat(self, request: Request) -> Response:
        person = self._person(request)
        account = person.account
        seen: Json = {
            "person": _account(person),
            "messages": person.sees()[-NEWEST:],
            "keyboard": self._telegram.world.keyboards.get(person.id),
            "commands": self._telegram.profile.commands_for(person.id, account.language_code),
        }
        return JSONResponse(seen)

    async def act(self, request: Request) -> Response:
        person, act = self._person(request), request.path_params["act"]
        if act in FILES:
            return JSONResponse(await _send_file(person, act, request))
        if act not in ACTS:
            raise NotPossible(f"nobody can {act!r}")
        given = await json_object(request)
        arguments = {name: given.pop(name) for name in ACTS[act] if name in given}
        if act == "shares_contact" and "of" in given:
            arguments["of"] = self._telegram.person(given.pop("of"))
        if given:
            raise TypeError(f"{act} does not take {', '.join(given)}")
        return JSONResponse(getattr(person, act)(**arguments))

    async def file(self, request: Request) -> Response:
        stored = self._telegram.world.files.by_id(request.path_params["file_id"])
        # A file is somebody's; it may be shown as a picture but never run as a page of this address.
        headers = {"content-disposition": "attachment", "x-content-type-options": "nosniff"}
        return Response(stored.data, media_type=stored.mime, headers=headers)

    async def plan_fault(self, request: Request) -> Response:
        """`kind` and the other fields of `Fault`, with `methods`, `times` (null: for ever) and `share`."""
        given = await json_object(request)
        methods, times = given.pop("methods", []), given.pop("times", 1)
        share = given.pop("share", 1.0)
        fault = Fault(FaultKind(given.pop("kind")), **given)
        self._telegram.faults.plan(fault, *methods, times=times, share=share)
        return JSONResponse({}, 201)

    async def clear_faults(self, _: Request) -> Response:
        self._telegram.faults.clear()
        return JSONResponse({})

    async def push_update(self, request: Request) -> Response:
        """An update as it is given, well-formed or not."""
        return JSONResponse(self._telegram.updates.push_raw(await json_object(request)), 201)

    async def disturb(self, request: Request) -> Response:
        self._telegram.updates.disturb(**await json_object(request))
        return JSONResponse({})

    async def redeliver(self, request: Request) -> Response:
        self._telegram.updates.redeliver((await json_object(request)).get("update_ids"))
        return JSONResponse({})

    async def waiting(self, _: Request) -> Response:
        return JSONResponse({"waiting": self._telegram.updates.waiting})

    async def ledger(self, request: Request) -> Response:
        """The entries after number `after`; with `wait` (seconds) the answer comes when there is one."""
        after = int(request.query_params.get("after", 0))
        wait = min(float(request.query_params.get("wait", 0)), LONGEST_WAIT)
        ledger = self._telegram.ledger
        if wait > 0:
            hang_ups = ledger.hang_ups
            try:
                await ledger.until(lambda: len(ledger.entries) > after or ledger.hang_ups > hang_ups, wait)
            except TimeoutError:
                return JSONResponse([])
        return JSONResponse([entry.as_json() for entry in ledger.entries[after:]])


async def _send_file(person: Person, act: str, request: Request) -> Json | list[Json]:
    async with request.form() as form:
        files = [file for file in form.getlist("file") if isinstance(file, UploadFile)]
        if not files:
            raise TypeError("file must be a file")
        caption = str(form.get("caption", ""))
        pictures = [await file.read() for file in files]
        data, mime = pictures[0], files[0].content_type or "application/octet-stream"
        name = files[0].filename or "file"
    if act == "sends_photo":
        return (
            person.sends_photos(*pictures, caption=caption) if len(pictures) > 1 else person.sends_photo(data, caption)
        )
    return person.sends_file(name, data, caption, mime)


def _account(person: Person) -> Json:
    account = person.account
    return account.as_user() | {
        "phone": account.phone,
        "started": account.started,
        "blocked": account.blocked,
        "deactivated": account.deactivated,
    }
