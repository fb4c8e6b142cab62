"""Note which big keys somebody who works here was shown last."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("staff", sa.Column("keys", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("staff", "keys")
