"""One call of the Bot API as it comes over the wire: form, multipart or JSON."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from bot.playground.errors import ApiError, bad_request

Json: TypeAlias = dict[str, Any]

MAX_UPLOAD = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """A method with its parameters. Values are strings (form) or already JSON, as the sender chose."""

    method: str
    params: Json = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name, default)
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int | None = None) -> int | None:
        """Raises ApiError 400 for anything that is not a whole number."""
        value = self.params.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'parameter "{name}" must be an Integer') from None

    def flag(self, name: str) -> bool:
        return str(self.params.get(name, "")).lower() in ("true", "1", "yes")

    def structure(self, name: str) -> Any:
        """An object or array, or None. Raises ApiError 400 for broken JSON."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, name: str) -> Upload | str | None:
        """The file of a parameter: uploaded beside it, attached under another name, or a file_id as text."""
        value = self.params.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name) or (value if isinstance(value, str) and value else None)


async def read_call(method: str, content_type: str, body: bytes, query: str = "") -> Call:
    """Read a request's body. Raises ApiError 400 when it cannot be read, 413 above Telegram's 50 MB."""
    if len(body) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    params: Json = dict(parse_qsl(query, keep_blank_values=True))
    files: dict[str, Upload] = {}
    kind = content_type.partition(";")[0].strip().lower()
    try:
        if kind == "application/json":
            loaded = json.loads(body or b"{}")
            if not isinstance(loaded, dict):
                raise bad_request("object expected")
            params |= loaded
        elif kind == "multipart/form-data":
            await _read_multipart(content_type, body, params, files)
        else:
            params |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    except (ValueError, MultiPartException):
        raise bad_request("can't parse the request") from None
    return Call(method, params, files)


async def _read_multipart(content_type: str, body: bytes, params: Json, files: dict[str, Upload]) -> None:
    async def chunks() -> AsyncGenerator[bytes, None]:
        yield body

    form = await MultiPartParser(Headers({"content-type": content_type}), chunks()).parse()
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            mime = value.content_type or "application/octet-stream"
            files[name] = Upload(value.filename or name, mime, await value.read())
        else:
            params[name] = value
    await form.close()
