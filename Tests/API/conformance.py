"""Holds the API's own document against the real server, as several people's programs see it.

    conformance.py WATCHBILL [EXAMPLES]

With at most so many examples of each operation, else 8. Prints what schemathesis found and ends with 1 if that is anything.
"""

import http.cookiejar
import json
import os
import pathlib
import secrets
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Browser"))
from harness import server  # noqa: E402

#: The demo's administrator, a planner, and somebody without any role but their own.
VISITORS = {"novotna": "administrator", "lindqvist": "planner", "keller": "nobody"}
RIGHTS = ["rotas:read", "rotas:change", "people:read", "people:change", "records:read", "records:change"]


def sign_in(address, person):
    """An opener with that person's session."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    opener.open(f"{address}/demo", urllib.parse.urlencode({"person": person}).encode()).close()
    return opener


def token(address, person):
    """A token in that person's name with every right there is."""
    body = json.dumps({"name": "conformance", "rights": RIGHTS}).encode()
    request = urllib.request.Request(f"{address}/api/v1/tokens", body, {"Content-Type": "application/json"})
    with sign_in(address, person).open(request) as answer:
        return json.load(answer)["token"]


def start(address, header, examples):
    return subprocess.Popen(
        [
            sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()",
            "--config-file", str(HERE / "schemathesis.toml"), "run", f"{address}/api/v1/openapi.json",
            "--header", header, "--checks", "all", "--max-examples", str(examples), "--seed", "1", "--workers", "1",
            "--continue-on-failure",
        ],
        cwd=HERE.parent.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def main(watchbill, examples=8):
    # With a key, so that what is sealed is tried too.
    os.environ |= {"WATCHBILL_MASTER_KEY_VARIABLE": "WATCHBILL_TEST_KEY", "WATCHBILL_TEST_KEY": secrets.token_hex(32)}
    with server(watchbill) as here:
        runs = {
            f"the {role}'s token": start(
                here.address, f"Authorization: Bearer {token(here.address, person)}", examples)
            for person, role in VISITORS.items()
        }
        failed = False
        for name, run in runs.items():
            printed, _ = run.communicate()
            if run.returncode != 0:
                failed = True
                print(f"=== With {name}:\n{printed}")
        # Whatever was tried, it is still there.
        with urllib.request.urlopen(f"{here.address}/api/v1/openapi.json") as answer:
            assert json.load(answer)["openapi"].startswith("3.1")
        here.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *sys.argv[2:]))
