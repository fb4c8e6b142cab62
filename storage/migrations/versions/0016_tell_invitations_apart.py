"""Say of a campaign whether it invites."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("campaign", sa.Column("kind", sa.String(), nullable=False, server_default="campaign"))


def downgrade() -> None:
    op.drop_column("campaign", "kind")
