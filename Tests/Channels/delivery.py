"""Messages that leave the building, end to end: delivery.py WATCHBILL.

The real server with a real mail server, a receiver of webhooks and a push service, all on loopback, each of which fails the
first time it is asked for something. The server is killed while it delivers, and started again. Exit 0: everything came, under
the identity that it keeps, and was not sent again to whoever had confirmed it; bodies in confidence did not leave.
"""

import base64
import collections
import email
import email.message
import email.policy
import hashlib
import hmac
import http.cookiejar
import http.server
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

sys.path[:0] = [
    str(pathlib.Path(__file__).parent.parent / folder) for folder in ("Browser", "CrewChannelsTests/Receivers")]

from aiosmtpd.controller import Controller
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from harness import Server
from push_receiver import decrypt

MESSAGES = 12
PATIENCE = 120


class World:
    """What is outside: it counts what was asked and what it has confirmed, by identity."""

    def __init__(self):
        self.lock = threading.Lock()
        self.asked, self.confirmed, self.bodies = collections.Counter(), collections.Counter(), {}
        self.key, self.auth = ec.generate_private_key(ec.SECP256R1()), b"0123456789abcdef"
        self.private = self.key.private_numbers().private_value.to_bytes(32, "big")
        self.secret = None
        world = self

        class Receiver(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path == "/gone":
                    return self.answer(410)
                if self.path == "/push":
                    name, text = "push " + self.headers["Topic"], decrypt(world.private, world.auth, body)[0].decode()
                    assert self.headers["Authorization"].startswith("vapid t=")
                else:
                    name, text = "hook " + self.headers["Watchbill-Delivery"], body.decode()
                    sent, signature = re.match(r"t=(\d+), v1=(\w+)$", self.headers["Watchbill-Signature"]).groups()
                    made = hmac.new(world.secret.encode(), f"{sent}.".encode() + body, hashlib.sha256).hexdigest()
                    assert hmac.compare_digest(made, signature), "A webhook is not signed by its secret."
                self.answer(201 if world.note(name, text) else 503)

            def answer(self, status):
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.mail = Controller(self, hostname="127.0.0.1", port=port)
        self.mail.start()

    async def handle_DATA(self, _, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = message.get_body(("plain",)).get_content()
        told = self.note("mail " + message["Message-ID"], f"{message['Subject']}\n{text}")
        return "250 OK" if told else "451 Not now"

    def note(self, name, text):
        """Whether it is taken: not the first time."""
        with self.lock:
            self.asked[name] += 1
            self.bodies[name] = text
            if self.asked[name] == 1:
                return False
            self.confirmed[name] += 1
            return True

    @property
    def address(self):
        return f"http://127.0.0.1:{self.http.server_address[1]}"


def signed_in(here, person):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    opener.open(f"{here.address}/demo", urllib.parse.urlencode({"person": person}).encode()).close()
    return opener


def add_way(here, opener, channel, address):
    page = opener.open(f"{here.address}/me/reach").read().decode()
    form = {"form": re.search(r'name="form" value="([^"]+)"', page).group(1), "channel": channel, "name": channel}
    answer = opener.open(f"{here.address}/me/reach", urllib.parse.urlencode(form | {"address": address}).encode())
    return answer.read().decode()


def add_push(here, opener, world, address):
    def text(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
    point = world.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    body = {"name": "browser", "endpoint": address, "p256dh": text(point), "auth": text(world.auth)}
    request = urllib.request.Request(
        f"{here.address}/api/v1/me/ways/push", json.dumps(body).encode(), {"Content-Type": "application/json"},
        method="PUT")
    opener.open(request).close()


def wait_until(what, done):
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, f"It did not come about in {PATIENCE} s: {what()}"
        time.sleep(0.2)


def main(watchbill):
    world = World()
    options = [
        "--mail-server", f"smtp://127.0.0.1:{world.mail.port}", "--mail-protection",
        "none", "--mail-from", "crew@example.org", "--address", "https://crew.example.org"]
    with tempfile.TemporaryDirectory() as folder:
        here = Server(watchbill, folder, options)
        here.start()
        try:
            add_way(here, signed_in(here, "okafor"), "mail", "okafor@example.org")
            page = add_way(here, signed_in(here, "ortega"), "webhook", world.address + "/hook")
            world.secret = re.search(r"watchbill_webhook_[\w-]+", page).group()
            add_push(here, signed_in(here, "solheim"), world, world.address + "/push")
            add_push(here, signed_in(here, "chen"), world, world.address + "/gone")
            numbers = []
            for number in range(MESSAGES):
                message = {
                    "to": ["okafor", "ortega", "solheim"], "text": f"Number {number}, naïve “quotes”.", "urgent": True,
                    "confidential": number % 4 == 3}
                numbers.append(here.do("/messages", message)["message"])
                if number == MESSAGES // 2:
                    # In the middle of it, without letting it finish anything.
                    wait_until(lambda: world.asked, lambda: sum(world.asked.values()) > 3)
                    here.kill()
                    here.start()
            gone = here.do("/messages", {"to": ["chen"], "text": "x", "urgent": True})["message"]

            def statuses():
                found = []
                for number in numbers:
                    sent = here.api(f"/messages/{number}")["items"][0]["sent"]
                    found += [one["label"] for one in sent["recipients"]]
                return found
            wait_until(statuses, lambda: set(statuses()) == {"sent"})
            wait_until(
                lambda: "it is not noticed that a browser is gone",
                lambda: here.api(f"/messages/{gone}")["items"][0]["sent"]["recipients"][0].get("ending") == "failed")
            kinds = collections.Counter(name.split()[0] for name in world.confirmed)
            assert kinds == {"mail": MESSAGES, "hook": MESSAGES, "push": MESSAGES}, kinds
            # What was confirmed just when the server was killed may come once more, under the same identity.
            again = [name for name, count in world.confirmed.items() if count > 1]
            assert len(again) <= 3 * (MESSAGES // 2 + 1) and max(world.confirmed.values()) <= 2, world.confirmed
            for name, text in world.bodies.items():
                numbered = re.search(r"Number (\d+)", text)
                if numbered:
                    assert int(numbered.group(1)) % 4 != 3, f"What is in confidence has left: {name} {text}"
                    assert "naïve “quotes”" in text, text
                else:
                    assert "There is a message for you." in text, text
                if name.startswith("mail"):
                    assert "https://crew.example.org/messages/" in text, text
            before = dict(world.confirmed)
            time.sleep(3)
            assert dict(world.confirmed) == before, "Something is sent again to whoever has confirmed it."
            came_back(watchbill, here, world, numbers[0])
            here.stop()
        finally:
            if here.process:
                here.kill()
            world.http.shutdown()
            world.mail.stop()


def came_back(watchbill, here, world, number):
    """What a mail server had taken and then could not deliver has failed, and nobody can say so who had not the mail."""
    name = next(name for name, text in world.bodies.items() if name.startswith("mail") and "Number 0," in text)
    identity = name.removeprefix("mail ")

    def hand_in(identity, receiver, status="5.1.1"):
        report = email.message.EmailMessage()
        report["From"], report["To"] = "MAILER-DAEMON@mail.example.org", "crew@example.org"
        report["Content-Type"] = "multipart/report; report-type=delivery-status; boundary=xx"
        report.set_payload("\r\n".join([
            "--xx", "", "It could not be delivered.", "", "--xx", "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; mail.example.org", "", f"Final-Recipient: rfc822; {receiver}", "Action: failed",
            f"Status: {status}", "", "--xx", "Content-Type: text/rfc822-headers", "", f"Message-ID: {identity}", "",
            "--xx--", ""]))
        done = subprocess.run(
            [watchbill, "message", "bounce", "--server", here.address], input=report.as_bytes(), capture_output=True)
        assert done.returncode == 0, done.stderr
        return done.stderr.decode()

    def ending():
        recipients = here.api(f"/messages/{number}")["items"][0]["sent"]["recipients"]
        return next(one.get("ending") for one in recipients if one["person"] == "okafor")

    middle = len(identity) // 2
    forged = identity[:middle - 8] + ("A" if identity[middle - 8] != "A" else "B") + identity[middle - 7:]
    assert "no mail that this server has sent" in hand_in(forged, "okafor@example.org")
    hand_in(identity, "somebody.else@example.org")
    assert ending() is None, "A report is believed that nobody can know to be true."
    assert "was taken" in hand_in(identity, "okafor@example.org")
    assert ending() == "failed", "Mail that came back has not failed."
    page = signed_in(here, "okafor").open(f"{here.address}/me/reach").read().decode()
    assert "gone since" in page, page
    # What is no report at all is passed over, and where nobody answers the mail server is to try again.
    for options, text, status in [
        (["--server", here.address], b"Subject: hello\r\n\r\nHow are you?\r\n", 0),
        (["--server", "http://127.0.0.1:1"], None, 75),
    ]:
        if text is None:
            text = (b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n"
                    b"Content-Type: message/delivery-status\r\n\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\n"
                    b"Action: failed\r\n\r\n--x--\r\n")
        done = subprocess.run([watchbill, "message", "bounce"] + options, input=text, capture_output=True)
        assert done.returncode == status, (done.returncode, done.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
