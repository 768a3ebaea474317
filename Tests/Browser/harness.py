"""What the browser's journeys have in common: a real server, a real browser, axe."""

import contextlib
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect, sync_playwright
except ImportError as error:
    sys.exit(f"{error}. The browser tests need what script/requirements.txt names; ./script/test installs it.")

#: The machine may be busy with other tests; nothing here measures time.
PATIENCE = int(os.environ.get("WATCHBILL_PATIENCE", 90_000))
expect.set_options(timeout=PATIENCE)


def chromium_path():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    sys.exit("There is no Chromium here, so the page cannot be tested. ./script/test installs it (Debian: chromium).")


#: Who looks on in the demo where a journey does not say: lead of the ward and planner of its rota.
PLANNER = "lindqvist"


class Server:
    """`watchbill serve --demo` on a database and a free port of its own; without the demo if it is to begin with nothing."""

    def __init__(self, watchbill, folder, options=(), demo=True):
        self.watchbill, self.folder, self.process, self.address = watchbill, pathlib.Path(folder), None, None
        self.options, self.demo, self.first_link, self.port = list(options), demo, None, 0

    def start(self):
        database = str(self.folder / "watchbill.sqlite")
        self.process = subprocess.Popen(
            [self.watchbill, "serve", "--port", str(self.port), "--database", database] + ["--demo"] * self.demo + self.options,
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, f"The server did not tell its address but: {line!r}"
        self.address = found.group().rstrip("/")
        # Started again it is where it was, as for whoever has its address.
        self.port = urllib.parse.urlsplit(self.address).port
        if not self.demo:
            self.first_link = re.search(r"http://\S+", self.process.stdout.readline()).group()
            return
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        form = urllib.parse.urlencode({"person": PLANNER}).encode()
        self.opener.open(f"{self.address}/demo", form).close()

    def stop(self):
        """Ends it as an operator does; it must go by itself, whatever is connected."""
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(timeout=30) == 0, "The server did not end cleanly."
        self.process = None

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process = None

    def wait_for_end(self, build):
        """Reads the build's events, which end with it."""
        with self.opener.open(f"{self.address}/api/v1/builds/{build}/events", timeout=PATIENCE / 1000) as events:
            assert "event: end" in events.read().decode()

    def do(self, path, body):
        request = urllib.request.Request(
            f"{self.address}/api/v1{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
        with self.opener.open(request) as answer:
            return json.load(answer)

    def api(self, path):
        with self.opener.open(f"{self.address}/api/v1{path}") as answer:
            return json.load(answer)


@contextlib.contextmanager
def server(watchbill, *options, demo=True):
    with tempfile.TemporaryDirectory() as folder:
        one = Server(watchbill, folder, options, demo)
        one.start()
        try:
            yield one
        finally:
            if one.process:
                one.kill()


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        # Chromium refuses to run as root with its sandbox.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        one = playwright.chromium.launch(executable_path=chromium_path(), args=arguments)
        try:
            yield one
        finally:
            one.close()


@contextlib.contextmanager
def page(browser, server, width=1440, scheme="light", visitor=PLANNER, refusals=(), lost=False, **options):
    """A page of a window of that width, with somebody of the demo signed in, or nobody. Whatever the console complains of
    fails the journey, but for the statuses of answers that the journey wants to be refusals, and that the server is gone where
    it wants that."""
    handset = width < 640
    context = browser.new_context(
        base_url=server.address, color_scheme=scheme, reduced_motion="reduce", has_touch=handset,
        viewport={"width": width, "height": 844 if handset else 900}, **options)
    context.set_default_timeout(PATIENCE)
    if visitor:
        answer = context.request.post("/demo", form={"person": visitor}, max_redirects=0)
        assert answer.status == 303, f"{visitor} is not let in: {answer.status}"
    one, complaints = context.new_page(), []
    one.on("pageerror", lambda error: complaints.append(str(error)))
    wanted = [f"status of {status} " for status in refusals] + ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_INTERNET_DISCONNECTED", "ERR_INCOMPLETE_CHUNKED_ENCODING"] * lost
    one.on("console", lambda message: message.type == "error" and not any(
        text in message.text for text in wanted) and complaints.append(f"{message.text} {message.location}"))
    try:
        yield one
    except Exception:
        print(f"At {one.url}: {one.inner_text('body')[:2000]}")
        raise
    assert not complaints, complaints
    context.close()


#: What is asked of axe: only what it finds amiss, which takes it half the time.
GRAVE = {"resultTypes": ["violations"]}
#: The other colours change no structure, so only what they change is looked at again.
COLOURS = GRAVE | {"runOnly": ["color-contrast"]}


def check_accessible(page):
    """axe finds nothing serious or critical, by day or by night, and nothing sticks out of the window sideways."""
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    complain(page, "dark" if dark else "light", GRAVE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} scrolls sideways"
    other, own = ("light", "dark") if dark else ("dark", "light")
    page.emulate_media(color_scheme=other)
    complain(page, other, COLOURS)
    page.emulate_media(color_scheme=own)


def complain(page, scheme, options):
    """Fails with what axe finds serious or critical."""
    found = Axe().run(page, options=options).response["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    assert not grave, (scheme, [(one["id"], one["help"], [node["html"] for node in one["nodes"][:3]]) for one in grave])


def penalty(page):
    text = page.locator("#penalty").inner_text()
    return int(text) if text.isdigit() else None


def build(page, seconds=None):
    """Presses *Build rota* and returns once a first rota is there."""
    if seconds:
        page.locator("#timeLimit").select_option(str(seconds))
    page.get_by_role("button", name="Build rota").click()
    page.wait_for_url(re.compile(r"/builds/\d+"))
    expect(page.locator("#penalty")).to_have_text(re.compile(r"^\d+$"))
