import struct

import pytest

from bot.playground.calls import MAX_UPLOAD, Upload
from bot.playground.errors import ApiError
from bot.playground.files import MAX_DOWNLOAD, FileStore, picture_size
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)


def jpeg(width: int, height: int) -> bytes:
    application = b"\xff\xe0\x00\x04ab"
    return b"\xff\xd8" + application + b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width)


@pytest.mark.parametrize("picture", [png(40, 20), jpeg(40, 20)])
def test_the_size_of_a_picture_is_read(picture: bytes) -> None:
    assert picture_size(picture) == (40, 20)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "IMAGE_PROCESS_FAILED"),
        (b"%PDF-1.7", "IMAGE_PROCESS_FAILED"),
        (b"\xff\xd8\xff", "IMAGE_PROCESS_FAILED"),
        (png(6000, 6000), "PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (png(0, 10), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
def test_what_cannot_be_shown_as_a_picture_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ApiError, match=reason):
        picture_size(data)


async def test_a_bot_may_download_20_megabytes(telegram: FakeTelegram, minji: Person) -> None:
    fits = minji.sends_file("a.csv", bytes(MAX_DOWNLOAD))["message"]["document"]["file_id"]
    path = (await telegram.call("getFile", file_id=fits))["file_path"]
    assert (await telegram.serve_file(telegram.token, path)).body == bytes(MAX_DOWNLOAD)
    above = minji.sends_file("b.csv", bytes(MAX_DOWNLOAD + 1))["message"]["document"]["file_id"]
    with pytest.raises(ApiError, match="Bad Request: file is too big"):
        await telegram.call("getFile", file_id=above)


async def test_a_bot_may_upload_50_megabytes(telegram: FakeTelegram, minji: Person) -> None:
    answer = await telegram.serve(telegram.token, "sendDocument", "application/json", bytes(MAX_UPLOAD + 1))
    assert answer.status == 413
    assert minji.sees() == []


async def test_a_path_that_was_never_given_out_is_not_found(telegram: FakeTelegram) -> None:
    assert (await telegram.serve_file(telegram.token, "documents/file_1.csv")).status == 404


def test_odd_names_make_no_odd_paths() -> None:
    store = FileStore()
    names = ["손님.csv", "../../x.sh/..", "no-suffix", "a.그림"]
    paths = [store.keep(Upload(name, "text/csv", b"x"), "documents").path for name in names]
    assert paths == ["documents/file_1.csv", "documents/file_2", "documents/file_3", "documents/file_4"]
