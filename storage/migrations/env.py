"""How Alembic sees our tables. It is run by Alembic and reached through `storage.migrate` only."""

from typing import Any

from alembic import context
from sqlmodel import AutoString, SQLModel

import storage.models  # noqa: F401  (fills the metadata)
from storage.types import Moment, Sealed

_PLAIN = {
    Moment: "sa.DateTime(timezone=True).with_variant(sa.BigInteger(), 'sqlite')",
    Sealed: "sa.LargeBinary()",
    AutoString: "sa.String()",
}


def render_plainly(kind: str, item: Any, _context: Any) -> Any:
    """Write our own types as what they are on disk: a migration must mean the same after our code has changed."""
    return _PLAIN.get(type(item), False) if kind == "type" else False


# The caller has begun the transaction, and ends it; Alembic sees that and leaves it alone.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_plainly,
)
context.run_migrations()
