"""Keep files to be sent."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "outbox_file",
        sa.Column("dedupe_key", sa.String(), nullable=False),
        sa.Column("sealed_data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dedupe_key"],
            ["outbox.dedupe_key"],
            name=op.f("fk_outbox_file_dedupe_key_outbox"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("dedupe_key", name=op.f("pk_outbox_file")),
    )


def downgrade() -> None:
    op.drop_table("outbox_file")
