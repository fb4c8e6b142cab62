import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest

from bot.clock import MovableClock
from bot.playground.calls import Json
from bot.playground.controls import PlaygroundControls, Role, Seat, Step
from bot.playground.people import Person
from bot.playground.server import playground_app
from bot.playground.stage import PAGE_FILES
from bot.playground.telegram import FakeTelegram

DUE = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)


@pytest.fixture
def controls(telegram: FakeTelegram, minji: Person, clock: MovableClock) -> PlaygroundControls:
    given = PlaygroundControls(seats=[Seat(minji.id, Role.OWNER)])

    async def move_clock(step: Step) -> Json | None:
        assert step in (Step.NEXT, Step.YEAR)
        clock.forward_to(DUE)
        return {"visits": 3} if step is Step.YEAR else None

    async def next_due() -> datetime | None:
        return DUE if clock.now() < DUE else None

    async def fresh(preset: str) -> None:
        given.preset = preset
        telegram.start_afresh()

    given.now, given.move_clock, given.next_due, given.fresh = clock.now, move_clock, next_due, fresh
    return given


@pytest.fixture
async def web(telegram: FakeTelegram, controls: PlaygroundControls) -> AsyncIterator[httpx.AsyncClient]:
    wire = httpx.ASGITransport(playground_app(telegram, controls))
    async with httpx.AsyncClient(transport=wire, base_url="http://playground") as client:
        yield client


async def test_the_stage_tells_the_page_what_to_draw(web: httpx.AsyncClient, minji: Person) -> None:
    minji.says("안녕")
    stage = (await web.get("/playground/stage")).json()
    assert stage["seats"] == [{"person_id": minji.id, "role": "owner"}]
    assert stage["clock"] == {"now": "2026-11-21T01:00:00+00:00", "next_due": DUE.isoformat(), "movable": True}
    assert (stage["preset"], stage["ledger"]) == ("laundry", 1)


async def test_the_clock_is_moved(web: httpx.AsyncClient) -> None:
    moved = await web.post("/playground/clock", json={"step": "next"})
    assert moved.json() == {"now": DUE.isoformat(), "next_due": None, "movable": True}
    assert (await web.post("/playground/clock", json={"step": "back"})).status_code == 400
    assert (await web.post("/playground/clock", json={"step": "year"})).json()["lived"] == {"visits": 3}


async def test_a_fresh_shop_empties_every_chat(web: httpx.AsyncClient, telegram: FakeTelegram, minji: Person) -> None:
    minji.says("안녕")
    assert (await web.post("/playground/fresh", json={"preset": "salon"})).status_code == 200
    assert minji.sees() == []
    assert not minji.account.started
    assert telegram.updates.waiting == 0
    assert telegram.ledger.entries[-1].event == "emptied"
    assert (await web.get("/playground/stage")).json()["preset"] == "salon"
    assert (await web.post("/playground/fresh", json={"preset": "bank"})).status_code == 409


async def test_without_controls_everybody_has_a_phone_and_nothing_can_be_moved(
    telegram: FakeTelegram, minji: Person, emily: Person
) -> None:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(playground_app(telegram)), base_url="http://playground"
    ) as bare:
        stage = (await bare.get("/playground/stage")).json()
        assert [seat["person_id"] for seat in stage["seats"]] == [minji.id, emily.id]
        assert stage["clock"] == {"now": None, "next_due": None, "movable": False}
        assert stage["presets"] == []
        assert (await bare.post("/playground/clock", json={"step": "day"})).status_code == 409
        assert (await bare.post("/playground/fresh", json={"preset": "salon"})).status_code == 409


@pytest.mark.parametrize("path", ["/", *(f"/page/{name}" for name in sorted(PAGE_FILES))])
async def test_the_pages_files_are_served_and_name_no_other_place(web: httpx.AsyncClient, path: str) -> None:
    answer = await web.get(path)
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", answer.text) == []


@pytest.mark.parametrize("path", ["/page/stage.py", "/page/../stage.py", "/page/%2e%2e%2fstage.py", "/page/"])
async def test_nothing_else_is_served(web: httpx.AsyncClient, path: str) -> None:
    assert (await web.get(path)).status_code == 404


async def test_other_web_sites_cannot_act(web: httpx.AsyncClient, minji: Person) -> None:
    foreign = {"origin": "https://elsewhere.example"}
    assert (await web.post(f"/playground/people/{minji.id}/blocks", headers=foreign)).status_code == 403
    own = {"origin": "http://playground"}
    assert (await web.post(f"/playground/people/{minji.id}/blocks", headers=own)).status_code == 200


def test_the_pages_labels_are_in_both_languages() -> None:
    korean, english = PAGE_FILES["words.js"].read_text(encoding="utf-8").split("  en: {")
    keys = [re.findall(r'^    (\w+): "(.*)",$', part, re.MULTILINE) for part in (korean, english)]
    assert [key for key, _ in keys[0]] == [key for key, _ in keys[1]]
    for (key, in_korean), (_, in_english) in zip(*keys, strict=True):
        assert re.findall(r"{\w+}", in_korean) == re.findall(r"{\w+}", in_english), key
