from datetime import date
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings, SettingsProblem
from bot.domain.outgoing import words
from bot.domain.shop import Preset
from bot.texts.catalog import Catalog

TOKEN = "7012345678:AAHcanary-canary_canary-canary_canary12"
CATALOG = Catalog()
ENV_EXAMPLE = Path(__file__).parents[1] / ".env.example"


@pytest.fixture(autouse=True)
def clean_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder and an environment without any of our variables."""
    for field in Settings.model_fields:
        monkeypatch.delenv(field.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problem() -> SettingsProblem:
    """The problem with the settings as they stand, which both languages can tell by the variable's name."""
    with pytest.raises(SettingsProblem) as caught:
        Settings.load()
    found = caught.value
    for language in ("ko", "en"):
        sentence = CATALOG.plain(
            words(found.key, **found.facts), language, zone=ZoneInfo("UTC"), today=date(2026, 11, 21)
        )
        assert found.facts["name"] in sentence
        assert "\n" not in sentence
    return found


def test_nothing_set_gives_a_korean_laundry_on_sqlite() -> None:
    settings = Settings.load()
    assert settings.owner_ids == ()
    assert settings.shop_preset == "laundry"
    assert settings.shop_language == "ko"
    assert settings.shop_timezone == ZoneInfo("Asia/Seoul")
    assert settings.shop_currency == "KRW"
    assert settings.database_url.get_secret_value() == "sqlite:///data/dangol.db"
    assert settings.data_key_file == Path("data/dangol.key")
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.retention_years == 3
    assert settings.webhook is None


