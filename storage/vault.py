"""The vault: what is written about people is unreadable without the key.

Every sealed value is AES-256-GCM ciphertext. It is bound to its place (table and column, such as "customer.name") and,
where it is known before the row is written, to the row's own key; ciphertext moved elsewhere cannot be opened.

    byte 0       version of the key, 1 to 255
    bytes 1-12   random nonce
    the rest     ciphertext and its 16-byte tag

There may be several keys (`storage/key_text.py` reads them): every version can be read and the newest one seals. Tags
stay with the oldest version: a look-up must find what was tagged before a key was added.
"""

import base64
import hmac
import os
import secrets
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.key_text import KEY_BYTES, KeyMalformed, read_keys

NONCE_BYTES = 12
TAG_BYTES = 16

_CHECK_PLACE = "shop_fact.key_check"
_CHECK_TEXT = "단골"

_KEY_FILE = """\
# 단골의 열쇠예요. 이름, 전화번호, 메모, 대화는 모두 이 열쇠로 잠겨 있어요.
# 잃어버리면 아무도, 이 프로그램을 만든 사람도 다시 열 수 없어요.
# 데이터베이스와 떨어진 안전한 곳에 사본을 두세요. 아무에게도 보내지 마세요.
#
# This is the key of your 단골 (dangol). Names, phone numbers, notes and messages are all locked with it.
# If you lose it, nobody can open them again, not even those who made this program.
# Keep a copy in a safe place away from the database. Never send it to anyone.
v1:{key}
"""


class Unreadable(Exception):
    """A sealed value cannot be opened: damaged, moved from another place or row, or sealed with a key we lack."""

    def __init__(self, place: str) -> None:
        super().__init__(f"cannot open a value of {place}")
        self.place = place


class KeyMissing(Exception):
    """There is data, and no key to open it. A second key would make things worse, so none is made."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no key file at {path}")
        self.path = path


class KeyWrong(Exception):
    """The key is well formed, and the data were sealed with another one."""


class _SubKeys:
    """One master key, split: what seals never tags, and backups have a key of their own."""

    def __init__(self, master: bytes) -> None:
        self.cipher = AESGCM(_derive(master, b"dangol seal"))
        self.index = _derive(master, b"dangol index")
        self.backup = _derive(master, b"dangol backup")


class Vault:
    """Seals, opens and tags. Safe to share between threads."""

    def __init__(self, keys: dict[int, bytes]) -> None:
        """`keys` maps a version (1 to 255) to a master key of 32 bytes; there is at least one."""
        self._keys = {version: _SubKeys(master) for version, master in keys.items()}
        self._newest = max(self._keys)
        self._prefix = bytes([self._newest])
        self._seal = self._keys[self._newest].cipher.encrypt
        self._index = self._keys[min(self._keys)].index

    @classmethod
    def from_text(cls, text: str, source: str) -> Self:
        """Read key text. `source` names where it came from, for `KeyMalformed`; the text itself is never shown."""
        return cls(read_keys(text, source))

    def seal(self, text: str, place: str, row: str = "") -> bytes:
        """Seal any str. Half a surrogate pair, which JSON can carry, comes back as it was."""
        return self.seal_bytes(text.encode("utf-8", "surrogatepass"), place, row)

    def open(self, blob: bytes, place: str, row: str = "") -> str:
        """Raises Unreadable."""
        return self.open_bytes(blob, place, row).decode("utf-8", "surrogatepass")

    def seal_bytes(self, data: bytes, place: str, row: str = "") -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return self._prefix + nonce + self._seal(nonce, data, f"{place}\0{row}".encode())

    def open_bytes(self, blob: bytes, place: str, row: str = "") -> bytes:
        """Raises Unreadable."""
        keys = self._keys.get(blob[0]) if len(blob) > NONCE_BYTES + TAG_BYTES else None
        if keys is None:
            raise Unreadable(place)
        try:
            return keys.cipher.decrypt(blob[1 : NONCE_BYTES + 1], blob[NONCE_BYTES + 1 :], f"{place}\0{row}".encode())
        except InvalidTag:
            raise Unreadable(place) from None

    def tag(self, value: str, purpose: str) -> bytes:
        """A keyed blind index of `value`, 16 bytes: equal values of one purpose have equal tags.

        The caller brings the value into its one canonical form first (a phone number as digits, say).
        """
        return hmac.digest(self._index, f"{purpose}\0{value}".encode("utf-8", "surrogatepass"), "sha256")[:TAG_BYTES]

    @property
    def newest(self) -> int:
        """The version of the key that seals."""
        return self._newest

    def backup_key(self, version: int) -> bytes:
        """What keys of backup files are derived from (`storage/sealed_file.py`). Raises KeyWrong."""
        if version not in self._keys:
            raise KeyWrong
        return self._keys[version].backup

    def proof(self) -> bytes:
        """A sealed constant. Kept in the database, it tells later whether a key is the right one."""
        return self.seal(_CHECK_TEXT, _CHECK_PLACE)

    def accept(self, proof: bytes) -> None:
        """Raises KeyWrong if `proof` was made with a key that this vault does not have."""
        try:
            self.open(proof, _CHECK_PLACE)
        except Unreadable:
            raise KeyWrong from None


def key_text(data_key: str, data_key_file: Path) -> str:
    """The shop's key text: DATA_KEY, or what the key file holds. Raises KeyMissing and KeyMalformed."""
    return data_key if data_key.strip() else _text_of(data_key_file)


def load(source: Path | str) -> Vault:
    """The vault of a key file (a Path) or of key text (a str, the value of DATA_KEY).

    Raises KeyMissing (no such file) and KeyMalformed.
    """
    if isinstance(source, str):
        return Vault.from_text(source, "DATA_KEY")
    return Vault.from_text(_text_of(source), str(source))


def create_key_file(path: Path) -> None:
    """Write a new random key to `path`, readable by its owner alone. Raises FileExistsError, and never overwrites.

    The name is claimed first and the whole text then moved onto it, so that nobody ever reads half a key.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    key = base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(_KEY_FILE.format(key=key))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def open_vault(data_key: str, data_key_file: Path, *, database_has_data: bool) -> tuple[Vault, bool]:
    """The shop's vault, and whether its key was made just now (then say what losing it means).

    DATA_KEY wins over the file. A key is made only for a database that holds nothing yet.
    Raises KeyMissing and KeyMalformed.
    """
    if data_key.strip():
        return load(data_key), False
    if data_key_file.exists():
        return load(data_key_file), False
    if database_has_data:
        raise KeyMissing(data_key_file)
    create_key_file(data_key_file)
    return load(data_key_file), True


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyMissing(file) from None
    except UnicodeDecodeError:
        raise KeyMalformed(str(file), 0) from None


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(master)


def sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can (Windows cannot open a folder)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
