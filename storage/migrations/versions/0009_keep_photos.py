"""Keep photos of things and of complaints."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("customer_id", _ID, nullable=True),
        sa.Column("visit_id", _ID, nullable=True),
        sa.Column("case_id", _ID, nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.String(), nullable=True),
        sa.Column("waits_for", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("caption", sa.LargeBinary(), nullable=True),
        sa.Column("sealed_file", sa.LargeBinary(), nullable=True),
        sa.Column("sealed_data", sa.LargeBinary(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.CheckConstraint("state IN ('coming', 'kept', 'gone')", name=op.f("ck_photo_state")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_photo_customer_id_customer")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_photo_visit_id_visit"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["case_id"], ["shop_case.id"], name=op.f("fk_photo_case_id_shop_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint("public_id", name=op.f("uq_photo_public_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_photo_customer", "photo", ["customer_id", "id"])
    op.create_index("ix_photo_state", "photo", ["state", "id"])
    op.create_index("ix_photo_chat", "photo", ["chat_id", "id"])
    op.create_index(op.f("ix_photo_visit_id"), "photo", ["visit_id"])
    op.create_index(op.f("ix_photo_case_id"), "photo", ["case_id"])


def downgrade() -> None:
    op.drop_table("photo")
