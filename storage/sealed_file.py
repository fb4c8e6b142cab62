"""A file sealed in pieces: of any size, in little memory, and nothing of it can be changed, moved or cut off unnoticed.

    bytes 0-13    b"DANGOL BACKUP\\x01"; the last byte is the version of this layout
    byte 14       version of the shop's key
    bytes 15-46   random salt
    bytes 47-62   a check by which a wrong key is told from a damaged file
    the rest      pieces of 1 MiB, each with its 16-byte tag; the last one may be shorter

Every file has a key of its own, derived from the shop's key and the salt. A piece's nonce is its number and whether it
is the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so pieces cannot change
places and an end that is missing is noticed.
"""

import hmac
import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.key_text import KEY_BYTES
from storage.vault import NONCE_BYTES, TAG_BYTES, KeyWrong, Vault

_MAGIC = b"DANGOL BACKUP"
_LAYOUT = b"\x01"
_SALT_BYTES = 32
_CHECK_BYTES = 16
_PIECE = 1 << 20
_HEAD_BYTES = len(_MAGIC + _LAYOUT) + 1 + _SALT_BYTES


class NotOurs(Exception):
    """This is no sealed file of ours, or one of a newer layout."""


class Damaged(Exception):
    """The file is ours and was changed or cut off since it was written."""


def seal_file(vault: Vault, source: BinaryIO, target: BinaryIO) -> None:
    """Seal everything that `source` holds into `target`."""
    head = _MAGIC + _LAYOUT + bytes([vault.newest]) + os.urandom(_SALT_BYTES)
    cipher, check = _keys(vault, head)
    target.write(head + check)
    pieces = _pieces(source, _PIECE)
    target.writelines(cipher.encrypt(_nonce(number, is_last), piece, None) for number, piece, is_last in pieces)


def open_file(vault: Vault, source: BinaryIO, target: BinaryIO) -> None:
    """Write what was sealed to `target`, which is worthless unless this returns.

    Raises NotOurs, KeyWrong and Damaged.
    """
    head = source.read(_HEAD_BYTES)
    if not head.startswith(_MAGIC + _LAYOUT):
        raise NotOurs
    if len(head) < _HEAD_BYTES:
        raise Damaged
    cipher, check = _keys(vault, head)
    if not hmac.compare_digest(check, source.read(_CHECK_BYTES)):
        raise KeyWrong
    for number, piece, is_last in _pieces(source, _PIECE + TAG_BYTES):
        try:
            target.write(cipher.decrypt(_nonce(number, is_last), piece, None))
        except InvalidTag:
            raise Damaged from None


def _keys(vault: Vault, head: bytes) -> tuple[AESGCM, bytes]:
    """This file's own cipher, and the check that its key is the right one."""
    key = vault.backup_key(head[len(_MAGIC + _LAYOUT)])
    salt = head[-_SALT_BYTES:]
    derived = HKDF(SHA256(), length=KEY_BYTES + _CHECK_BYTES, salt=salt, info=head).derive(key)
    return AESGCM(derived[:KEY_BYTES]), derived[KEY_BYTES:]


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, bytes and whether it is the last; an empty source is one empty piece."""
    number, piece = 0, source.read(size)
    while following := source.read(size):
        yield number, piece, False
        number, piece = number + 1, following
    yield number, piece, True


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(NONCE_BYTES - 1, "big") + bytes([is_last])
