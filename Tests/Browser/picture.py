"""Takes the pictures of the README and docs/: picture.py WATCHBILL FOLDER."""

import pathlib
import sys

from harness import browser, build, expect, page, server
from walk import publish

folder = pathlib.Path(sys.argv[2])

with server(sys.argv[1]) as here, browser() as chromium, page(chromium, here) as tab:
    tab.goto("/")
    build(tab, seconds=60)
    expect(tab.locator("#name")).to_have_text("Draft 1")
    tab.locator("#c2-22").click()
    expect(tab.locator("#explanation h2")).to_be_visible()
    tab.mouse.move(0, 0)
    tab.screenshot(path=folder / "planner.png")

# What a crew member and a planner see on a handset.
with server(sys.argv[1]) as here, browser() as chromium:
    publish(here)
    with page(chromium, here, 390, visitor="okafor") as tab:
        tab.goto("/today")
        tab.screenshot(path=folder / "today.png")
        tab.goto("/me/exchanges")
        tab.get_by_role("link", name="Exchange").first.click()
        tab.screenshot(path=folder / "exchange.png")
    with page(chromium, here, 390) as tab:
        tab.goto("/setup/ward-7")
        tab.get_by_role("button", name="What the last period had").click()
        tab.locator(".steps").scroll_into_view_if_needed()
        tab.screenshot(path=folder / "setup.png")
