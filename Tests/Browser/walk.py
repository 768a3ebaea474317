"""Every page that links lead to, as one person of each role sees it.

Each must pass axe, fit the window's width and leave the console quiet. With a folder, pictures of each are put there, light and
dark: journey.py WATCHBILL walk 390 FOLDER.
"""

import pathlib
import re
import urllib.parse

from harness import PLANNER, browser, check_accessible, page, server

#: Of the demo's people, who has which role; nobody is somebody who has not signed in.
VISITORS = {
    "planner": "lindqvist", "member": "okafor", "records-keeper": "adeyemi", "medical-keeper": "fitzgerald",
    "administrator": "novotna", "nobody": None,
}


def shape(address):
    """The page that an address is of: ids of people, units and entries make no other page."""
    parts = urllib.parse.urlsplit(address)
    path = re.sub(r"/[^/]*\d[^/]*(?=/|$)", "/:id", parts.path)
    path = re.sub(r"^/crew/[^/]+", "/crew/:person", path)
    # The pages of an older period are those of the newest with other content.
    return path + "?" + "&".join(sorted(set(urllib.parse.parse_qs(parts.query)) - {"of"}))


def links(tab):
    """The pages of this server to which the page leads; not files, which a browser would download."""
    found = tab.eval_on_selector_all(
        "a[href]:not([download])", "all => all.filter(one => one.origin === location.origin).map(one => one.href)")
    return [one.partition("#")[0] for one in found]


def visit(here, chromium, width, visitor, look):
    """Goes to every kind of page once, and lets `look` look at each; returns the kinds."""
    seen, waiting = set(), ["/", "/sign-in", "/demo", "/nowhere"]
    with page(chromium, here, width, visitor=visitor, refusals=(404,)) as tab:
        while waiting:
            address = waiting.pop(0)
            if shape(address) in seen:
                continue
            answer = tab.goto(address)
            assert answer.status == (404 if address == "/nowhere" else 200), f"{address}: {answer.status}"
            seen.add(shape(address))
            look(tab, shape(address))
            waiting += [one.removeprefix(here.address) for one in links(tab)]
    return seen


def publish(here):
    """Two published versions, and a draft that is none."""
    for seed in (1, 2, 3):
        build = here.do("/builds", {"timeLimit": 1, "threads": 1, "seed": seed})["id"]
        here.wait_for_end(build)
        if seed < 3:
            here.do(f"/builds/{build}/publish", {"note": f"Rota {seed}"})


def walk(watchbill, width, folder=None):
    """Every page, as somebody of each role and as nobody."""
    with server(watchbill) as here, browser() as chromium:
        publish(here)
        for name, visitor in VISITORS.items():
            def look(tab, kind):
                try:
                    check_accessible(tab)
                except AssertionError as error:
                    raise AssertionError(f"{name} at {tab.url}, {width} px: {error}") from error
                if folder:
                    place = re.sub(r"[^a-z]+", "-", kind).strip("-") or "start"
                    for scheme in ("dark", "light"):
                        tab.emulate_media(color_scheme=scheme)
                        tab.screenshot(path=pathlib.Path(folder) / f"{name}-{place}-{width}-{scheme}.png", full_page=True)

            seen = visit(here, chromium, int(width), visitor, look)
            assert len(seen) >= (3 if visitor is None else 5), f"{name} came to {sorted(seen)} only"
            print(name, *sorted(seen), sep="\n  ")
