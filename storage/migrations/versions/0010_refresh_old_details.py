"""Refresh old details: campaigns, who was asked, and mails on their way out."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "refresh_campaign",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("gift", sa.LargeBinary(), nullable=True),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("a_day", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("people_before", sa.Integer(), nullable=False),
        sa.Column("good_before", sa.Integer(), nullable=False),
        sa.CheckConstraint("detail IN ('phone', 'email')", name=op.f("ck_refresh_campaign_detail")),
        sa.CheckConstraint("state IN ('running', 'stopped')", name=op.f("ck_refresh_campaign_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh_campaign")),
        sa.UniqueConstraint("public_id", name=op.f("uq_refresh_campaign_public_id")),
    )
    op.create_table(
        "mail",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        sa.Column("ask_id", sa.BigInteger(), nullable=True),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("planned_at", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_token", sa.String(), nullable=True),
        sa.Column("lease_until", _MOMENT, nullable=True),
        sa.Column("sent_at", _MOMENT, nullable=True),
        sa.Column("sealed_mail", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'dead', 'expired', 'cancelled')", name=op.f("ck_mail_state")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_mail_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("key", name=op.f("uq_mail_key")),
    )
    op.create_index("ix_mail_customer_id", "mail", ["customer_id"])
    op.create_index("ix_mail_due", "mail", ["state", "not_before", "id"])

    op.create_table(
        "refresh_ask",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("campaign_id", _ID, nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("gift_told", sa.Boolean(), nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("answered_at", _MOMENT, nullable=True),
        sa.Column("value", sa.LargeBinary(), nullable=True),
        sa.Column("code_tag", sa.LargeBinary(), nullable=True),
        sa.Column("code_until", _MOMENT, nullable=True),
        sa.Column("codes", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('asked', 'confirmed', 'declined', 'wrong')", name=op.f("ck_refresh_ask_state")),
        sa.CheckConstraint("way IN ('telegram', 'hand')", name=op.f("ck_refresh_ask_way")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["refresh_campaign.id"], name=op.f("fk_refresh_ask_campaign_id_refresh_campaign")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_refresh_ask_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh_ask")),
        sa.UniqueConstraint("key", name=op.f("uq_refresh_ask_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_refresh_ask_public_id")),
    )
    op.create_index("ix_refresh_ask_campaign", "refresh_ask", ["campaign_id", "state"])
    op.create_index("ix_refresh_ask_customer", "refresh_ask", ["customer_id", "asked_at"])


def downgrade() -> None:
    op.drop_table("refresh_ask")
    op.drop_table("mail")
    op.drop_table("refresh_campaign")
