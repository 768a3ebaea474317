"""Many presses at several stations whose clocks run wrong, while the server is killed again and again:
soak.py WATCHBILL [PRESSES] [STATIONS] [PEOPLE] [KILLS] [DATABASE].

At the end every press stands in the attendance once, at the time at which it was pressed. Then it is measured how long one takes and
how many go at a time, and tried how many wrong codes are looked at. Not part of the tests: it takes minutes.
"""

import base64
import hmac
import http.client
import json
import pathlib
import random
import re
import sys
import tempfile
import threading
import time
import urllib.parse

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from harness import Server

UNIT = "ward-7"


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def point(key):
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def extract(salt, suite, label, data):
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + data, "sha256")


def expand(key, suite, label, info, length):
    info = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return hmac.digest(key, info + b"\1", "sha256")[:length]  # None is longer than one block.


def close(code, purpose, server):
    """HPKE (RFC 9180), base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM."""
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), server)
    one = ec.generate_private_key(ec.SECP256R1())
    encapsulated = point(one.public_key())
    kem, suite = b"KEM\0\x10", b"HPKE\0\x10\0\1\0\2"
    shared = expand(
        extract(b"", kem, b"eae_prk", one.exchange(ec.ECDH(), receiver)), kem, b"shared_secret", encapsulated + server, 32)
    context = b"\0" + extract(b"", suite, b"psk_id_hash", b"") + extract(b"", suite, b"info_hash", b"watchbill entry code 1")
    secret = extract(shared, suite, b"secret", b"")
    key, nonce = expand(secret, suite, b"key", context, 32), expand(secret, suite, b"base_nonce", context, 12)
    return encapsulated + AESGCM(key).encrypt(nonce, code.encode(), purpose.encode())


class Person:
    """Somebody of the demo, signed in."""

    def __init__(self, here, name):
        self.here, self.cookie = here, None
        answer = self.ask("POST", "/demo", urllib.parse.urlencode({"person": name}), form=True)
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def ask(self, method, path, body=None, form=False, **more):
        headers = {"Content-Type": "application/x-www-form-urlencoded" if form else "application/json"} if body else {}
        headers |= ({"Cookie": self.cookie} if self.cookie else {}) | more
        link = http.client.HTTPConnection(self.here.address.removeprefix("http://"), timeout=60)
        link.request(method, path, body, headers)
        answer = link.getresponse()
        answer.text = answer.read().decode()
        assert answer.status < 400, (method, path, answer.status, answer.text[:500])
        return answer

    def api(self, method, path, body=None, **more):
        answer = self.ask(method, f"/api/v1{path}", None if body is None else json.dumps(body), **more)
        return json.loads(answer.text) if answer.text else None


