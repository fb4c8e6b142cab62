"""Keep what was mended unasked, the list shown last, and reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.add_column("order_item", sa.Column("kindness", sa.String(), nullable=True))
    op.create_table(
        "shown_list",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sealed_list", sa.LargeBinary(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_shown_list")),
    )
    op.create_table(
        "reminder",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=True),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminder_due", "reminder", ["state", "due_at"])


def downgrade() -> None:
    op.drop_table("reminder")
    op.drop_table("shown_list")
    op.drop_column("order_item", "kindness")
