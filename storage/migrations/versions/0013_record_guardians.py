"""Record who agreed for a child, and how that was checked."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "guardian",
        sa.Column("customer_id", _ID, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("recorded_by", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("how IN ('person', 'phone', 'message', 'document')", name=op.f("ck_guardian_how")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_guardian_customer_id_customer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_guardian")),
    )


def downgrade() -> None:
    op.drop_table("guardian")
