"""Measures when a handset first paints a page, over a throttled connection and on a slowed processor: paint.py WATCHBILL [ROUNDS].

The profile is Lighthouse's for a mobile: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back, a processor four times slower. Each
round has a browser without anything kept. Prints for each page the median and the worst of the rounds, in milliseconds from the
request to the first contentful paint.
"""

import statistics
import sys

from harness import browser, page, server
from walk import publish

PAGES = ["/sign-in", "/today", "/me/shifts?month=2027-03", "/me/exchanges", "/rota"]
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"

rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
with server(sys.argv[1]) as here, browser() as chromium:
    publish(here)
    for address in PAGES:
        times = []
        for _ in range(rounds):
            with page(chromium, here, 390, visitor=None if address == "/sign-in" else "okafor",
                      service_workers="block") as tab:
                client = tab.context.new_cdp_session(tab)
                client.send("Network.enable")
                client.send("Network.emulateNetworkConditions", NETWORK)
                client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                tab.goto(address)
                tab.wait_for_function(f"{PAINT} > 0")
                times.append(tab.evaluate(PAINT))
        print(f"{address:28} median {statistics.median(times):5.0f} ms, worst {max(times):5.0f} ms of {rounds}")