class Station:
    """A device at a door: what is pressed waits until the server has answered for it."""

    def __init__(self, here, lead, name, skew=0):
        self.here, self.link, self.skew, self.number, self.waiting, self.known = here, None, skew, 0, [], None
        code = lead.api("POST", f"/units/{UNIT}/stations", {"name": name})["code"]
        self.key = ec.generate_private_key(ec.SECP256R1())
        paired = self.post("/station/pair", {"code": code, "key": text(point(self.key.public_key()))})
        self.id, server = paired["station"], paired["server"]
        self.server = base64.urlsafe_b64decode(server + "=" * (-len(server) % 4))
        self.known = skew

    def sign(self, what, words):
        signature = self.key.sign(f"watchbill {what}\n{words}".encode(), ec.ECDSA(hashes.SHA256()))
        r, s = utils.decode_dss_signature(signature)
        return text(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def clock(self):
        return int(time.time()) - self.skew

    def press(self, person, kind, code):
        self.number += 1
        at = self.clock()
        closed = close(code, f"{self.id} {self.number} {person} {kind} {at}", self.server)
        words = json.dumps({
            "sequence": self.number, "person": person, "kind": kind, "at": at, "skew": self.known, "code": text(closed)})
        self.waiting.append((self.number, {"press": words, "signature": self.sign("press", words)}))

    def send(self):
        """What came of each press that waited, at most 200."""
        batch = self.waiting[:200]
        words = json.dumps({"sent": self.clock(), "presses": [press for _, press in batch]})
        answer = self.post(
            "/station/presses", {"station": self.id, "envelope": words, "signature": self.sign("envelope", words)})
        results = {one["sequence"]: one["verdict"] for one in answer["results"]}
        self.waiting = [one for one in self.waiting if one[0] not in results]
        return results

    def post(self, path, body):
        for attempt in range(2):
            try:
                if self.link is None:
                    self.link = http.client.HTTPConnection(self.here.address.removeprefix("http://"), timeout=60)
                self.link.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
                answer = self.link.getresponse()
                told = answer.read()
                assert answer.status < 500 and (answer.status < 400), (answer.status, told[:500])
                return json.loads(told)
            except (OSError, http.client.HTTPException):
                self.link = None
                if attempt:
                    raise


def enlist(here, count):
    """So many people more in the ward, with a code each."""
    keeper = Person(here, "novotna")
    directory = keeper.api("GET", "/directory")
    codes = {f"press-{number}": str(482_915 + 7 * number) for number in range(count)}
    directory["people"] += [{"id": name, "name": name.title(), "memberships": [UNIT]} for name in codes]
    keeper.api("PUT", "/directory", directory, **{"If-Match": "*"})
    for name, code in codes.items():
        one = Person(here, name)
        form = re.search(r'name="form" value="([^"]+)"', one.ask("GET", "/me/code").text).group(1)
        fields = {"form": form, "code": code}
        one.ask("POST", "/me/code", urllib.parse.urlencode(fields), form=True)
    return codes


def press_all(here, lead, codes, presses, stations, kills):
    """Each station with people of its own, who come and go in turn; they go on pressing while the server is gone."""
    luck = random.Random(3)
    doors = [Station(here, lead, f"Door {number}", luck.randrange(-900, 900)) for number in range(stations)]
    names, lock, verdicts, done = list(codes), threading.Lock(), {}, threading.Event()

    def work(number):
        door, random_one = doors[number], random.Random(number)
        own, kinds = names[number::stations], {}
        for turn in range(presses // stations):
            name = own[turn % len(own)]
            kinds[name] = {"on": "pause", "pause": "resume", "resume": "off", "off": "on", None: "on"}[kinds.get(name)]
            door.press(name, kinds[name], codes[name])
            # Now and then there is no connection for a while.
            if random_one.random() < 0.3:
                attempt(door)
            time.sleep(0.01)
        while door.waiting:
            attempt(door)
            time.sleep(0.05)

    def attempt(door):
        try:
            results = door.send()
        except (OSError, http.client.HTTPException):
            return
        with lock:
            for sequence, verdict in results.items():
                verdicts[door.id, sequence] = verdict

    workers = [threading.Thread(target=work, args=(number,)) for number in range(stations)]
    began = time.monotonic()
    for worker in workers:
        worker.start()
    for kill in range(kills):
        while len(verdicts) < presses * (kill + 1) / (kills + 1) and any(one.is_alive() for one in workers):
            time.sleep(0.02)
        here.kill()
        here.start()
    for worker in workers:
        worker.join()
    took = time.monotonic() - began
    assert len(verdicts) == presses // stations * stations, len(verdicts)
    others = {key: verdict for key, verdict in verdicts.items() if verdict != "taken"}
    assert not others, list(others.items())[:5]
    events = Person(here, "lindqvist").api("GET", f"/units/{UNIT}/attendance")["items"]
    told = [one for one in events if one["person"] in codes]
    assert len(told) == len(verdicts), (len(told), len(verdicts))
    print(
        f"{len(verdicts)} presses at {stations} stations in {took:.0f} s, killed {kills} times: each once in the attendance",
        flush=True)


def measure(here, lead, codes):
    names = list(codes)
    door, waits = Station(here, lead, "Measured"), []
    for turn in range(200):
        name = names[turn % len(names)]
        door.press(name, ["on", "off"][turn // len(names) % 2], codes[name])
        began = time.monotonic()
        door.send()
        waits.append((time.monotonic() - began) * 1000)
    waits.sort()
    print(
        f"a press by itself: median {waits[100]:.0f} ms, p99 {waits[197]:.0f} ms, worst {waits[-1]:.0f} ms", flush=True)
    looks = []
    for _ in range(200):
        began = time.monotonic()
        door.send()
        looks.append((time.monotonic() - began) * 1000)
    looks.sort()
    print(f"a station that only looks: median {looks[100]:.0f} ms, p99 {looks[197]:.0f} ms", flush=True)
    for turn in range(200):
        name = names[turn % len(names)]
        door.press(name, ["on", "off"][turn // len(names) % 2], codes[name])
    began = time.monotonic()
    door.send()
    print(f"200 presses that waited for a connection: {time.monotonic() - began:.1f} s", flush=True)


def guess(here, lead, codes, seconds=60):
    """As many wrong codes for somebody as a device can send."""
    name, door, counts = list(codes)[0], Station(here, lead, "Guessed at"), {}
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        for _ in range(20):
            door.press(name, "on", f"{random.randrange(10 ** 6):06}")
        for verdict in door.send().values():
            counts[verdict] = counts.get(verdict, 0) + 1
    tried = sum(counts.values())
    print(f"{tried} wrong codes in {seconds} s: {counts}", flush=True)
    assert counts.get("wrongCode") == 5, counts


def main(watchbill, presses=2000, stations=4, people=60, kills=5, database=None):
    presses, stations, people, kills = int(presses), int(stations), int(people), int(kills)
    with tempfile.TemporaryDirectory() as folder:
        here = Server(watchbill, folder, ["--database", database] if database else [])
        here.start()
        try:
            codes = enlist(here, people)
            lead = Person(here, "lindqvist")
            press_all(here, lead, codes, presses, stations, kills)
            measure(here, lead, codes)
            guess(here, lead, codes)
        finally:
            if here.process:
                here.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
