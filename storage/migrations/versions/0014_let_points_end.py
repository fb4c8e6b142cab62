"""Say of a row of the ledger which one it takes back or ends, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("ledger", sa.Column("of_id", _ID, nullable=True))
    op.add_column("ledger", sa.Column("reason", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("ledger", "reason")
    op.drop_column("ledger", "of_id")
