"""Number the gifts, and keep when each was handed over."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.add_column("refresh_ask", sa.Column("gift_number", sa.Integer(), nullable=True))
    op.add_column("refresh_ask", sa.Column("gift_used_at", _MOMENT, nullable=True))
    op.create_index("ix_refresh_ask_gift", "refresh_ask", ["gift_number"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_refresh_ask_gift", "refresh_ask")
    op.drop_column("refresh_ask", "gift_used_at")
    op.drop_column("refresh_ask", "gift_number")
