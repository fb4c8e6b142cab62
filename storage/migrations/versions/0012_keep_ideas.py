"""Keep ideas and the votes for them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "idea",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("answer_on", sa.Date(), nullable=False),
        sa.Column("decided_at", _MOMENT, nullable=True),
        sa.Column("decision", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'yes', 'no')", name=op.f("ck_idea_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
        sa.UniqueConstraint("public_id", name=op.f("uq_idea_public_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_idea_state", "idea", ["state", "id"])
    op.create_table(
        "idea_vote",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("idea_id", _ID, nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_idea_vote_customer_id_customer")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_vote_idea_id_idea"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_vote")),
        sa.UniqueConstraint("key", name=op.f("uq_idea_vote_key")),
    )
    op.create_index("ix_idea_vote_idea_id", "idea_vote", ["idea_id"])
    op.create_index("ix_idea_vote_customer_id", "idea_vote", ["customer_id"])


def downgrade() -> None:
    op.drop_table("idea_vote")
    op.drop_table("idea")
