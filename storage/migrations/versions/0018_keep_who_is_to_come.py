"""Keep who is to come at a time, where it is not whoever asked for it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column("time_asked", sa.Column("whose", sa.LargeBinary(), nullable=True))
    op.add_column("appointment", sa.Column("whose", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("appointment", "whose")
    op.drop_column("time_asked", "whose")
