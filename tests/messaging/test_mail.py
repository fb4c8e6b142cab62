"""Mail over a real mail server: TLS as the address says, lasting and passing refusals, and one Message-ID a mail."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.messaging.mail import Mailer, MailServer, NotTaken
from storage.mails import Letter
from tests.mail import mail_server

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
LETTER = Letter("suyeon@example.com", "맑은세탁 확인 번호", "확인 번호: 482913")


def contexts(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's and a client's, for localhost, made for this test."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cafile=str(file))


def send(mailer: Mailer, key: str = "refresh-code:1:7:1") -> None:
    mailer.send(LETTER, key=key, shop="맑은세탁", now=NOW)


def test_a_mail_arrives_whole_and_the_same_mail_twice_has_one_id() -> None:
    with mail_server() as box:
        mailer = Mailer(MailServer.of(f"smtp://127.0.0.1:{box.port}/?from=clear@example.com"))
        send(mailer)
        send(mailer)
        send(mailer, key="refresh-gift:1:7")

    first, again, other = box.messages
    assert (first["To"], first["Subject"]) == ("suyeon@example.com", "맑은세탁 확인 번호")
    assert "clear@example.com" in first["From"] and "맑은세탁" in first["From"]
    assert box.texts()[0] == "확인 번호: 482913"
    assert first["Message-ID"] == again["Message-ID"] != other["Message-ID"]


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_the_line_is_encrypted_before_the_password_goes_over_it(tmp_path: Path, scheme: str) -> None:
    server, client = contexts(tmp_path)
    with mail_server(tls=server, implicit=scheme == "smtps") as box:
        url = f"{scheme}://clear%40example.com:secret@localhost:{box.port}"
        send(Mailer(MailServer.of(url), context=client))

    assert box.users == ["clear@example.com"] and box.secured == [True]


def test_a_certificate_of_nobody_is_not_trusted(tmp_path: Path) -> None:
    server, _ = contexts(tmp_path)
    with mail_server(tls=server) as box, pytest.raises(NotTaken) as trouble:
        send(Mailer(MailServer.of(f"smtp://clear:secret@localhost:{box.port}")))

    assert not trouble.value.lasting and box.messages == [] and box.users == []


def test_no_password_goes_over_a_line_in_clear() -> None:
    with mail_server() as box, pytest.raises(NotTaken, match="no_tls"):
        send(Mailer(MailServer.of(f"smtp://clear:secret@127.0.0.1:{box.port}")))

    assert box.users == []


@pytest.mark.parametrize(("said", "lasting"), [("550 no such user", True), ("450 greylisted", False)])
def test_an_address_that_is_none_is_told_from_a_server_that_is_busy(said: str, lasting: bool) -> None:
    with mail_server() as box:
        box.refuses = said
        with pytest.raises(NotTaken) as trouble:
            send(Mailer(MailServer.of(f"smtp://127.0.0.1:{box.port}")))

    assert trouble.value.lasting is lasting and "suyeon" not in str(trouble.value)


def test_a_server_that_is_not_there_is_tried_again_later() -> None:
    with pytest.raises(NotTaken) as trouble:
        send(Mailer(MailServer.of("smtp://127.0.0.1:1"), timeout=2))

    assert not trouble.value.lasting
