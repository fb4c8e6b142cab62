"""Keep what was not understood, and the consent to that."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_BEFORE = "purpose IN ('keeping', 'advertising', 'night')"
_NOW = "purpose IN ('keeping', 'advertising', 'night', 'sentences')"


def upgrade() -> None:
    _purposes(_NOW)
    op.create_table(
        "not_understood",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("customer_id", _ID, nullable=True),
        sa.Column("said_by", sa.BigInteger(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("meant", sa.String(), nullable=True),
        sa.Column("waits_until", _MOMENT, nullable=True),
        sa.Column("struck_at", _MOMENT, nullable=True),
        sa.CheckConstraint("side IN ('owner', 'customer')", name=op.f("ck_not_understood_side")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_not_understood_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_understood")),
        sa.UniqueConstraint("public_id", name=op.f("uq_not_understood_public_id")),
    )
    op.create_index("ix_not_understood_customer", "not_understood", ["customer_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_not_understood_customer", table_name="not_understood")
    op.drop_table("not_understood")
    op.execute("DELETE FROM consent WHERE purpose = 'sentences'")
    _purposes(_BEFORE)


def _purposes(check: str) -> None:
    """What a consent may be about."""
    name = op.f("ck_consent_purpose")
    with op.batch_alter_table("consent") as consent:
        consent.drop_constraint(name, type_="check")
        consent.create_check_constraint(name, check)
