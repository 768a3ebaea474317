"""Mail servers on free ports of this machine, by aiosmtpd, and some that are none. The receiver's name says what becomes
of a message.

Writes what it gets, as the email package reads it, a line of JSON a message, into the file received.jsonl of the folder it
is given, and its certificate, which nobody else knows, into certificate.pem.
"""

import asyncio
import base64
import datetime
import email
import email.policy
import json
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

folder = Path(sys.argv[1])


def make_certificate(name):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context


def content(part):
    return {"type": part.get_content_type(), "text": part.get_content().replace("\r\n", "\n")}


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("unwelcome"):
            return "550 5.7.1 who are you"
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "nobody":
            return "550 5.1.1 there is nobody of that name"
        if name == "elsewhere":
            return "554 5.7.1 no relaying"
        if name == "plain":
            return "550 no"
        if name == "later":
            return "451 4.3.0 come back later"
        if name == "vanishing":
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "strict":
            return "554 5.6.0 this is not to be read"
        if name == "full":
            return "452 4.2.2 the mailbox is full"
        if name == "slow":
            await asyncio.sleep(600)
        if name == "abrupt":
            server.transport.abort()
            return "250 ok"
        message = email.message_from_bytes(envelope.content, policy=email.policy.SMTP)
        parts = list(message.iter_parts())
        lines = envelope.content.split(b"\r\n")
        record = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "greeting": session.host_name,
            "isEncrypted": server.transport.get_extra_info("cipher") is not None,
            "user": session.auth_data.decode() if session.authenticated else None,
            "fields": {name.lower(): str(value) for name, value in message.items()},
            "fieldCount": len(message.items()),
            "names": {field: message[field].addresses[0].display_name for field in ("from", "to")},
            "date": message["date"].datetime.timestamp(),
            "type": message.get_content_type(),
            "parts": [content(part) for part in parts],
            "defects": [str(defect) for part in [message, *parts] for defect in part.defects]
            + [str(defect) for value in message.values() for defect in value.defects],
            "longestLine": max(len(line) for line in lines),
            "raw": base64.b64encode(envelope.content).decode(),
        }
        with (folder / "received.jsonl").open("a") as file:
            file.write(json.dumps(record) + "\n")
        return "250 ok"


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == b"crew@example.org" and data.password == "geheim ä:\"'".encode()
    return AuthResult(success=good, auth_data=data.login, handled=False)


async def say_nothing(reader, writer):
    await asyncio.sleep(600)


async def refuse_all(reader, writer):
    writer.write(b"554 5.3.2 not today\r\n")
    await writer.drain()
    await reader.read()


async def hang_up(reader, writer):
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    context = make_certificate("localhost")

    def smtp(**options):
        return lambda: SMTP(Handler(), hostname="receiver.example", loop=loop, **options)

    servers = {
        "plain": await loop.create_server(smtp(), "127.0.0.1", 0),
        "starttls": await loop.create_server(
            smtp(tls_context=context, require_starttls=True), "127.0.0.1", 0
        ),
        "tls": await loop.create_server(smtp(), "127.0.0.1", 0, ssl=context),
        "locked": await loop.create_server(
            smtp(tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate),
            "127.0.0.1",
            0,
        ),
        "silent": await asyncio.start_server(say_nothing, "127.0.0.1", 0),
        "closed": await asyncio.start_server(refuse_all, "127.0.0.1", 0),
        "abrupt": await asyncio.start_server(hang_up, "127.0.0.1", 0),
    }
    ports = {name: server.sockets[0].getsockname()[1] for name, server in servers.items()}
    print("Receives on " + json.dumps(ports) + " ", file=sys.stderr, flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
