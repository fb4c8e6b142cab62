"""Bring files in by chat."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_STATES = "'coming', 'reading', 'asked', 'wanted', 'stopping', 'done', 'undoing', 'undone', 'left', 'refused'"


def upgrade() -> None:
    op.create_table(
        "import_file",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sealed_facts", sa.LargeBinary(), nullable=False),
        sa.Column("entry_id", sa.BigInteger(), nullable=True),
        sa.Column("rows_done", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.CheckConstraint(f"state IN ({_STATES})", name=op.f("ck_import_file_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_file")),
        sa.UniqueConstraint("public_id", name=op.f("uq_import_file_public_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_file_entry", "import_file", ["entry_id"])
    op.create_index("ix_import_file_state", "import_file", ["state", "id"])
    op.create_table(
        "import_part",
        sa.Column("file_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sealed_data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["import_file.id"], name=op.f("fk_import_part_file_id_import_file"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("file_id", "number", name=op.f("pk_import_part")),
    )


def downgrade() -> None:
    op.drop_table("import_part")
    op.drop_index("ix_import_file_state", table_name="import_file")
    op.drop_index("ix_import_file_entry", table_name="import_file")
    op.drop_table("import_file")
