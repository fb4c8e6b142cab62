"""Keep the price list."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "price_item",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("sort", sa.Integer(), nullable=False),
        sa.CheckConstraint("price_minor >= 0", name=op.f("ck_price_item_price")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_price_item")),
    )


def downgrade() -> None:
    op.drop_table("price_item")
