"""The migrations themselves: each can be taken and taken back, and all together they make what the models say."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlmodel import SQLModel

import storage.models  # noqa: F401  (fills the metadata)
from storage.migrate import FOLDER, alembic_config, climb, climbing_engine, revisions
from storage.migrations.write import main as write_migration


def tables_of(connection: Connection) -> dict[str, Any]:
    """Everything a database says about its tables, but for Alembic's own."""
    look = inspect(connection)
    return {
        table: {
            "columns": {one["name"]: (str(one["type"]), one["nullable"]) for one in look.get_columns(table)},
            "key": look.get_pk_constraint(table),
            "references": _sorted(look.get_foreign_keys(table)),
            "unique": _sorted(look.get_unique_constraints(table)),
            "checks": _sorted(look.get_check_constraints(table)),
            "indexes": _sorted(look.get_indexes(table)),
        }
        for table in sorted(look.get_table_names())
        if table != "alembic_version"
    }


def _sorted(found: list[Any]) -> list[Any]:
    return sorted(found, key=lambda one: str(one["name"]))


def test_the_numbers_of_the_files_are_the_revisions_in_one_line() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    scripts = ScriptDirectory.from_config(config)

    assert [script.revision for script in scripts.walk_revisions()][::-1] == revisions()
    assert revisions() == [f"{number:04}" for number in range(1, len(revisions()) + 1)]


def test_each_revision_can_be_taken_back_and_taken_again(empty_url: str) -> None:
    with climbing_engine(empty_url) as engine, engine.begin() as connection:
        config = alembic_config(connection)
        below = tables_of(connection)
        for revision in revisions():
            command.upgrade(config, revision)
            above = tables_of(connection)
            command.downgrade(config, "-1")
            assert tables_of(connection) == below
            command.upgrade(config, revision)
            assert tables_of(connection) == above
            below = above


@pytest.fixture
def made_from_models(empty_url: str) -> dict[str, Any]:
    with climbing_engine(empty_url) as engine, engine.begin() as connection:
        SQLModel.metadata.create_all(connection)
        tables = tables_of(connection)
        connection.rollback()
    return tables


def test_the_migrations_make_what_the_models_say(made_from_models: dict[str, Any], empty_url: str) -> None:
    with climbing_engine(empty_url) as engine, engine.begin() as connection:
        command.upgrade(alembic_config(connection), "head")

        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
        assert tables_of(connection) == made_from_models


def test_the_next_migration_is_written_with_the_next_number_and_holds_what_the_models_lack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("versions"))
    (folder / "versions").mkdir()

    write_migration("lay out the tables", folder)
    write_migration("change nothing", folder)

    assert revisions(folder) == ["0001", "0002"]
    first = (folder / "versions" / "0001_lay_out_the_tables.py").read_text()
    assert first.startswith('"""Lay out the tables."""\n')
    assert "storage." not in first
    url = f"sqlite:///{tmp_path / 'shop.db'}"
    assert climb(url, now=datetime(2026, 11, 21, tzinfo=UTC), folder=folder) == ["0001", "0002"]
    with climbing_engine(url) as engine, engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    capsys.readouterr()
