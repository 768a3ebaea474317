"""Many messages to many people through channels that delay, fail, repeat and come out of order, while the server is killed:
soak.py WATCHBILL [MESSAGES] [PEOPLE] [KILLS] [DATABASE].

Each person has a program of their own that is told (a webhook). A fifth of the attempts fail, a third are answered late.
At the end every message has come, none was shown twice, and every label is right; then how long a message takes from being sent
to *received* on an open page is measured, 200 a second. Not part of the tests: it takes minutes.
"""

import collections
import http.client
import http.server
import json
import random
import re
import sys
import tempfile
import threading
import time
import urllib.parse

import pathlib
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from harness import Server

SENDERS = 6


class Programs:
    """Everybody's programs: the person is the path."""

    def __init__(self, seed):
        self.lock, self.random = threading.Lock(), random.Random(seed)
        self.told, self.attempts = collections.defaultdict(collections.Counter), 0
        programs = self

        class Receiver(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with programs.lock:
                    programs.attempts += 1
                    luck = programs.random.random()
                    if luck > 1 / 5:
                        programs.told[self.path[1:]][self.headers["Watchbill-Delivery"], body["text"]] += 1
                if luck > 2 / 3:
                    time.sleep(luck / 10)
                self.send_response(503 if luck <= 1 / 5 else 204)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        class Many(http.server.ThreadingHTTPServer):
            request_queue_size = 256
            daemon_threads = True

            def handle_error(self, request, client):
                pass  # The server was killed in the middle of telling.

        self.http = Many(("127.0.0.1", 0), Receiver)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.http.server_address[1]}"


class Person:
    """Somebody signed in, on a connection of their own."""

    def __init__(self, here, name):
        self.here, self.name, self.cookie, self.link, self.address = here, name, None, None, None
        answer = self.ask("POST", "/demo", urllib.parse.urlencode({"person": name}), form=True)
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def ask(self, method, path, body=None, form=False, key=None):
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        headers = {"Content-Type": kind} if body is not None else {}
        if self.cookie:
            headers["Cookie"] = self.cookie
        if key:
            headers["Idempotency-Key"] = key
        for attempt in range(600):
            try:
                if self.address != self.here.address or self.link is None:
                    self.address = self.here.address
                    self.link = http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=60)
                self.link.request(method, path, body, headers)
                answer = self.link.getresponse()
                answer.text = answer.read().decode()
                if answer.status < 500:
                    return answer
            except (OSError, http.client.HTTPException):
                pass
            self.link = None
            time.sleep(0.1)
        raise AssertionError(f"{method} {path} came to nothing for {self.name}.")

    def api(self, method, path, body=None, key=None):
        answer = self.ask(method, f"/api/v1{path}", None if body is None else json.dumps(body), key=key)
        assert answer.status < 400, (method, path, answer.status, answer.text)
        return json.loads(answer.text) if answer.text else None


def main(watchbill, messages=2000, people=100, kills=3, database=None):
    messages, people, kills = int(messages), int(people), int(kills)
    programs = Programs(seed=1)
    with tempfile.TemporaryDirectory() as folder:
        here = Server(watchbill, folder, ["--database", database] if database else [])
        here.start()
        try:
            names = enlist(here, people)
            began = time.monotonic()
            for name in names:
                one = Person(here, name)
                page = one.ask("GET", "/me/reach").text
                form = re.search(r'name="form" value="([^"]+)"', page).group(1)
                fields = {"form": form, "channel": "webhook", "name": "program", "address": f"{programs.address}/{name}"}
                assert one.ask("POST", "/me/reach", urllib.parse.urlencode(fields), form=True).status == 200
            print(f"{len(names)} people with a program each in {time.monotonic() - began:.0f} s", flush=True)
            last = kills // 3
            sent = send(here, names, messages, kills - last)
            settle(here, programs, sent, messages, last)
            latency(here, names)
        finally:
            if here.process:
                here.kill()
            programs.http.shutdown()


def enlist(here, count):
    """So many people more, in ward 7."""
    keeper = Person(here, "novotna")
    directory = keeper.api("GET", "/directory")
    names = [f"soak-{number}" for number in range(count)]
    directory["people"] += [{"id": name, "name": name.title(), "memberships": ["ward-7"]} for name in names]
    answer = keeper.link.request("PUT", "/api/v1/directory", json.dumps(directory), {
        "Content-Type": "application/json", "If-Match": "*", "Cookie": keeper.cookie})
    answer = keeper.link.getresponse()
    assert answer.status < 300, (answer.status, answer.read().decode()[:500])
    answer.read()
    return names


