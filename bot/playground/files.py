"""The files that lie at Telegram: bytes under a file_id, served under a path."""

import struct
from dataclasses import dataclass

from bot.playground.calls import Json, Upload
from bot.playground.errors import bad_request

MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    unique_id: str
    name: str
    mime: str
    data: bytes
    path: str

    def as_document(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_name": self.name,
            "mime_type": self.mime,
            "file_size": len(self.data),
        }

    def as_photo(self) -> list[Json]:
        """The sizes of a picture; one is enough here. Raises ApiError 400 when it is no picture."""
        width, height = picture_size(self.data)
        size = {"file_id": self.file_id, "file_unique_id": self.unique_id, "width": width, "height": height}
        return [{**size, "file_size": len(self.data)}]


class FileStore:
    """Keeps every file by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, upload: Upload, folder: str) -> StoredFile:
        """Store a file under `folder` ("documents", "photos")."""
        number = len(self._by_id) + 1
        suffix = upload.name[upload.name.rfind(".") :] if "." in upload.name else ""
        extension = suffix if suffix.isascii() and suffix[1:].isalnum() else ""
        path = f"{folder}/file_{number}{extension}"
        stored = StoredFile(
            f"BQACAgUAAxkB{number:08d}", f"AgAD{number:06d}", upload.name, upload.mime, upload.data, path
        )
        self._by_id[stored.file_id] = self._by_path[path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        """Raises ApiError 400 for an id that was never given out."""
        if file_id not in self._by_id:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self._by_id[file_id]

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def describe(self, file_id: str) -> Json:
        """The answer of getFile. Raises ApiError 400 above 20 MB, the most that a bot may download."""
        stored = self.by_id(file_id)
        if len(stored.data) > MAX_DOWNLOAD:
            raise bad_request("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.data),
            "file_path": stored.path,
        }


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG. Raises ApiError 400 as Telegram does for what it cannot show."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
    elif data[:2] == b"\xff\xd8":
        width, height = _jpeg_size(data)
    else:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if not width or not height or width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk the segments to the frame header (markers C0 to CF without C4, C8 and CC), which holds height and width."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    raise bad_request("IMAGE_PROCESS_FAILED")
