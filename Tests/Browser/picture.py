"""Takes the README's picture of the page: picture.py WATCHBILL FILE."""

import sys

from harness import browser, build, expect, page, server

with server(sys.argv[1]) as here, browser() as chromium, page(chromium, here) as tab:
    tab.goto("/")
    build(tab, seconds=60)
    expect(tab.locator("#name")).to_have_text("Draft 1")
    tab.locator("#c2-22").click()
    expect(tab.locator("#explanation h2")).to_be_visible()
    tab.mouse.move(0, 0)
    tab.screenshot(path=sys.argv[2])
