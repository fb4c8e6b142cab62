from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.playground.people import Person
from bot.playground.server import playground_app
from bot.playground.telegram import FakeTelegram


@pytest.fixture
async def panel(telegram: FakeTelegram) -> AsyncIterator[httpx.AsyncClient]:
    """The control panel without a socket."""
    wire = httpx.ASGITransport(playground_app(telegram))
    async with httpx.AsyncClient(transport=wire, base_url="http://playground/playground") as client:
        yield client


async def test_a_person_can_be_made_and_act(telegram: FakeTelegram, panel: httpx.AsyncClient) -> None:
    made = await panel.post("/people", json={"id": 5, "first_name": "수연", "phone": "+821011112222"})
    assert made.status_code == 201
    acts: list[tuple[str, dict[str, Any]]] = [
        ("starts", {"payload": "qr1"}),
        ("says", {"text": "내 정보"}),
        ("shares_contact", {}),
        ("edits", {"message_id": 2, "text": "내 정보요"}),
        ("blocks", {}),
    ]
    for act, given in acts:
        assert (await panel.post(f"/people/5/{act}", json=given)).status_code == 200
    kinds = [[kind for kind in update if kind != "update_id"] for update in telegram.updates.history]
    assert kinds == [["message"], ["message"], ["message"], ["edited_message"], ["my_chat_member"]]
    assert (await panel.get("/people")).json()[0]["blocked"] is True


async def test_a_chat_is_read_with_its_keyboard_and_commands(
    telegram: FakeTelegram, panel: httpx.AsyncClient, minji: Person
) -> None:
    await telegram.call("setMyCommands", commands=[{"command": "help", "description": "Help"}], language_code="en")
    keyboard = {"keyboard": [["내 정보"]]}
    await telegram.call("sendMessage", chat_id=minji.id, text="안녕하세요", reply_markup=keyboard)
    await panel.patch(f"/people/{minji.id}", json={"language_code": "en"})
    chat = (await panel.get(f"/people/{minji.id}/chat")).json()
    assert [message["text"] for message in chat["messages"]] == ["안녕하세요"]
    assert chat["keyboard"] == keyboard
    assert chat["commands"] == [{"command": "help", "description": "Help"}]
    assert chat["person"]["language_code"] == "en"


async def test_files_go_both_ways(panel: httpx.AsyncClient, minji: Person) -> None:
    file = {"file": ("손님.csv", "김수연".encode("cp949"), "text/csv")}
    sent = (await panel.post(f"/people/{minji.id}/sends_file", files=file, data={"caption": "목록"})).json()["message"]
    assert (sent["document"]["file_name"], sent["caption"]) == ("손님.csv", "목록")
    got = await panel.get(f"/files/{sent['document']['file_id']}")
    assert got.content.decode("cp949") == "김수연"


@pytest.mark.parametrize(
    ("path", "given", "status"),
    [
        ("/people/1001/says", {"text": ""}, 409),
        ("/people/1001/taps", {"button": "없음"}, 409),
        ("/people/1001/flies", {}, 409),
        ("/people/404/says", {"text": "x"}, 409),
        ("/people/1001/says", {"words": "x"}, 400),
        ("/people/1001/says", [], 400),
        ("/faults", {"kind": "nonsense"}, 400),
        ("/faults", {}, 400),
    ],
)
async def test_what_cannot_be_done_is_said(
    panel: httpx.AsyncClient, minji: Person, path: str, given: Any, status: int
) -> None:
    answer = await panel.post(path, json=given)
    assert answer.status_code == status
    assert answer.json()["error"]


async def test_a_picture_that_is_none_is_said(panel: httpx.AsyncClient, minji: Person) -> None:
    answer = await panel.post(f"/people/{minji.id}/sends_photo", files={"file": ("a.png", b"no picture")})
    assert answer.status_code == 409


async def test_faults_are_planned_and_cleared(telegram: FakeTelegram, panel: httpx.AsyncClient, minji: Person) -> None:
    plan = {"kind": "too_many", "retry_after": 3, "methods": ["sendMessage"], "times": None}
    await panel.post("/faults", json=plan)

    async def status() -> int:
        body = b'{"chat_id": 1001, "text": "x"}'
        return (await telegram.serve(telegram.token, "sendMessage", "application/json", body)).status

    assert [await status(), await status()] == [429, 429]
    await panel.delete("/faults")
    assert await status() == 200


async def test_updates_are_pushed_disturbed_and_redelivered(
    telegram: FakeTelegram, panel: httpx.AsyncClient, minji: Person
) -> None:
    await panel.post("/updates", json={"message": "broken"})
    await panel.post("/updates/disturb", json={"copies": 2})
    assert len(await telegram.call("getUpdates")) == 2
    assert (await panel.get("/updates/waiting")).json() == {"waiting": 1}
    await panel.post("/updates/disturb", json={})
    await panel.post("/updates/redeliver", json={})
    assert len(await telegram.call("getUpdates")) == 1
    await telegram.call("getUpdates", offset=200_000)
    await panel.post("/updates/redeliver", json={})
    assert len(await telegram.call("getUpdates", offset=200_000)) == 1


async def test_the_ledger_is_read_from_where_one_stopped(
    telegram: FakeTelegram, panel: httpx.AsyncClient, minji: Person
) -> None:
    minji.says("1")
    await telegram.call("sendMessage", chat_id=minji.id, text="2")
    both = (await panel.get("/ledger")).json()
    assert [entry["event"] for entry in both] == ["acted", "sent"]
    assert (await panel.get("/ledger", params={"after": 1, "wait": 5})).json() == both[1:]
    assert (await panel.get("/ledger", params={"after": 2, "wait": 0.01})).json() == []
