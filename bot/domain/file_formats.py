"""What a file is by its first bytes, whatever its name says: formats without a table for us, each refused by name."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from bot.domain.refusals import Refusal

_CHUNK = 1 << 16
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
_IMAGE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", re.DOTALL
)
# Many programs call a web page with one table an Excel file. Excel opens it, so nobody knows.
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|!--|html|head|meta|style|table|div|\?xml)", re.IGNORECASE)
_CONTAINER = b"\xd0\xcf\x11\xe0"
_PASSWORD, _OLD_EXCEL = ("EncryptedPackage".encode("utf-16-le"),), ("Workbook".encode("utf-16-le"), b"B\0o\0o\0k\0")


def refuse_other_formats(stream: BinaryIO) -> None:
    """Raises Refusal: file-is-pdf, file-is-image, file-is-archive, file-is-web-page, file-is-document, file-old-excel,
    file-password.
    """
    stream.seek(0)
    head = stream.read(1024)
    if b"%PDF-" in head:
        raise Refusal("file-is-pdf")
    if head.startswith(_ARCHIVES):
        raise Refusal("file-is-archive")
    if _IMAGE.match(head):
        raise Refusal("file-is-image")
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").replace(b"\0", b"")):
        raise Refusal("file-is-web-page")
    if head.startswith(b"{\\rtf"):
        raise Refusal("file-is-document")
    if head.startswith(_CONTAINER):
        # Excel puts a workbook with a password into the container of its old format, which Word and Hangul have too.
        if _holds(stream, _PASSWORD):
            raise Refusal("file-password")
        raise Refusal("file-old-excel" if _holds(stream, _OLD_EXCEL) else "file-is-document")


def _holds(stream: BinaryIO, marks: tuple[bytes, ...]) -> bool:
    longest = max(map(len, marks))
    before = b""
    for chunk in _chunks(stream):
        if any(mark in before + chunk for mark in marks):
            return True
        before = chunk[-longest:]
    return False


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        yield chunk
