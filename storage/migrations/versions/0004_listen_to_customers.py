"""Keep what customers wish about messages, what they say, the times they ask for, and that they were forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_erasure_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasure_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "shop_case",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("escalations", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.Column("told_key", sa.String(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("cause", sa.LargeBinary(), nullable=True),
        sa.Column("remedy", sa.LargeBinary(), nullable=True),
        sa.Column("changed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("sort IN ('complaint', 'request', 'idea', 'question')", name=op.f("ck_shop_case_sort")),
        sa.CheckConstraint("state IN ('open', 'answered', 'closed', 'withdrawn')", name=op.f("ck_shop_case_state")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_shop_case_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop_case")),
        sa.UniqueConstraint("public_id", name=op.f("uq_shop_case_public_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("shop_case", schema=None) as batch_op:
        batch_op.create_index("ix_shop_case_customer", ["customer_id", "id"], unique=False)
        batch_op.create_index("ix_shop_case_due", ["state", "due_at"], unique=False)

    op.create_table(
        "wish",
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_wish_customer_id_customer"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("customer_id", "about", name=op.f("pk_wish")),
    )
    op.create_table(
        "case_line",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["shop_case.id"], name=op.f("fk_case_line_case_id_shop_case"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_line")),
    )
    with op.batch_alter_table("case_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_line_case_id"), ["case_id"], unique=False)

    op.create_table(
        "erased_access",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("erasure_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("actor_role", sa.String(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["erasure_id"], ["erasure.id"], name=op.f("fk_erased_access_erasure_id_erasure")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erased_access")),
    )
    with op.batch_alter_table("erased_access", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erased_access_erasure_id"), ["erasure_id"], unique=False)

    op.create_table(
        "time_asked",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("customer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("appointment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite"), nullable=True),
        sa.CheckConstraint("state IN ('asked', 'agreed', 'declined', 'withdrawn')", name=op.f("ck_time_asked_state")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_time_asked_appointment_id_appointment")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_time_asked_customer_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_asked")),
        sa.UniqueConstraint("public_id", name=op.f("uq_time_asked_public_id")),
    )
    with op.batch_alter_table("time_asked", schema=None) as batch_op:
        batch_op.create_index("ix_time_asked_customer", ["customer_id", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("time_asked", schema=None) as batch_op:
        batch_op.drop_index("ix_time_asked_customer")

    op.drop_table("time_asked")
    with op.batch_alter_table("erased_access", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erased_access_erasure_id"))

    op.drop_table("erased_access")
    with op.batch_alter_table("case_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_line_case_id"))

    op.drop_table("case_line")
    op.drop_table("wish")
    with op.batch_alter_table("shop_case", schema=None) as batch_op:
        batch_op.drop_index("ix_shop_case_due")
        batch_op.drop_index("ix_shop_case_customer")

    op.drop_table("shop_case")
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erasure_customer_id"))

    op.drop_table("erasure")
