"""Whether the key is the one that this database was sealed with: asked at start, before anything is read or written."""

from sqlalchemy import insert, inspect, select
from sqlmodel import Session

from storage.address import sqlite_file
from storage.migrate import climbing_engine
from storage.models import ShopFact
from storage.vault import Vault
from storage.writing import table_of

_KEY = "key_check"

_facts = table_of(ShopFact)
_PROOF = select(_facts.c.sealed_value).where(_facts.c.key == _KEY)


def database_has_data(url: str) -> bool:
    """Whether the database at `url` was ever sealed with a key. Then a missing key file must not be made anew."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return False
    with climbing_engine(url) as engine, engine.connect() as connection:
        return inspect(connection).has_table(_facts.name) and connection.execute(_PROOF).first() is not None


def check_key(session: Session, vault: Vault) -> None:
    """Compare the vault with the proof in the database; the first start leaves the proof there. Raises KeyWrong."""
    connection = session.connection()
    proof = connection.execute(_PROOF).scalar()
    if proof is None:
        connection.execute(insert(_facts).values(key=_KEY, sealed_value=vault.proof()))
    else:
        vault.accept(proof)


def confirm_key(session: Session, vault: Vault) -> None:
    """Compare the vault with the proof, if there is one, and write nothing. Raises KeyWrong."""
    proof = session.connection().execute(_PROOF).scalar()
    if proof is not None:
        vault.accept(proof)
