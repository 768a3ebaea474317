"""Measures a large draft: planning.py WATCHBILL. 150 people by 42 days, made of the demo ward's crew again and again.

Prints how long checking a change takes over HTTP, and the pace at which the grid scrolls in a browser: the median and the worst time
from frame to frame, while it moves 40 px a frame to the right and down, in milliseconds.
"""

import datetime
import json
import pathlib
import random
import statistics
import sys
import time

from harness import browser, expect, page, server

PEOPLE, DAYS, CHECKS = 150, 42, 60

SCROLL = """async () => {
  const box = document.querySelector(".scroll"), times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 120; frame++) {
    box.scrollBy(40, 40);
    if (frame % 40 === 39) box.scrollTo(0, 0);
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
    if (frame % 40 === 20 && !(box.scrollLeft > 0 && box.scrollTop > 0)) throw new Error("Nothing scrolls.");
  }
  return times;
}"""


def crew():
    """The demo ward's document with more people and days, and without what is about single people and dates."""
    ward = json.loads((pathlib.Path(__file__).parents[2] / "Examples" / "ward.json").read_text())
    for part in ("requests", "absences", "pins", "history", "ledger", "demandOrder", "holidays"):
        ward.pop(part, None)
    ward["period"]["days"] = DAYS
    staff = ward["people"]
    ward["people"] = [
        one | {"id": f"{one['id']}-{number}", "name": f"{one['name']} {number}"}
        for number in range(PEOPLE // len(staff) + 1) for one in staff][:PEOPLE]
    ward["rules"] = [rule for rule in ward["rules"] if "people" not in rule and "people" not in (rule.get("appliesTo") or {})]
    for entry in ward["demand"]:
        for day in ("on", "except"):
            if isinstance(entry.get(day), list):
                entry[day] = [one for one in entry[day] if not one[0].isdigit() and one != "holidays"]
                if not entry[day]:
                    entry.pop(day)
        for number in ("minimum", "wanted", "maximum"):
            if number in entry:
                entry[number] *= PEOPLE // len(staff)
    ward["demand"] = [entry for entry in ward["demand"] if "on" in entry]
    return ward


with server(sys.argv[1]) as here:
    ward = crew()
    problem = here.do("/problems", ward)["problem"]
    build = here.do("/builds", {"timeLimit": 10, "problem": problem})["id"]
    here.wait_for_end(build)
    numbers, times = random.Random(1), []
    start = datetime.date.fromisoformat(ward["period"]["start"])
    for _ in range(CHECKS):
        cell = {
            "person": numbers.choice(ward["people"])["id"],
            "date": str(start + datetime.timedelta(numbers.randrange(DAYS))),
            "shift": numbers.choice(["E", "D", "L", "N", ""]),
        }
        before = time.perf_counter()
        here.do(f"/builds/{build}/check", {"cells": [cell]})
        times.append(1000 * (time.perf_counter() - before))
    print(f"a change checked      median {statistics.median(times):5.1f} ms, worst {max(times):5.1f} ms of {CHECKS}")
    with browser() as chromium, page(chromium, here) as tab:
        tab.goto(f"/builds/{build}")
        expect(tab.locator("#grid tbody.people tr")).to_have_count(PEOPLE)
        frames = tab.evaluate(SCROLL)
        print(f"a frame of scrolling  median {statistics.median(frames):5.1f} ms, worst {max(frames):5.1f} ms of {len(frames)}")
