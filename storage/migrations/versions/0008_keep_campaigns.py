"""Keep campaigns with one row a person, and whether a message was advertising and was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("advertising", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("outbox", sa.Column("answered_at", _MOMENT, nullable=True))
    op.create_table(
        "campaign",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("whom", sa.LargeBinary(), nullable=True),
        sa.Column("problem", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("started_at", _MOMENT, nullable=True),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("result_on", sa.Date(), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'running', 'done', 'stopped', 'left')", name=op.f("ck_campaign_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("public_id", name=op.f("uq_campaign_public_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_state", "campaign", ["state", "id"])
    op.create_table(
        "campaign_person",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", _ID, nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("usual_gap", sa.Integer(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("planned_at", _MOMENT, nullable=True),
        sa.CheckConstraint("part IN ('asked', 'send', 'held', 'hand', 'out')", name=op.f("ck_campaign_person_part")),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaign.id"],
            name=op.f("fk_campaign_person_campaign_id_campaign"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_campaign_person_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_person")),
        sa.UniqueConstraint("campaign_id", "customer_id", name=op.f("uq_campaign_person_campaign_id_customer_id")),
    )
    op.create_index("ix_campaign_person_customer_id", "campaign_person", ["customer_id"])
    op.create_index("ix_campaign_person_part", "campaign_person", ["campaign_id", "part", "planned_at"])


def downgrade() -> None:
    op.drop_table("campaign_person")
    op.drop_table("campaign")
    op.drop_column("outbox", "answered_at")
    op.drop_column("outbox", "advertising")
