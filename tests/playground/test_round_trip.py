"""A plain bot of python-telegram-bot, polling, through each face of the playground."""

import io
from collections.abc import AsyncIterator

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.playground.faults import Fault, FaultKind
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram
from bot.playground.transport import BASE_FILE_URL, BASE_URL, playground_request
from tests.playground.serving import serving
from tests.playground.shapes import call_problems

FACES = ["in process", "over HTTP"]
Context = ContextTypes.DEFAULT_TYPE


async def welcome(update: Update, context: Context) -> None:
    assert update.effective_message and context.args is not None
    button = InlineKeyboardButton("확인", callback_data="ok")
    text = f"<b>어서 오세요</b> {' '.join(context.args)}"
    await update.effective_message.reply_html(text, reply_markup=InlineKeyboardMarkup([[button]]))


async def confirm(update: Update, _: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("네")
    await update.callback_query.edit_message_text("확인했어요")


async def greet(update: Update, _: Context) -> None:
    assert update.effective_message and update.effective_message.contact
    await update.effective_message.reply_text(update.effective_message.contact.phone_number)


async def return_file(update: Update, _: Context) -> None:
    assert update.effective_message and update.effective_message.document
    data = await (await update.effective_message.document.get_file()).download_as_bytearray()
    await update.effective_message.reply_document(io.BytesIO(bytes(data)), filename="돌려드림.csv", caption="여기요")


async def echo(update: Update, _: Context) -> None:
    assert update.effective_message and update.effective_message.text
    await update.effective_message.reply_text(update.effective_message.text)


@pytest.fixture(params=FACES)
async def running(request: pytest.FixtureRequest, telegram: FakeTelegram) -> AsyncIterator[None]:
    builder = Application.builder().token(telegram.token)
    if request.param == FACES[0]:
        builder = builder.base_url(BASE_URL).base_file_url(BASE_FILE_URL)
        builder = builder.request(playground_request(telegram)).get_updates_request(playground_request(telegram))
        async for _ in _polling(builder.build()):
            yield
    else:
        async with serving(telegram) as origin:
            builder = builder.base_url(f"{origin}/bot").base_file_url(f"{origin}/file/bot")
            direct = {"trust_env": False}
            builder = builder.request(HTTPXRequest(httpx_kwargs=direct))
            builder = builder.get_updates_request(HTTPXRequest(httpx_kwargs=direct))
            async for _ in _polling(builder.build()):
                yield


async def _polling(application: Application) -> AsyncIterator[None]:  # type: ignore[type-arg]
    application.add_handlers(
        [
            CommandHandler("start", welcome),
            CallbackQueryHandler(confirm),
            MessageHandler(filters.CONTACT, greet),
            MessageHandler(filters.Document.ALL, return_file),
            MessageHandler(filters.TEXT, echo),
        ]
    )
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


@pytest.mark.usefixtures("running")
async def test_a_bot_of_python_telegram_bot_feels_at_home(telegram: FakeTelegram, minji: Person, emily: Person) -> None:
    until = telegram.ledger.until
    minji.starts("qr1")
    await until(lambda: minji.hears() == ["어서 오세요 qr1"])
    minji.taps("확인")
    await until(lambda: minji.hears() == ["확인했어요"])
    minji.shares_contact()
    await until(lambda: minji.hears()[-1] == "+821012345678")
    minji.sends_file("손님.csv", "김수연".encode("cp949"))
    await until(lambda: minji.hears()[-1] == "여기요")
    assert minji.last()["document"]["file_name"] == "돌려드림.csv"
    assert minji.downloads(minji.last()).decode("cp949") == "김수연"
    emily.says("hello")
    await until(lambda: emily.hears() == ["hello"])
    calls = [entry.details["call"] for entry in telegram.ledger.entries if "call" in entry.details]
    for call in calls:
        uploads = dict.fromkeys(call.get("files", {}), "uploaded")
        assert call_problems(call["method"], call["params"] | uploads) == []
    assert len(calls) > 5


@pytest.mark.usefixtures("running")
async def test_polling_goes_on_after_a_cut(telegram: FakeTelegram, minji: Person) -> None:
    minji.says("하나")
    await telegram.ledger.until(lambda: minji.hears() == ["하나"])
    telegram.faults.plan(Fault(FaultKind.CUT), "getUpdates")
    minji.says("둘")
    await telegram.ledger.until(lambda: minji.hears() == ["하나", "둘"])
