"""Keep drafts that the shop sends by its own hand."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "hand_draft",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sealed_text", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'left')", name=op.f("ck_hand_draft_state")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_hand_draft_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_draft")),
        sa.UniqueConstraint("key", name=op.f("uq_hand_draft_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_hand_draft_public_id")),
    )
    op.create_index("ix_hand_draft_customer_id", "hand_draft", ["customer_id"])
    op.create_index("ix_hand_draft_state", "hand_draft", ["state", "id"])


def downgrade() -> None:
    op.drop_table("hand_draft")
