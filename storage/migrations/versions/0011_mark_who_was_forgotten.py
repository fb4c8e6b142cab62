"""Keep a mark of the numbers of people who were forgotten, so that an old file does not bring them back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "erased_mark",
        sa.Column("tag", sa.LargeBinary(), nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tag", name=op.f("pk_erased_mark")),
    )


def downgrade() -> None:
    op.drop_table("erased_mark")