def test_the_file_in_the_working_folder_is_read_and_the_environment_wins(
    clean_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "\ufeffSHOP_NAME=맑은세탁\nOWNER_IDS=11, 22,\nSHOP_LANGUAGE=ko\nSOMETHING_ELSE=1\n"
    (clean_folder / ".env").write_text(lines, encoding="utf-8")
    monkeypatch.setenv("SHOP_LANGUAGE", "EN")
    settings = Settings.load()
    assert settings.shop_name == "맑은세탁"
    assert settings.owner_ids == (11, 22)
    assert settings.shop_language == "en"


@pytest.mark.parametrize("field", sorted(Settings.model_fields))
@pytest.mark.parametrize("empty", ["", "   "])
def test_an_empty_value_counts_as_not_set(field: str, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    untouched = Settings.load()
    monkeypatch.setenv(field.upper(), empty)
    assert Settings.load() == untouched


@pytest.mark.parametrize(
    ("variable", "value", "key", "given"),
    [
        ("OWNER_IDS", "11, @suyeon", "settings-owner-ids", "@suyeon"),
        ("OWNER_IDS", "-5", "settings-owner-ids", "-5"),
        ("OWNER_IDS", "0", "settings-owner-ids", "0"),
        ("OWNER_IDS", TOKEN, "settings-owner-ids", "…"),
        ("SHOP_PRESET", "bakery", "settings-shop-preset", "bakery"),
        ("SHOP_LANGUAGE", "fr", "settings-shop-language", "fr"),
        ("SHOP_TIMEZONE", "Mars/Olympus", "settings-shop-timezone", "Mars/Olympus"),
        ("SHOP_TIMEZONE", "../etc", "settings-shop-timezone", "../etc"),
        ("SHOP_TIMEZONE", "한국", "settings-shop-timezone", "한국"),
        ("SHOP_CURRENCY", "원", "settings-shop-currency", "원"),
        ("INTERPRETER_URL", "http://api.example.com/v1", "settings-interpreter-url", "http://api.example.com/v1"),
        ("TELEGRAM_API_URL", "localhost:8081", "settings-telegram-api-url", "localhost:8081"),
        ("TELEGRAM_API_URL", "http://localhost/bot", "settings-telegram-api-url", "http://localhost/bot"),
        ("TELEGRAM_API_URL", f"https://t.example/bot{TOKEN}", "settings-telegram-api-url", "https://t.example/bot…"),
        ("WEBHOOK_URL", "https://me:hunter2@shop.example/x", "settings-webhook-url", "https:…shop.example/x"),
        ("WEBHOOK_URL", "shop.example", "settings-webhook-url", "shop.example"),
        ("WEBHOOK_PORT", "http", "settings-webhook-port", "http"),
        ("WEBHOOK_PORT", "70000", "settings-webhook-port", "70000"),
        ("RETENTION_YEARS", "0", "settings-retention-years", "0"),
        ("RETENTION_YEARS", "three", "settings-retention-years", "three"),
        ("LOG_LEVEL", "ALL", "settings-log-level", "ALL"),
    ],
)
def test_a_wrong_value_names_the_variable_and_the_wrong_part(
    variable: str, value: str, key: str, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    found = problem()
    assert found.key == key
    assert found.facts == {"name": variable, "given": given}


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "hunter2"),
        ("TELEGRAM_BOT_TOKEN", "123:hunter2 and more"),
        ("WEBHOOK_SECRET", "hunter2!"),
        ("DATABASE_URL", "mysql://shop:hunter2@host/db"),
        ("SMTP_URL", "imap://shop:hunter2@host"),
        ("INTERPRETER_KEY", "hunter2 and more"),
    ],
)
def test_a_wrong_secret_is_named_and_never_shown(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    found = problem()
    assert found.key == "settings-" + variable.lower().replace("_", "-")
    assert found.facts == {"name": variable}
    assert found.__cause__ is None
    assert found.__context__ is None


def test_a_long_wrong_value_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PRESET", "x" * 5000)
    assert len(problem().facts["given"]) == 60


def test_a_file_in_another_encoding_is_a_problem_of_the_file(clean_folder: Path) -> None:
    (clean_folder / ".env").write_bytes("SHOP_NAME=맑은세탁".encode("cp949"))
    found = problem()
    assert (found.key, found.facts) == ("settings-file", {"name": ".env"})


def test_half_a_webhook_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://shop.example/hook")
    found = problem()
    assert (found.key, found.facts) == ("settings-webhook-half", {"name": "WEBHOOK_SECRET, WEBHOOK_PORT"})


@pytest.mark.parametrize(
    "url", ["https://api.example.com/v1", "http://localhost:11434/v1", "http://192.168.0.7:8000/v1", "http://ollama/v1"]
)
def test_an_interpreter_is_reached_safely_and_needs_a_model(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERPRETER_URL", url + "/")
    found = problem()
    assert (found.key, found.facts) == ("settings-missing", {"name": "INTERPRETER_MODEL"})
    monkeypatch.setenv("INTERPRETER_MODEL", "small")
    assert Settings.load().interpreter_url == url


def test_a_whole_webhook_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://shop.example/hook/")
    monkeypatch.setenv("WEBHOOK_SECRET", "hunter2")
    monkeypatch.setenv("WEBHOOK_PORT", "8443")
    settings = Settings.load()
    assert settings.webhook is not None
    assert (settings.webhook_url, settings.webhook_port) == ("https://shop.example/hook", 8443)


def test_no_token_is_a_problem_only_for_who_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings.load()
    with pytest.raises(SettingsProblem) as caught:
        _ = settings.token
    assert (caught.value.key, caught.value.facts) == ("settings-missing", {"name": "TELEGRAM_BOT_TOKEN"})
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert Settings.load().token == TOKEN


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgres_is_reached_with_the_driver_that_is_shipped(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://shop:hunter2@host/db")
    assert Settings.load().database_url.get_secret_value() == "postgresql+psycopg://shop:hunter2@host/db"


def test_secrets_are_listed_for_the_log_and_hidden_from_everyone_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATA_KEY", "canary-key")
    monkeypatch.setenv("DATABASE_URL", "postgresql://shop:canary%21pw@host/db")
    monkeypatch.setenv("SMTP_URL", "smtp://shop@naver.example:canary-mail@host:587")
    monkeypatch.setenv("INTERPRETER_KEY", "canary-model")
    settings = Settings.load()
    secrets = settings.secrets()
    assert set(secrets) == {TOKEN, "canary-key", "canary%21pw", "canary!pw", "canary-mail", "canary-model"}
    shown = repr(settings) + str(settings) + repr(settings.model_dump()) + settings.model_dump_json()
    assert [secret for secret in secrets if secret in shown] == []


def test_the_kinds_of_shop_are_those_of_the_domain() -> None:
    assert set(get_args(Settings.model_fields["shop_preset"].annotation)) == {preset.value for preset in Preset}


def test_the_example_names_every_setting_with_its_default(clean_folder: Path) -> None:
    example = ENV_EXAMPLE.read_text(encoding="utf-8")
    lines = [line.partition("=") for line in example.splitlines() if line and not line.startswith("#")]
    names = [name for name, _, _ in lines]
    assert sorted(names) == sorted(field.upper() for field in Settings.model_fields)
    untouched = Settings.load()
    (clean_folder / ".env").write_text(example, encoding="utf-8")
    assert Settings.load() == untouched
