"""One running program for one shop."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage.database import Database
from storage.leader import AlreadyRunning, FileLeader, LeadLost, RowLeader, leader_for, led_by_somebody
from storage.vault import Vault

ROOT = Path(__file__).parents[2]
LEAD_UNTIL_TOLD = """
import sys
from storage.leader import leader_for
leader = leader_for(sys.argv[1])
leader.acquire(0.0)
print("leading", flush=True)
sys.stdin.readline()
leader.release()
"""


def _another_program(url: str) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-c", LEAD_UNTIL_TOLD, url], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "leading\n"
    return program


def test_a_second_program_is_refused_until_the_first_has_ended(empty_url: str) -> None:
    program = _another_program(empty_url)
    mine = leader_for(empty_url)

    with pytest.raises(AlreadyRunning) as refusal:
        mine.acquire(0.0)
    assert not mine.still_leader(0.0)
    if empty_url.startswith("sqlite"):
        assert refusal.value.pid == program.pid
    else:
        assert refusal.value.seconds is not None
        assert 0 < refusal.value.seconds <= 30

    program.communicate("enough\n", timeout=30)
    mine.acquire(0.0)
    assert mine.still_leader(0.0)
    mine.release()
    assert not mine.still_leader(0.0)


def test_a_killed_program_leaves_no_lock_beside_its_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'shop.db'}"
    program = _another_program(url)
    program.kill()
    program.communicate(timeout=30)

    mine = leader_for(url)
    mine.acquire(0.0)
    assert mine.renew(1.0)
    assert mine.still_leader(2.0)
    mine.release()


def test_a_second_leader_in_one_process_is_refused_too(empty_url: str) -> None:
    first, second = leader_for(empty_url), leader_for(empty_url)
    first.acquire(0.0)

    with pytest.raises(AlreadyRunning):
        second.acquire(0.0)
    first.release()
    second.acquire(0.0)
    second.release()


def test_a_lock_file_left_behind_with_rubbish_in_it_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("not a process")
    leader, other = FileLeader(tmp_path / "lock"), FileLeader(tmp_path / "lock")
    leader.acquire(0.0)

    with pytest.raises(AlreadyRunning):
        other.acquire(0.0)
    leader.release()


@pytest.fixture
def postgres_url(empty_url: str) -> str:
    return empty_url


on_postgresql = pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)


@on_postgresql
def test_a_lease_that_ran_out_is_taken_over_under_a_higher_epoch_and_the_old_leader_is_told(postgres_url: str) -> None:
    frozen = RowLeader(postgres_url, timedelta(0))
    frozen.acquire(100.0)
    successor = RowLeader(postgres_url)
    successor.acquire(500.0)

    assert (frozen.epoch, successor.epoch) == (1, 2)
    assert not frozen.renew(501.0)
    frozen.release()
    assert successor.renew(502.0)
    successor.release()


@on_postgresql
def test_a_leader_trusts_its_lease_only_as_long_as_it_was_given(postgres_url: str) -> None:
    leader = RowLeader(postgres_url, timedelta(seconds=30))
    assert not leader.still_leader(0.0)

    leader.acquire(100.0)
    assert leader.still_leader(129.9)
    assert not leader.still_leader(130.0)

    assert leader.renew(120.0)
    assert leader.still_leader(149.9)
    assert not leader.still_leader(150.0)
    leader.release()


@on_postgresql
def test_who_wakes_up_after_a_takeover_writes_nothing_more(postgres_url: str, vault: Vault) -> None:
    frozen, successor = RowLeader(postgres_url, timedelta(0)), RowLeader(postgres_url)
    frozen.acquire(0.0)
    database = Database.open(postgres_url, vault)
    database.fence(frozen.fence)
    with database.writing() as session:
        assert session.connection().execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "10s"

    successor.acquire(0.0)
    with pytest.raises(LeadLost), database.writing() as session:
        pytest.fail(f"{session} was handed out")
    database.close()
    for leader in (frozen, successor):
        leader.release()


@on_postgresql
def test_whoever_takes_over_waits_for_the_transaction_at_hand(postgres_url: str, vault: Vault) -> None:
    frozen = RowLeader(postgres_url, timedelta(0))
    frozen.acquire(0.0)
    fenced, other = Database.open(postgres_url, vault), Database.open(postgres_url, vault)
    fenced.fence(frozen.fence)
    with fenced.writing(), pytest.raises(OperationalError, match="could not obtain lock"), other.writing() as session:
        session.connection().execute(text("SELECT epoch FROM leader FOR NO KEY UPDATE NOWAIT"))
    fenced.close()
    other.close()
    frozen.release()


def test_it_can_be_seen_from_outside_whether_somebody_leads(empty_url: str, tmp_path: Path) -> None:
    assert not led_by_somebody(empty_url)
    assert list(tmp_path.iterdir()) == []
    mine = leader_for(empty_url)

    mine.acquire(0.0)
    assert led_by_somebody(empty_url)
    assert mine.still_leader(0.0)

    mine.release()
    assert not led_by_somebody(empty_url)