def send(here, names, messages, kills):
    sent, lock, left = {}, threading.Lock(), list(range(messages))
    luck = random.Random(2)
    luck.shuffle(left)
    total, began = len(left), time.monotonic()

    def work(number):
        one = Person(here, "lindqvist")
        while True:
            with lock:
                if not left:
                    return
                task = left.pop()
            name = names[task % len(names)]
            # The same key: whatever was cut off is done once.
            one.api("POST", "/messages", {"to": [name], "text": f"Number {task}", "urgent": True}, key=f"soak-{task:016}")
            with lock:
                sent[task] = name

    workers = [threading.Thread(target=work, args=(number,)) for number in range(SENDERS)]
    for worker in workers:
        worker.start()
    for kill in range(kills):
        while any(worker.is_alive() for worker in workers) and len(sent) < total * (kill + 1) / (kills + 1):
            time.sleep(0.05)
        here.kill()
        here.start()
    for worker in workers:
        worker.join()
    assert len(sent) == messages, len(sent)
    took = time.monotonic() - began
    print(f"{messages} sent in {took:.0f} s ({messages / took:.0f} a second), killed {kills} times", flush=True)
    return sent


def settle(here, programs, sent, messages, kills):
    began = time.monotonic()
    came = sum(len(one) for one in list(programs.told.values()))
    # While the last are told.
    for kill in range(kills):
        mark = came + (messages - came) * (kill + 1) / (kills + 1)
        while sum(len(one) for one in list(programs.told.values())) < mark:
            time.sleep(0.02)
        here.kill()
        here.start()
    print(f"killed {kills} times more while the last {messages - came} were told", flush=True)
    monitor = Person(here, "lindqvist")
    while True:
        page, wrong, seen = "/me/messages/sent?limit=200", 0, 0
        came = sum(len(one) for one in list(programs.told.values()))
        if came >= messages:
            while page:
                answer = monitor.api("GET", page.removeprefix("/api/v1"))
                for item in answer["items"]:
                    if item["text"].startswith("Number"):
                        seen += 1
                        wrong += [one["label"] for one in item["recipients"]] != ["sent"]
                page = answer.get("next")
            if wrong == 0:
                break
        assert time.monotonic() - began < 1800, (came, wrong)
        time.sleep(1)
    assert seen == messages, (seen, messages)
    again = 0
    for task, name in sent.items():
        counts = [count for (_, text), count in programs.told[name].items() if text == f"Number {task}"]
        # One identity each, however often it was told.
        assert len(counts) == 1, (task, name, counts)
        again += counts[0] - 1
    print(
        f"all {messages} there and labelled sent, {time.monotonic() - began:.0f} s after the last was sent;"
        f" {programs.attempts} attempts, {again} told again under the same identity after a kill", flush=True)


def latency(here, names):
    """From the sender's request to the server having it, by the recipient's open page, that the message was received."""
    rate, seconds, watchers = 200, 20, 40
    got, lock = {}, threading.Lock()

    def watch(name):
        one = Person(here, name)
        one.ask("GET", "/api/v1/me")
        link = http.client.HTTPConnection(here.address.removeprefix("http://"), timeout=seconds + 60)
        link.request("GET", "/api/v1/me/messages/events?seen=0", headers={"Cookie": one.cookie})
        stream = link.getresponse()
        ready.release()
        try:
            for line in stream:
                if line.startswith(b"data: "):
                    arrived = json.loads(line[6:])["arrived"]
                    fresh = [item["message"] for item in arrived]
                    if fresh:
                        one.api("PUT", "/me/messages/received", {"messages": fresh})
                        now = time.monotonic()
                        with lock:
                            for item in arrived:
                                got.setdefault(item["text"], now)
        except (OSError, http.client.HTTPException, ValueError):
            pass

    ready = threading.Semaphore(0)
    for name in names[:watchers]:
        threading.Thread(target=watch, args=(name,), daemon=True).start()
    for _ in range(watchers):
        ready.acquire()
    time.sleep(2)
    began, times, tasks = time.monotonic(), {}, iter(range(rate * seconds))

    def work():
        one = Person(here, "lindqvist")
        for task in tasks_of():
            wait = began + task / rate - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            times[f"Quick {task}"] = time.monotonic()
            one.api("POST", "/messages", {"to": [names[task % watchers]], "text": f"Quick {task}"})

    def tasks_of():
        while True:
            with lock:
                task = next(tasks, None)
            if task is None:
                return
            yield task

    workers = [threading.Thread(target=work) for _ in range(16)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    took = time.monotonic() - began
    time.sleep(3)
    waits = sorted((got[text] - at) * 1000 for text, at in times.items() if text in got)
    missing = len(times) - len(waits)
    print(
        f"{len(times) / took:.0f} a second to {watchers} open pages: from sent to received"
        f" median {waits[len(waits) // 2]:.0f} ms, p99 {waits[len(waits) * 99 // 100]:.0f} ms, worst {waits[-1]:.0f} ms;"
        f" {missing} not received", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
