"""Journeys through the page in headless Chromium: journey.py WATCHBILL JOURNEY [WIDTH].

Each starts the real server on a database of its own. Exit 0: all went as it should.
"""

import datetime
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import urllib.request
import zoneinfo

import provider as providers
from harness import browser, build, check_accessible, expect, page, penalty, server
from walk import publish, walk


def planner(watchbill, width):
    """Build, watch, stop, explain by keyboard alone; every page passes axe."""
    with server(watchbill) as here, browser() as chromium, page(chromium, here, int(width)) as tab:
        tab.goto("/")
        expect(tab.locator("#name")).to_have_text("No draft yet")
        check_accessible(tab)
        build(tab, seconds=300)
        first = penalty(tab)
        expect(tab.locator("#penalty")).not_to_have_text(str(first))
        assert penalty(tab) < first
        expect(tab.locator("#words")).to_have_class(re.compile("legal"))
        # The grid fills while it runs, and the curve is drawn.
        assert tab.locator("#grid .people td[class*='s']:not(.of):not(.aw)").count() > 100
        expect(tab.locator("#curve .line")).to_have_attribute("d", re.compile("H"))
        check_accessible(tab)
        tab.get_by_role("button", name="Stop").click()
        expect(tab.locator("#name")).to_have_text("Draft 1")
        expect(tab.locator("#state")).to_have_text("Stopped by hand")
        check_accessible(tab)
        explain_by_keyboard(tab)
        check_accessible(tab)
        find_what_is_missed(tab)
        for address in ("/demand", "/people", "/requests", "/rules", "/builds/1/print", "/nowhere"):
            with page(chromium, here, int(width)) as other:
                answer = other.request.get(address)
                if answer.status == 200:
                    other.goto(address)
                    check_accessible(other)
        tab.goto("/people")
        tab.locator("main a").first.click()
        expect(tab.locator(".days li")).to_have_count(35)
        check_accessible(tab)


def explain_by_keyboard(tab):
    tab.locator("body").focus()
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("!!document.activeElement.closest('#grid .people td')"):
            break
    else:
        raise AssertionError("The grid is not reached by Tab.")
    for _ in range(20):
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("ArrowRight")
        # The cell in focus is on top, not under a sticky head or foot.
        assert tab.evaluate("""() => {
            const cell = document.activeElement, box = cell.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return cell.matches('#grid .people td') && cell.contains(top);
        }"""), "The focus is hidden."
    person = tab.evaluate("document.activeElement.closest('tr').querySelector('.name').textContent")
    expect(tab.locator("#explanation h2")).to_contain_text(person)
    expect(tab.locator("#explanation h2")).to_contain_text("Sun 28 Mar")
    expect(tab.locator("#explanation .instead li")).to_have_count(4)
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "explain"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.id") == "c20-20"
    tab.keyboard.press("Home")
    assert tab.evaluate("document.activeElement.id") == "c20-0"
    tab.keyboard.press("Control+End")
    assert tab.evaluate("document.activeElement.id") == "c35-34"
    tab.keyboard.press("?")
    expect(tab.locator("#keys")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator("#keys")).to_be_hidden()


def find_what_is_missed(tab):
    """Each line of the list leads to its place in the grid."""
    line = tab.locator("#findings a[href^='#c']").first
    target = line.get_attribute("href")
    line.click()
    assert tab.evaluate("'#' + document.activeElement.id") == target
    expect(tab.locator(f"{target}[aria-selected=true]")).to_have_count(1)


def paper(watchbill):
    """The print view fits its paper: A4 or A3, landscape, one sheet for five weeks."""
    with server(watchbill) as here, browser() as chromium, page(chromium, here) as tab:
        tab.goto("/")
        build(tab)
        tab.get_by_role("button", name="Stop").click()
        tab.get_by_role("link", name="Print").click()
        for size, width, height in (("A4", 842, 595), ("A3", 1191, 842)):
            tab.get_by_role("link", name=size, exact=True).click()
            expect(tab.get_by_role("link", name=size, exact=True)).to_have_attribute("aria-current", "page")
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "rota.pdf"
                tab.pdf(path=file, prefer_css_page_size=True)
                data = file.read_bytes()
            boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
            assert len(boxes) == 1, f"{size}: {len(boxes)} sheets"
            assert [round(float(one)) for one in boxes[0]] == [width, height], (size, boxes)
        tab.emulate_media(media="print")
        expect(tab.locator(".page .printed")).to_contain_text("Printed ")
        expect(tab.locator(".page .version")).to_contain_text("Draft 1 · penalty")
        assert tab.locator(".page tbody.people tr").count() == 36
        # Letters, no colours needed.
        assert tab.locator(".page .people td.s9 > span").first.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
        assert tab.locator(".onscreen").is_hidden()
        with page(chromium, here, width=390) as handset:
            handset.goto(tab.url)
            # A sheet keeps its width: a letter has room in its cell. The page itself does not scroll sideways.
            cell = handset.locator(".page .people td").first.bounding_box()
            assert cell["width"] >= 15, f"a cell of the print view is {cell['width']} px wide on a handset"
            check_accessible(handset)


def restart(watchbill):
    """A restart shows the last finished build; one that was cut off is kept as interrupted."""
    with server(watchbill) as here, browser() as chromium:
        with page(chromium, here) as tab:
            tab.goto("/")
            build(tab)
            tab.get_by_role("button", name="Stop").click()
            expect(tab.locator("#name")).to_have_text("Draft 1")
            kept = penalty(tab)
            build(tab, seconds=300)
            expect(tab.locator("#name")).to_have_text("Build 2")
            # Its best so far is kept within seconds.
            expect(tab.locator("#time")).to_have_text(re.compile(r"^([5-9]|\d\d+) s of"))
        here.kill()
        here.start()
        with page(chromium, here) as tab:
            tab.goto("/")
            expect(tab.locator("#name")).to_have_text("Draft 1")
            assert penalty(tab) == kept
            tab.locator(".drafts summary").click()
            tab.get_by_role("link", name="Build 2 · interrupted").click()
            expect(tab.locator("#state")).to_contain_text("Interrupted")
            assert penalty(tab) is not None
            # Told to end with a build running and somebody watching, the server goes at once.
            build(tab, seconds=300)
            here.stop()
            tab.goto("about:blank")
        here.start()
        assert here.api("/builds/3")["state"] == "interrupted"


def two(watchbill):
    """Two builds at once do not disturb each other, and each has viewers of its own."""
    with server(watchbill) as here, browser() as chromium:
        with page(chromium, here) as one, page(chromium, here, 390, "dark") as other, page(chromium, here) as third:
            one.goto("/")
            build(one, seconds=300)
            other.goto("/")
            build(other, seconds=300)
            assert one.url != other.url
            third.goto(one.url)
            one.get_by_role("button", name="Stop").click()
            expect(one.locator("#name")).to_have_text("Draft 1")
            # Who only watched sees the end without loading the page anew.
            expect(third.locator("#name")).to_have_text("Draft 1")
            expect(other.locator("#name")).to_have_text("Build 2")
            for _ in range(2):
                expect(other.locator("#time")).not_to_have_text(other.locator("#time").inner_text())
            other.get_by_role("button", name="Stop").click()
            expect(other.locator("#name")).to_have_text("Draft 2")


def planners(watchbill):
    """Two planners change one draft by keyboard, mouse and touch; each sees what the other does, and nothing is lost."""
    with server(watchbill) as here, browser() as chromium:
        here.do("/builds", {"timeLimit": 3, "seed": 1})
        here.wait_for_end(1)
        with page(chromium, here, refusals=[409]) as one, \
                page(chromium, here, visitor="takahashi", refusals=[409]) as other:
            one.goto("/builds/1")
            other.goto("/builds/1")
            was, want = letters(one, "#c3-4")
            one.locator("#c3-4").click()
            one.keyboard.press(want.lower())
            expect(one.locator("#proposed")).to_contain_text(f"{want} for ")
            check_accessible(one)
            expect(one.locator("#c3-4")).to_contain_text(was)
            one.keyboard.press("Escape")
            expect(one.locator("#proposal")).to_be_hidden()
            put(one, want)
            expect(one.locator("#c3-4")).to_contain_text(want)
            expect(one.locator("#state")).to_have_text("Changed by hand")
            # It shows to the other at once, who cannot take it back.
            expect(other.locator("#c3-4")).to_contain_text(want)
            expect(other.locator("#others")).to_contain_text(f"Astrid Lindqvist: {want} for ")
            expect(other.locator("#undo button")).to_be_disabled()
            check_accessible(other)
            overtake(one, other)
            ranges(one)
            by_touch(chromium, here)


def letters(tab, cell):
    """What stands in a cell, and another shift type."""
    was = tab.locator(f"{cell} span").first.inner_text()
    return was, "N" if was != "N" else "E"


def put(tab, letter):
    tab.keyboard.press(letter.lower() if letter else "Delete")
    expect(tab.locator("#keep")).to_be_visible()
    tab.keyboard.press("Enter")
    expect(tab.locator("#proposal")).to_be_hidden()


def overtake(one, other):
    """Who proposes something for a cell that another changes first is told so, and changes nothing."""
    was, want = letters(one, "#c5-6")
    # Whatever the build has put there: a letter that changes it, and is not the other's.
    theirs = next(letter for letter in "LDE" if letter not in (was, want))
    other.locator("#c5-6").click()
    other.keyboard.press(theirs.lower())
    expect(other.locator("#keep")).to_be_visible()
    one.locator("#c5-6").click()
    put(one, want)
    expect(other.locator("#c5-6")).to_contain_text(want)
    other.keyboard.press("Enter")
    expect(other.locator("#proposed")).to_contain_text(f"Astrid Lindqvist has put {want} for ")
    expect(other.locator("#c5-6")).to_contain_text(want)
    other.keyboard.press("Escape")
    put(other, theirs)
    expect(one.locator("#c5-6")).to_contain_text(theirs)
    # Nobody takes back what somebody else has changed since.
    one.keyboard.press("Control+z")
    expect(one.locator("#proposed")).to_contain_text(f"has put {theirs} for ")
    one.keyboard.press("Escape")
    other.keyboard.press("Control+z")
    expect(one.locator("#c5-6")).to_contain_text(want)
    one.keyboard.press("Control+z")
    expect(one.locator("#c5-6")).not_to_contain_text(want)
    one.keyboard.press("Control+y")
    expect(one.locator("#c5-6")).to_contain_text(want)


def ranges(tab):
    """A range is put off, pinned, copied, and fills a larger one."""
    tab.locator("#c8-8").click()
    # Where the build has put nothing, nothing could be taken away.
    put(tab, letters(tab, "#c8-8")[1])
    for _ in range(2):
        tab.keyboard.press("Shift+ArrowRight")
    put(tab, "")
    for column in (8, 9, 10):
        expect(tab.locator(f"#c8-{column}")).to_have_class(re.compile(r"\bof\b|\baw\b"))
    tab.locator("#c8-8").click()
    put(tab, "N")
    tab.keyboard.press("Shift+ArrowRight")
    tab.keyboard.press("Control+c")
    tab.locator("#c8-12").click()
    tab.locator("#c9-15").click(modifiers=["Shift"])
    tab.keyboard.press("Control+v")
    expect(tab.locator("#proposed")).to_contain_text("cells")
    tab.locator("#keep").click()
    for row in (8, 9):
        for column, letter in ((12, "N"), (13, None), (14, "N"), (15, None)):
            cell = tab.locator(f"#c{row}-{column}")
            if letter:
                expect(cell).to_contain_text(letter)
            else:
                expect(cell).to_have_class(re.compile(r"\bof\b|\baw\b"))
    tab.locator("#c8-8").click()
    tab.keyboard.press("*")
    expect(tab.locator("#keep")).to_be_visible()
    tab.keyboard.press("Enter")
    expect(tab.locator("#c8-8")).to_have_class(re.compile(r"\bpi\b"))


def by_touch(chromium, here):
    """On a handset a cell's panel offers what may stand there, with what it costs."""
    with page(chromium, here, 390) as tab:
        tab.goto("/builds/1")
        tab.locator("#c2-3").tap()
        expect(tab.locator("#explanation .set").first).to_be_visible()
        check_accessible(tab)
        letter = tab.locator("#explanation .instead .chip").first.inner_text()
        tab.locator("#explanation .set button").first.tap()
        if letter:
            expect(tab.locator("#c2-3")).to_contain_text(letter)
        else:
            expect(tab.locator("#c2-3")).to_have_class(re.compile(r"\bof\b|\baw\b"))


def closed(watchbill):
    """Closing the browser does not stop a build."""
    with server(watchbill) as here:
        with browser() as chromium, page(chromium, here) as tab:
            tab.goto("/")
            build(tab, seconds=30)
        before = here.api("/builds/1")
        assert before["state"] == "running"
        here.wait_for_end(1)
        after = here.api("/builds/1")
        assert after["state"] == "finished" and after["draft"] == 1, after
        assert after["seconds"] >= 25, after


def door(watchbill, width):
    """Nobody sees anything before they are in; a visitor of the demo is let in as anybody, sees what that person may, lets
    others in, and leaves."""
    with server(watchbill) as here, browser() as chromium:
        with page(chromium, here, int(width), visitor=None) as tab:
            tab.goto("/people")
            tab.wait_for_url(re.compile(r"/sign-in\?to="))
            check_accessible(tab)
            tab.get_by_role("link", name="Look round the demo").click()
            check_accessible(tab)
            tab.get_by_role("button", name=re.compile("Astrid Lindqvist")).click()
            expect(tab.get_by_role("button", name="Build rota")).to_be_visible()
            tab.get_by_role("link", name="Me", exact=True).click()
            expect(tab.locator("h1")).to_have_text("Astrid Lindqvist")
            check_accessible(tab)
            tab.get_by_label("What it is for").fill("the screen in the hall")
            tab.get_by_label("read rotas").check()
            tab.get_by_role("button", name="Make token").click()
            expect(tab.locator("code")).to_have_text(re.compile("^watchbill_"))
            tab.get_by_role("link", name="Crew and roles").click()
            check_accessible(tab)
            tab.get_by_role("link", name="Me", exact=True).click()
            tab.get_by_role("button", name="Sign out").click()
            expect(tab.get_by_role("heading", name="Sign in")).to_be_visible()
            tab.goto("/me")
            tab.wait_for_url(re.compile(r"/sign-in\?to="))
        # The administrator invites; who is invited chooses a password and is in.
        with page(chromium, here, int(width), visitor="novotna") as tab:
            tab.goto("/crew?unit=medicine")
            check_accessible(tab)
            tab.locator("details summary").first.click()
            tab.get_by_label("Name or e-mail address to sign in with").first.fill("lucia@example.org")
            tab.get_by_role("button", name="Make invitation").first.click()
            link = tab.locator("code").inner_text()
            check_accessible(tab)
            with page(chromium, here, int(width), visitor=None) as other:
                other.goto(link)
                check_accessible(other)
                other.get_by_label("New password").fill("night boat to Cairo")
                other.get_by_role("button", name="Set password and sign in").click()
                expect(other.locator("h1")).to_have_text("Lucía Ramírez")
                other.get_by_role("button", name="Sign out").click()
                other.get_by_label("Name or e-mail address").fill("lucia@example.org")
                other.get_by_label("Password").fill("night boat to Cairo")
                other.get_by_role("button", name="Sign in").click()
                other.goto("/me")
                expect(other.locator("h1")).to_have_text("Lucía Ramírez")


def setup(watchbill, width, folder=None):
    """A new planner, with nothing but the first link, sets a ward up, builds its first rota and publishes it, by what the
    pages show alone. With a folder, pictures of each page are put there."""
    with server(watchbill, demo=False) as here, browser() as chromium:
        with page(chromium, here, int(width), visitor=None) as tab:
            number = 0

            def look():
                nonlocal number
                number += 1
                check_accessible(tab)
                if folder:
                    tab.screenshot(path=pathlib.Path(folder) / f"{number:02}-{width}.png", full_page=True)

            def press(name):
                tab.get_by_role("button", name=name, exact=True).click()

            tab.goto(here.first_link)
            tab.get_by_label("Your name").fill("Ana Sousa")
            tab.get_by_label("Name or e-mail address").fill("ana@example.org")
            tab.get_by_label("New password").fill("night boat to Cairo")
            tab.get_by_role("button", name="Set password and sign in").click()
            look()
            # The administrator makes the unit and its people, and invites whoever plans.
            tab.get_by_role("link", name="Me", exact=True).click()
            tab.get_by_role("link", name="Crew and roles").click()
            tab.get_by_role("link", name="Units, ranks and contracts").click()
            tab.get_by_label("New unit: Name").fill("Ward 3")
            tab.get_by_label("New unit: Time zone").fill("Europe/Lisbon")
            tab.get_by_label("New: Qualification").fill("Registered nurse")
            tab.get_by_label("New: Contract", exact=True).fill("Full time")
            look()
            press("Save details")
            tab.get_by_role("link", name="Crew and roles").click()
            tab.get_by_label("Unit", exact=True).select_option("Ward 3")
            press("Show")
            for name in ("Bea Costa", "Caio Dias", "Dora Egas", "Emil Faro", "Flor Gama", "Gil Horta", "Ines Jardim"):
                tab.get_by_role("link", name="Add person").click()
                tab.get_by_label("Name", exact=True).fill(name)
                tab.get_by_label("Contract 1", exact=True).select_option("Full time")
                press("Add person")
                tab.get_by_role("link", name="Crew and roles").click()
                tab.get_by_label("Unit", exact=True).select_option("Ward 3")
                press("Show")
            look()
            bea = tab.get_by_role("listitem").filter(has_text="Bea Costa")
            bea.locator("summary").click()
            bea.get_by_label("Role").select_option("planner")
            press("Give role")
            bea.locator("summary").click()
            bea.get_by_label("Name or e-mail address to sign in with").fill("bea@example.org")
            press("Make invitation")
            link = tab.locator("code").inner_text()
        with page(chromium, here, int(width), visitor=None, refusals=(422,)) as tab:
            def step(name):
                heading = tab.get_by_role("heading", name=re.compile(name))
                tab.get_by_role("listitem").filter(has=heading).get_by_role("link").first.click()

            tab.goto(link)
            tab.get_by_label("New password").fill("night boat to Cairo")
            press("Set password and sign in")
            tab.get_by_role("link", name="Plan", exact=True).click()
            expect(tab.locator("h1")).to_have_text("Set-up of Ward 3")
            expect(tab.get_by_text("7 people are under a contract")).to_be_visible()
            look()
            press("Early, late and night")
            look()
            # What is wrong is told, and what was typed is still there.
            step("Shift types")
            look()
            late = tab.get_by_role("group", name="Late")
            late.get_by_label("Letter").fill("")
            press("Save")
            expect(tab.get_by_role("alert")).to_contain_text("it needs both")
            expect(late.get_by_label("Name")).to_have_value("Late")
            late.get_by_label("Letter").fill("L")
            late.get_by_label("Begins").fill("13:30")
            late.get_by_label("Ends").fill("21:30")
            press("Save")
            expect(tab.get_by_text("L Late, 13:30–21:30")).to_be_visible()
            step("Demand")
            early = tab.get_by_role("group", name="E Early")
            for day in ("Mon", "Tue", "Wed", "Thu", "Fri"):
                early.get_by_label(day, exact=True).fill("1-2")
            early.get_by_label("Holidays", exact=True).fill("1")
            new = tab.get_by_role("group", name="A new exception")
            new.get_by_label("Shift type", exact=False).select_option(label="E Early")
            new.get_by_label("First day").fill("2026-12-24")
            new.get_by_label("Last day").fill("2026-12-24")
            new.get_by_label("People").fill("1")
            look()
            press("Save")
            expect(tab.get_by_text("E Early: Mon–Fri 1–2, Sat–Sun 1, Holidays 1, 24 Dec 1")).to_be_visible()
            step("Rules")
            tab.get_by_text("What it says").first.click()
            look()
            tab.get_by_text("Add a rule").click()
            tab.get_by_role("link", name="Days that must not follow each other").click()
            tab.get_by_label("Day 1").select_option(label="L Late")
            tab.get_by_label("Day 2").select_option(label="E Early")
            tab.get_by_label("How strictly").last.select_option(label="it is a wish")
            tab.get_by_label("Weight").fill("15")
            look()
            press("Save")
            expect(tab.get_by_text("L, then E")).to_be_visible()
            look()
            tab.get_by_role("link", name="Set-up of Ward 3").click()
            step("Public holidays")
            tab.get_by_label("Country or region").select_option(label="Portugal")
            look()
            press("Save")
            step("New period")
            look()
            press("Open the period")
            expect(tab.locator("#name")).to_have_text("No draft yet")
            look()
            press("Build rota")
            tab.wait_for_url(re.compile("/builds/1"))
            # So small a rota is proven at once.
            expect(tab.locator("#name")).to_have_text("Draft 1")
            expect(tab.locator("#words")).to_have_class(re.compile("legal"))
            look()
            tab.get_by_role("link", name="Publish").click()
            press("Publish")
            expect(tab.locator("h1")).to_have_text("Version 1")
            look()
            tab.get_by_role("link", name="Today", exact=True).click()
            look()


def asking(watchbill, width, folder=None):
    """A tired nurse asks for a day off, for leave and for an exchange; the colleague agrees, the lead approves, and the rota
    has changed for the two."""
    with tempfile.TemporaryDirectory() as keys, browser() as chromium:
        key = f"{keys}/master.key"
        subprocess.run([watchbill, "keys", "new", "--output", key], check=True, stdout=subprocess.DEVNULL)
        with server(watchbill, "--master-key-file", key) as here:
            publish(here)
            ask(here, chromium, width, folder)


def ask(here, chromium, width, folder):
    number = 0

    def look(tab):
        nonlocal number
        number += 1
        check_accessible(tab)
        if folder:
            tab.screenshot(path=pathlib.Path(folder) / f"asking-{number:02}-{width}.png", full_page=True)

    def press(tab, name):
        tab.get_by_role("button", name=name, exact=True).click()

    with page(chromium, here, int(width), visitor="okafor") as tab:
        tab.goto("/today")
        look(tab)
        tab.get_by_role("link", name="My requests").click()
        tab.get_by_label("Day", exact=True).fill("2027-05-01")
        tab.get_by_label("What you wish").select_option(value="dayOff")
        press(tab, "Ask for it")
        expect(tab.get_by_text("waits for the rota")).to_be_visible()
        look(tab)
        tab.get_by_role("link", name="Today", exact=True).first.click()
        tab.get_by_role("link", name="Leave and absences").click()
        tab.get_by_label("First day", exact=True).fill("2027-06-01")
        tab.get_by_label("Last day", exact=True).fill("2027-06-14")
        press(tab, "Ask to be away")
        look(tab)
        tab.get_by_role("link", name="Today", exact=True).first.click()
        tab.get_by_role("link", name="Exchanges", exact=True).click()
        look(tab)
        tab.get_by_role("link", name=re.compile("^Exchange:")).first.click()
        look(tab)
        form = tab.locator("form", has=tab.locator("input[name=other]")).first
        other = form.locator("input[name=other]").get_attribute("value")
        form.get_by_role("button").click()
        expect(tab.get_by_text("waits for the answer")).to_be_visible()
        look(tab)
    with page(chromium, here, int(width), visitor=other) as tab:
        tab.goto("/today")
        tab.get_by_role("link", name="Colleagues ask you for an exchange: 1").click()
        look(tab)
        tab.get_by_role("button", name=re.compile("^Yes:")).click()
        expect(tab.get_by_text("waits for approval")).to_be_visible()
    with page(chromium, here, int(width)) as tab:
        tab.goto("/today")
        tab.get_by_role("link", name="Exchanges that wait for your approval: 1").click()
        look(tab)
        tab.get_by_role("button", name=re.compile("^Approve:")).click()
        expect(tab.get_by_text("None waits.")).to_be_visible()
        tab.goto("/rota/versions/3?unit=ward-7")
        expect(tab.get_by_text("Exchange 1")).to_be_visible()
        expect(tab.locator(".changes > li")).to_have_count(2)
        look(tab)
        tab.goto("/crew/okafor/away")
        press(tab, "Grant")
        tab.goto("/crew/okafor/year?year=2027")
        tab.get_by_label("Nights").fill("3")
        tab.get_by_label("Why").fill("Before the first rota here")
        press(tab, "Add to the account")
        expect(tab.get_by_text("Before the first rota here")).to_be_visible()
        look(tab)
    with page(chromium, here, int(width), visitor="okafor") as tab:
        tab.goto("/me/exchanges")
        expect(tab.get_by_text("done")).to_be_visible()
        take = tab.get_by_role("button", name=re.compile("^Take it:"))
        if take.count():
            take.first.click()
            expect(tab.get_by_text("waits for approval")).to_be_visible()
            tab.get_by_role("button", name=re.compile("^Withdraw:")).first.click()
            expect(tab.get_by_text("withdrawn")).to_be_visible()
        tab.goto("/me/year?year=2027")
        expect(tab.get_by_text("Before the first rota here")).to_be_visible()
        look(tab)
        tab.goto("/me/requests")
        press_withdraw = tab.get_by_role("button", name=re.compile("^Withdraw:"))
        press_withdraw.click()
        expect(tab.get_by_text("You have asked for nothing.")).to_be_visible()
        tab.goto("/me/away")
        expect(tab.get_by_text("granted")).to_be_visible()


def messages(watchbill, width=390, folder=None):
    """Two handsets: asked and answered, deleted unread, deleted after reading, taken back, overdue; the sender sees each step
    in the product's own words, live."""
    number = 0

    def look(tab):
        nonlocal number
        number += 1
        check_accessible(tab)
        if folder:
            tab.screenshot(path=pathlib.Path(folder) / f"messages-{number:02}-{width}.png", full_page=True)

    def write(tab, text, ask=None, urgent=False):
        tab.get_by_role("link", name=re.compile("^Messages")).first.click()
        tab.get_by_role("link", name="Write a message").click()
        tab.get_by_label("Chidi Okafor").check()
        tab.get_by_label("Message", exact=True).fill(text)
        if urgent:
            tab.get_by_label(re.compile("Urgent: goes through")).check()
        if ask is not None:
            tab.get_by_text("Ask for an answer").click()
            tab.get_by_label("I need an answer").check()
            tab.get_by_label(re.compile("^Answers to choose from")).fill(ask)
        tab.get_by_role("button", name="Send").click()
        tab.wait_for_url(re.compile(r"/messages/\d+$"))
        return tab.url.rsplit("/", 1)[1]

    def status(tab, words):
        expect(tab.locator(".stand b").first).to_have_text(words)

    with server(watchbill) as here, browser() as chromium, page(chromium, here, int(width)) as lead, \
            page(chromium, here, int(width), visitor="okafor", lost=True, refusals=[422]) as nurse:
        lead.goto("/today")
        # The shortest time that there is: while the others are walked it goes by.
        late = lead.request.post("/api/v1/messages", headers={"Idempotency-Key": "journey-overdue-1"}, data={
            "to": ["ortega"], "text": "Who has the pager?", "demand": {"minutes": 1}})
        assert late.status == 201, (late.status, late.text())
        asked = write(lead, "How long do you have?", ask="10 minutes\nan hour")
        status(lead, "queued")
        look(lead)
        # The nurse's handset comes on: it is received without anybody reading it, and the lead's page shows it by itself.
        nurse.goto("/today")
        status(lead, "received")
        expect(nurse.locator(".place .count")).to_have_text("1")
        nurse.get_by_role("link", name=re.compile("^Messages")).click()
        expect(nurse.locator(".unread")).to_have_count(1)
        look(nurse)
        nurse.locator(".mail a").first.click()
        status(lead, "read")
        look(nurse)
        nurse.get_by_role("button", name="an hour", exact=True).click()
        expect(nurse.get_by_text("You answered: an hour")).to_be_visible()
        status(lead, "answered")
        expect(lead.locator(".stand .said")).to_have_text("an hour")
        look(lead)
        # Writing back is a conversation.
        nurse.get_by_label("Message", exact=True).fill("Rather two.")
        nurse.get_by_role("button", name="Write back").click()
        expect(lead.get_by_text("Rather two.").first).to_be_visible()
        # Deleted unread; brought back, read, and deleted again.
        lead.goto("/today")
        write(lead, "The lift is out of order.")
        status(lead, "received")
        nurse.goto("/messages")
        nurse.get_by_role("link", name=re.compile("The lift")).focus()
        second = newest(nurse)
        gone = nurse.request.put(f"/api/v1/messages/{second}/deleted", data={"deleted": True})
        assert gone.status == 204, gone.status
        status(lead, "received, deleted unread")
        look(lead)
        nurse.goto(f"/messages/{second}")
        nurse.get_by_role("button", name="Bring it back").click()
        status(lead, "read")
        nurse.get_by_role("button", name="Delete", exact=True).click()
        expect(nurse.get_by_text("You have deleted this.")).to_be_visible()
        status(lead, "read, deleted after reading")
        # Taken back: a tombstone, and the sender is told who has read it already.
        lead.goto("/today")
        write(lead, "Come at six.", urgent=True)
        nurse.goto(f"/messages/{newest(nurse)}")
        status(lead, "read")
        lead.locator("summary", has_text="Take it back").click()
        expect(lead.get_by_text("1 have already read it.")).to_be_visible()
        look(lead)
        lead.get_by_role("button", name="Take it back").click()
        status(lead, "read, retracted")
        expect(nurse.get_by_text("Its sender has taken this message back.")).to_be_visible()
        look(nurse)
        # Without a connection what is written waits on the handset, and goes once when there is one.
        nurse.goto(f"/messages/{asked}")
        nurse.context.set_offline(True)
        nurse.get_by_label("Message", exact=True).fill("I am in the cellar.")
        nurse.get_by_role("button", name="Write back").click()
        expect(nurse.locator("#news")).to_contain_text("There is no connection.")
        nurse.context.set_offline(False)
        lead.goto("/messages")
        expect(lead.get_by_text("I am in the cellar.").first).to_be_visible()
        assert lead.get_by_text("I am in the cellar.").count() == 1
        # A new message, too, whose form was opened before; what the server then refuses is in the form again.
        nurse.goto("/messages/new")
        nurse.context.set_offline(True)
        nurse.goto("/messages/new")
        expect(nurse.locator("#asof")).to_contain_text("You are offline.")
        nurse.get_by_label("Message", exact=True).fill("The cellar is flooded.")
        nurse.get_by_role("button", name="Send").click()
        expect(nurse.locator("#news")).to_contain_text("There is nobody to send it to")
        nurse.locator("fieldset.who label", has_text="Lindqvist").click()
        look(nurse)
        nurse.get_by_role("button", name="Send").click()
        expect(nurse.locator("#news")).to_contain_text("There is no connection.")
        nurse.get_by_label("To", exact=True).select_option("all")
        nurse.get_by_label("Message", exact=True).fill("Who can pump?")
        nurse.locator("summary", has_text="Ask for an answer").click()
        nurse.get_by_label("I need an answer").check()
        nurse.get_by_label("Answers to choose from").fill("yes\nyes")
        nurse.get_by_label("How many answers settle it").fill("2")
        nurse.get_by_role("button", name="Send").click()
        nurse.context.set_offline(False)
        expect(nurse.locator(".refusal")).to_contain_text("is there twice")
        expect(nurse.get_by_label("Message", exact=True)).to_have_value("Who can pump?")
        lead.goto("/messages")
        expect(lead.get_by_text("The cellar is flooded.").first).to_be_visible()
        # How somebody is told, and what is owed.
        nurse.goto("/me/reach")
        nurse.get_by_label("From", exact=True).fill("22:00")
        nurse.get_by_label("Until", exact=True).fill("06:30")
        nurse.get_by_role("button", name="Save").click()
        expect(nurse.get_by_label("From", exact=True)).to_have_value("22:00")
        look(nurse)
        lead.goto("/today")
        write(lead, "Who has the keys?", ask="")
        nurse.goto("/messages?box=owed")
        expect(nurse.locator(".mail li")).to_have_count(1)
        look(nurse)
        # A notification comes to the service worker, is shown, and its sender sees it received; no page is open.
        nurse.goto("/today")
        nurse.evaluate("navigator.serviceWorker.ready.then(() => true)")
        nurse.goto("about:blank")
        fourth = write(lead, "The ward is full.")
        status(lead, "queued")
        copy = here.api(f"/messages/{fourth}")["items"][0]["sent"]["recipients"][0]
        assert copy["status"] == "queued"
        notify(nurse, here, {"title": "Message", "text": "The ward is full.", "link": f"/messages/{newest(nurse)}",
                             "message": newest(nurse)})
        status(lead, "received")
        lead.goto(f"/messages/{late.json()['message']}")
        expect(lead.locator(".stand b").first).to_have_text("queued, overdue", timeout=90_000)
        look(lead)


def newest(tab):
    """The number by which whoever is signed in there knows the newest message that they have got."""
    return tab.request.get("/api/v1/me/messages").json()["items"][0]["message"]


def notify(tab, here, told):
    """Hands the service worker what a push service would, by the browser's own tools: headless, it subscribes nowhere."""
    session = tab.context.new_cdp_session(tab)
    registrations = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: registrations.extend(event["registrations"]))
    # A page that listens to nothing itself.
    tab.goto("/offline")
    session.send("ServiceWorker.enable")
    for _ in range(50):
        if registrations:
            break
        tab.wait_for_timeout(100)
    session.send("ServiceWorker.deliverPushMessage", {
        "origin": here.address, "registrationId": registrations[-1]["registrationId"], "data": json.dumps(told)})


def cover(watchbill, width=390, folder=None):
    """Somebody drops out: the lead finds cover, two handsets say yes at once, one has it, and the rota is amended."""
    number = 0

    def look(tab):
        nonlocal number
        number += 1
        check_accessible(tab)
        if folder:
            tab.screenshot(path=pathlib.Path(folder) / f"cover-{number:02}-{width}.png", full_page=True)

    with server(watchbill) as here, browser() as chromium:
        publish(here)
        shifts = here.api("/units/ward-7/versions/2")["shifts"]
        with page(chromium, here, int(width)) as lead:
            # A shift that at least two may take.
            for one in shifts:
                lead.goto(f"/cover/new?unit=ward-7&date={one['date']}&shift={one['shift']}&leaver={one['person']}")
                if int(re.search(r"\d+", lead.locator("legend").first.inner_text()).group()) >= 2:
                    break
            else:
                raise AssertionError("Nobody may take anything.")
            lead.goto("/rota")
            lead.get_by_role("link", name="Find cover").click()
            look(lead)
            lead.goto(f"/cover/new?unit=ward-7&date={one['date']}&shift={one['shift']}&leaver={one['person']}")
            look(lead)
            lead.locator("select[name=patience]").select_option("0")
            lead.get_by_role("button", name="Ask them").click()
            lead.wait_for_url(re.compile(r"/cover/\d+$"))
            look(lead)
            call = lead.url.rsplit("/", 1)[1]
            asked = [offer["person"] for offer in here.api(f"/cover-calls/{call}")["offers"]][:2]
            with page(chromium, here, int(width), visitor=asked[0], refusals=(409,)) as first, \
                    page(chromium, here, int(width), visitor=asked[1], refusals=(409,)) as second:
                tabs = (first, second)
                for tab in tabs:
                    tab.goto("/messages")
                    tab.locator(".mail a").first.click()
                    expect(tab.get_by_role("button", name="Yes, I take it")).to_be_visible()
                look(first)
                # At once, and without waiting until the button stands still: it goes as soon as the other is first.
                for tab in tabs:
                    tab.evaluate("""() => {
                        const yes = document.querySelector('button[value="Yes, I take it"]');
                        if (yes) setTimeout(() => yes.click());
                    }""")
                late = re.compile("Somebody else was first|Others have answered")
                for tab in tabs:
                    expect(tab.get_by_text(re.compile(f"You answered: Yes, I take it|{late.pattern}")).first).to_be_visible()
                amended = here.api("/units/ward-7/versions/3")["shifts"]
                taken = [two["person"] for two in amended
                         if two["person"] in asked and (two["date"], two["shift"]) == (one["date"], one["shift"])]
                assert len(taken) == 1, taken
                winner, loser = (tabs if taken == asked[:1] else tabs[::-1])
                expect(winner.get_by_text("You answered: Yes, I take it")).to_be_visible()
                expect(loser.get_by_text(late).first).to_be_visible()
                look(loser)
                winner.goto("/messages")
                expect(winner.get_by_text("is yours: the rota has it")).to_be_visible()
            lead.goto(f"/cover/{call}")
            expect(lead.get_by_text("takes it")).to_be_visible()
            look(lead)
        assert not [two for two in amended if two["person"] == one["person"] and two["date"] == one["date"]]


def offline(watchbill, width=390):
    """Without a connection one's own shifts stay readable, with their age; whoever has signed out leaves nothing behind. The
    page can be installed."""
    with server(watchbill) as here, browser() as chromium:
        publish(here)
        with page(chromium, here, int(width), visitor="okafor", lost=True) as tab, \
                page(chromium, here, int(width), visitor="lindqvist", lost=True) as gone, \
                page(chromium, here, int(width), visitor="okafor", lost=True) as ended:
            for one in (tab, gone, ended):
                one.goto("/today")
                one.evaluate("navigator.serviceWorker.ready.then(() => true)")
                one.wait_for_function("navigator.serviceWorker.controller !== null")
                for address in ("/today", "/me/shifts?month=2027-03", "/rota", "/me/year", "/me/away"):
                    one.goto(address)
            errors = tab.context.new_cdp_session(tab).send("Page.getInstallabilityErrors")["installabilityErrors"]
            assert not [one for one in errors if one["errorId"] not in ("in-incognito",)], errors
            assert tab.locator("#asof").is_hidden()
            gone.goto("/me")
            gone.get_by_role("button", name="Sign out").click()
            expect(gone.get_by_role("heading", name="Sign in")).to_be_visible()
            # A session that was ended elsewhere, such as on a handset that was lost, empties it, too.
            tab.goto("/me")
            tab.get_by_role("button", name="End", exact=True).first.click()
            ended.goto("/today")
            expect(ended.get_by_role("heading", name="Sign in")).to_be_visible()
            here.kill()
            tab.goto("/today")
            expect(tab.locator("#asof")).to_have_text(re.compile(r"You are offline. This is as of \d\d:\d\d."))
            expect(tab.get_by_role("heading", name="Next watch")).to_be_visible()
            check_accessible(tab)
            tab.goto("/me/shifts?month=2027-03")
            expect(tab.locator("ol.shifts li").first).to_be_visible()
            # What may tell of sealed things is not kept.
            tab.goto("/me/away")
            expect(tab.locator("h1")).to_have_text("No connection")
            check_accessible(tab)
            for one in (gone, ended):
                one.goto("/today")
                expect(one.locator("h1")).to_have_text("No connection")


def provider(watchbill, width):
    """Somebody who is invited signs in by a provider, another connects an account with it; a handset is signed in by a code;
    the administrator disables an account. Nothing in the pages' policy stops the way there and back."""
    there, running = providers.start()
    secret = tempfile.NamedTemporaryFile("w")
    secret.write(providers.SECRET + "\n")
    secret.flush()
    options = [
        "--provider", there.issuer, "--provider-client", providers.CLIENT, "--provider-secret-file", secret.name,
        "--provider-name", "Hospital account"]
    with server(watchbill, *options) as here, browser() as chromium:
        with page(chromium, here, int(width), visitor="novotna") as tab:
            tab.goto("/crew?unit=medicine")
            tab.locator("details summary").first.click()
            tab.get_by_label("Name or e-mail address to sign in with").first.fill("lucia@example.org")
            tab.get_by_role("button", name="Make invitation").first.click()
            link = tab.locator("code").inner_text()
            with page(chromium, here, int(width), visitor=None, refusals=[422]) as other:
                other.goto(link)
                check_accessible(other)
                other.get_by_role("button", name="Sign in with Hospital account").click()
                expect(other.get_by_role("heading", name="Hospital account")).to_be_visible()
                other.get_by_role("button", name="Ben").click()
                expect(other.locator("h1")).to_have_text("Lucía Ramírez")
                check_accessible(other)
                other.get_by_role("button", name="Sign out").click()
                # Given up there, then done.
                other.get_by_role("button", name="Sign in with Hospital account").click()
                with other.expect_response(re.compile("/sign-in/provider/back")) as answer:
                    other.get_by_role("button", name="Cancel").click()
                assert answer.value.status == 422
                expect(other.get_by_role("alert")).to_contain_text("given up")
                check_accessible(other)
                other.get_by_role("button", name="Sign in with Hospital account").click()
                other.get_by_role("button", name="Ben").click()
                other.wait_for_url(here.address + "/today")
                other.goto("/me")
                # A code, typed on a handset.
                other.get_by_role("button", name="Make code").click()
                address, code = (other.locator(".token code").nth(place).inner_text() for place in (0, 1))
                check_accessible(other)
                with page(chromium, here, 390, visitor=None) as handset:
                    handset.goto("/sign-in")
                    check_accessible(handset)
                    handset.get_by_role("link", name="Sign in with a code").click()
                    assert handset.url == address
                    check_accessible(handset)
                    handset.get_by_label("Code").fill(code)
                    handset.get_by_role("button", name="Sign in").click()
                    handset.goto("/me")
                    expect(handset.locator("h1")).to_have_text("Lucía Ramírez")
                    check_accessible(handset)
                    # Disabled, they are out everywhere.
                    tab.goto("/crew?unit=medicine")
                    check_accessible(tab)
                    tab.get_by_role("link", name="Show sign-in: Lucía Ramírez").click()
                    expect(tab.locator(".lines li")).to_have_count(2)
                    check_accessible(tab)
                    tab.get_by_role("button", name="Disable account").click()
                    expect(tab.get_by_role("button", name="Enable account")).to_be_visible()
                    check_accessible(tab)
                    handset.goto("/me")
                    handset.wait_for_url(re.compile(r"/sign-in\?to="))
            # Without scripts, and from a session: the demo's people have no password to ask for.
            with page(chromium, here, int(width), visitor="lindqvist", java_script_enabled=False) as plain_tab:
                plain_tab.goto("/me")
                plain_tab.get_by_role("button", name="Connect").click()
                plain_tab.get_by_role("button", name="Eve").click()
                expect(plain_tab.locator("h1")).to_have_text("Astrid Lindqvist")
                expect(plain_tab.locator("main")).to_contain_text("You can sign in with Hospital account")
                check_reach(plain_tab)
    running.shutdown()


def check_reach(tab):
    """Buttons are as large as a thumb needs."""
    for button in tab.get_by_role("button").all():
        box = button.bounding_box()
        assert box is None or box["height"] >= (44 if tab.viewport_size["width"] < 640 else 24), (button.inner_text(), box)


def plain(watchbill):
    """Without scripts: forms build, stop and explain."""
    with server(watchbill) as here, browser() as chromium:
        with page(chromium, here, java_script_enabled=False) as tab:
            tab.goto("/")
            tab.get_by_role("button", name="Build rota").click()
            tab.wait_for_url(re.compile("/builds/1"))
            while not re.match(r"\d+", tab.locator("#penalty").inner_text()):
                tab.reload()
            tab.get_by_role("button", name="Stop").click()
            expect(tab.locator("#name")).to_have_text("Draft 1")
            tab.locator("#person").select_option(label="Chidi Okafor")
            tab.locator("#day").select_option(label="Wed 10 Mar")
            tab.get_by_role("button", name="Explain").click()
            expect(tab.locator("#explanation h2")).to_contain_text("Chidi Okafor · Wed 10 Mar")
            # What may stand there instead is put there by a form.
            letter = tab.locator("#explanation .instead .chip").first.inner_text()
            tab.locator("#explanation .set button").first.click()
            expect(tab.locator("#explanation h2 .chip")).to_have_text(letter)
            tab.get_by_role("button", name="Undo").click()
            expect(tab.locator("#explanation .instead .chip").first).to_have_text(letter)


def repair(watchbill):
    """Somebody drops out of the published rota: a repair is taken, compared and published as an amendment."""
    with server(watchbill) as here, browser() as chromium:
        here.do("/builds", {"timeLimit": 3, "seed": 1})
        here.wait_for_end(1)
        here.do("/builds/1/publish", {"note": "First"})
        before = here.api("/units/ward-7/versions/1")["shifts"]
        first = next(one for one in before if one["person"] == "okafor" and one["date"] >= "2027-03-22")
        with page(chromium, here) as tab:
            tab.goto("/rota/versions/1?unit=ward-7")
            tab.get_by_role("link", name="Repair").click()
            check_accessible(tab)
            tab.locator("#person").select_option(label="Chidi Okafor")
            tab.locator("#from").fill(first["date"])
            tab.locator("#to").fill(first["date"])
            tab.get_by_role("button", name="Find repairs").click()
            expect(tab.locator("main p[role=status]")).to_contain_text("epairs: ")
            assert 1 <= tab.locator(".repairs > li").count() <= 5
            expect(tab.locator(".repairs > li").first).to_contain_text(f"Chidi Okafor: off instead of {first['shift']}")
            check_accessible(tab)
            tab.get_by_role("button", name="Make a draft of this repair").first.click()
            # A branch of the draft, in which the day away is pinned, to be undone like any other step.
            tab.wait_for_url(re.compile(r"/builds/2$"))
            expect(tab.locator("#name")).to_have_text("Draft 2")
            cell = tab.locator("tr[data-person=okafor] td.pi").first
            expect(cell).to_be_visible()
            expect(tab.locator("#undo button")).to_be_enabled()
            check_accessible(tab)
            tab.get_by_role("link", name="Compare").click()
            tab.locator("#a").select_option(value="version:1")
            tab.locator("#b").select_option(value="build:2")
            tab.get_by_role("button", name="Compare").click()
            expect(tab.locator("main")).to_contain_text("Chidi Okafor")
            check_accessible(tab)
            tab.goto("/builds/2")
            tab.get_by_role("link", name="Publish").click()
            tab.get_by_label("Note").fill("Somebody is away")
            tab.get_by_role("button", name="Publish").click()
            tab.wait_for_url(re.compile(r"/rota/versions/2"))
            expect(tab.locator("main")).to_contain_text("Supersedes version 1.")
            check_accessible(tab)
        after = here.api("/units/ward-7/versions/2")["shifts"]
        assert not any(one["person"] == "okafor" and one["date"] == first["date"] for one in after)
        # From a cell of a draft, by keyboard and button.
        with page(chromium, here) as tab:
            tab.goto(f"/builds/2?person=lindqvist&day={first['date']}")
            tab.get_by_role("button", name="Is away: repair").click()
            expect(tab.locator("#person")).to_have_value("lindqvist")
            tab.get_by_role("button", name="Take this repair").first.click()
            tab.wait_for_url(re.compile(r"/builds/2$"))
            expect(tab.locator("#state")).to_have_text("Changed by hand")
            # What would have to give for a wish.
            tab.goto("/requests")
            tab.get_by_role("link", name="What would have to give").first.click()
            expect(tab.locator("main p[role=status]").first).to_be_visible()
            check_accessible(tab)
        with page(chromium, here, visitor="okafor") as tab:
            tab.goto("/me/shifts?month=2027-03")
            tab.get_by_role("link", name="Why").first.click()
            expect(tab.locator("main h1")).to_contain_text("Why, ")
            check_accessible(tab)


def attendance(watchbill, width=390, folder=None):
    """A lead writes down on a handset when somebody was on watch, and corrects it; they see it themselves, and a planner takes the
    hours. Until when requests are taken comes to everybody."""
    number = 0

    def look(tab):
        nonlocal number
        number += 1
        check_accessible(tab)
        if folder:
            tab.screenshot(path=pathlib.Path(folder) / f"attendance-{number:02}-{width}.png", full_page=True)

    with server(watchbill) as here, browser() as chromium:
        publish(here)
        with page(chromium, here, int(width), visitor="lindqvist", refusals=[422]) as lead, \
                page(chromium, here, int(width), visitor="okafor") as nurse:
            lead.goto("/rota")
            lead.get_by_role("link", name="Attendance").click()
            check_accessible(lead)
            # A day of the published period: it is still to come.
            lead.get_by_label("Day", exact=True).fill("2027-03-09")
            lead.get_by_role("button", name="Show").click()
            expect(lead.locator(".attended").first).to_contain_text("still to come")
            look(lead)
            # Yesterday, besides the rota.
            yesterday = datetime.date.today() - datetime.timedelta(days=1)
            lead.get_by_label("Day", exact=True).fill(str(yesterday))
            lead.get_by_role("button", name="Show").click()
            lead.get_by_text("Others in the unit").click()
            own = lead.locator(".attended > li", has_text="Chidi Okafor")
            own.get_by_text("Write down").click()
            check_accessible(lead)
            own.get_by_label("On watch from").fill(f"{yesterday}T07:04")
            own.get_by_label("Off watch at").fill(f"{yesterday}T15:10")
            own.get_by_role("button", name="Keep it").click()
            expect(own).to_contain_text("07:04 – 15:10, 8 h 6 min")
            own.get_by_text("Write down").click()
            own.get_by_label("On watch from").fill(f"{yesterday}T07:00")
            own.get_by_role("button", name="Keep it").click()
            expect(lead.get_by_role("alert")).to_contain_text("A correction needs a reason")
            own.get_by_text("Write down").click()
            own.get_by_label("On watch from").fill(f"{yesterday}T07:00")
            own.get_by_label("Why it is corrected").fill("The clock was wrong")
            own.get_by_role("button", name="Keep it").click()
            expect(own).to_contain_text("8 h 10 min")
            own.get_by_text("Write down").click()
            expect(own).to_contain_text("07:04; told by Astrid Lindqvist")
            expect(own).to_contain_text("The clock was wrong")
            look(lead)
            nurse.goto(f"/me/shifts?month={str(yesterday)[:7]}")
            nurse.get_by_role("link", name="My hours").click()
            expect(nurse.locator("main")).to_contain_text("Worked, as far as it was told: 8 h 10 min.")
            look(nurse)
            # Requests until a day.
            today = datetime.date.today()
            lead.goto("/setup/ward-7/requests")
            for label, days in [("First day of the period", 30), ("Last day of the period", 57), ("Requests are taken until", 10)]:
                lead.get_by_label(label).fill(str(today + datetime.timedelta(days=days)))
            lead.get_by_role("button", name="Tell everybody").click()
            expect(lead.locator("main")).to_contain_text(": until ")
            check_accessible(lead)
            nurse.goto("/me/requests")
            expect(nurse.locator("main")).to_contain_text("are taken until")
            check_accessible(nurse)
            nurse.goto("/messages")
            expect(nurse.locator("main")).to_contain_text("Ask for shifts and days off until")


def station(watchbill, width=390, folder=None):
    """A tablet at a door is paired; people go on and off watch with their codes, by touch and by keyboard, with the server killed in
    between; the lead hears who is missing and has cover found with one touch; the person comes after all."""
    number = 0

    def look(tab, kind="station"):
        nonlocal number
        number += 1
        check_accessible(tab)
        if folder:
            wide = tab.viewport_size["width"]
            tab.screenshot(path=pathlib.Path(folder) / f"{kind}-{number:02}-{wide}.png", full_page=True)

    def pick(tablet, name):
        tablet.get_by_label("Find your name").fill(name[:6])
        tablet.locator("#people").get_by_role("button", name=name).click()

    def dial(tablet, code):
        for digit in code:
            tablet.locator("#dial").get_by_role("button", name=digit, exact=True).click()

    with server(watchbill) as here, browser() as chromium:
        people = current_rota(here)
        missing, present = people[0], people[1]
        with page(chromium, here, int(width), visitor="lindqvist", lost=True) as lead, \
                page(chromium, here, 1024, visitor=None, refusals=[401, 410], lost=True) as tablet:
            lead.goto("/stations?unit=ward-7")
            look(lead, "stations")
            lead.get_by_role("link", name="Add a station").click()
            lead.get_by_label("Name, such as Main door").fill("Main door")
            check_accessible(lead)
            lead.get_by_role("button", name="Make a code").click()
            code = re.search(r"type this code: (\S+)\.", lead.inner_text("main")).group(1)
            look(lead, "stations")
            tablet.goto("/station")
            expect(tablet.get_by_label("Code", exact=True)).to_be_focused()
            tablet.get_by_label("Code", exact=True).fill("7K3QV-M2D8X")
            tablet.get_by_role("button", name="Pair").click()
            expect(tablet.get_by_role("alert").first).to_contain_text("mistyped")
            look(tablet)
            tablet.get_by_label("Code", exact=True).fill(code)
            tablet.get_by_role("button", name="Pair").click()
            expect(tablet.locator("#people li").first).to_be_visible()
            look(tablet)
            # Whoever is at a name by keyboard or switch stays there when the list is drawn anew, since others have a code now.
            tablet.locator("#people button").nth(2).focus()
            before, focused = tablet.locator("#people button").nth(2).element_handle(), tablet.locator("#people button:focus b").inner_text()
            codes = {}
            for count, person in enumerate([missing, present]):
                codes[person["id"]] = f"48{1907 + 31 * count}"
                with page(chromium, here, int(width), visitor=person["id"], refusals=[422]) as own:
                    own.goto("/me/code")
                    own.get_by_label("New entry code").fill("123456")
                    own.get_by_role("button", name="Set it").click()
                    expect(own.get_by_role("alert")).to_contain_text("the first that anybody tries")
                    own.get_by_label("New entry code").fill(codes[person["id"]])
                    own.get_by_role("button", name="Set it").click()
                    expect(own.locator("main")).to_contain_text("You have an entry code.")
                    if not count:
                        look(own, "code")
            tablet.wait_for_function("before => !before.isConnected", arg=before)
            expect(tablet.locator("#people button:focus b")).to_have_text(focused)
            # By touch, the first time with a wrong code.
            tablet.reload()
            pick(tablet, present["name"])
            dial(tablet, "999998")
            look(tablet)
            tablet.get_by_role("button", name="On watch", exact=True).click()
            expect(tablet.locator("#codeSaid, #refused").filter(has_text="The code is wrong.")).to_be_visible()
            # On a slow machine the tablet did not wait for that.
            if tablet.locator("#names").is_visible():
                pick(tablet, present["name"])
            dial(tablet, codes[present["id"]])
            tablet.get_by_role("button", name="On watch", exact=True).click()
            expect(tablet.locator("#said")).to_contain_text("On watch since")
            look(tablet)
            # The lead hears of whoever is missing.
            lead.goto("/messages")
            for _ in range(60):
                if f"{missing['name']} has not come on watch" in lead.inner_text("main"):
                    break
                lead.wait_for_timeout(1000)
                lead.reload()
            lead.get_by_text(f"{missing['name']} has not come on watch").first.click()
            lead.goto("/watch?unit=ward-7")
            expect(lead.locator("main")).to_contain_text("Main door")
            look(lead, "watch")
            lead.locator("li", has_text=missing["name"]).get_by_role("link", name="What to do").click()
            expect(lead.locator("h1")).to_contain_text("is missing")
            look(lead, "alarm")
            if lead.get_by_role("button", name="Ask first").count():
                lead.get_by_role("button", name="Ask first").first.click()
                lead.wait_for_url(re.compile("/cover/"))
            # Then the server is killed; what is pressed meanwhile is kept, whatever becomes of the page.
            here.kill()
            pick(tablet, missing["name"])
            tablet.get_by_label("Entry code").fill(codes[missing["id"]])
            tablet.keyboard.press("Enter")
            expect(tablet.locator("#said")).to_contain_text("Kept.")
            expect(tablet.locator("#line")).to_contain_text("1 not sent yet.")
            look(tablet)
            tablet.reload()
            expect(tablet.locator("#line")).to_contain_text("1 not sent yet.")
            tablet.get_by_role("button", name="Who is here").click()
            expect(tablet.locator("#hereList")).to_contain_text(missing["name"])
            look(tablet)
            # On paper, too, it says how old it is and what it cannot know.
            tablet.emulate_media(media="print")
            expect(tablet.locator("#line")).to_be_hidden()
            expect(tablet.locator("#hereTime")).to_be_visible()
            expect(tablet.locator("#hereTime")).to_have_text(re.compile(r"^As of .+\. No connection: "))
            tablet.emulate_media(media="screen")
            tablet.keyboard.press("Escape")
            here.start()
            expect(tablet.locator("#line")).to_have_text("Connected.")
            expect(tablet.locator("#hereTime")).to_have_text(re.compile(r"^As of [^.]+\.$"))
            expect(tablet.locator("#people").get_by_role("button", name=missing["name"])).to_contain_text("on watch since")
            lead.goto("/watch?unit=ward-7")
            expect(lead.locator("main")).to_contain_text("2 on watch")
            lead.goto("/messages")
            expect(lead.locator("main")).to_contain_text(f"{missing['name']} is on watch since")
            look(lead, "messages")
            # Off watch by the keyboard alone.
            tablet.get_by_label("Find your name").fill(present["name"])
            tablet.keyboard.press("Enter")
            expect(tablet.get_by_label("Entry code")).to_be_focused()
            tablet.keyboard.type(codes[present["id"]])
            tablet.keyboard.press("Enter")
            expect(tablet.locator("#said")).to_contain_text("Off watch at")
            # Where the server is there and silent nobody waits for it; what it refuses then is told when it speaks again.
            expect(tablet.locator("#line")).to_have_text("Connected.")
            here.process.send_signal(signal.SIGSTOP)
            pick(tablet, present["name"])
            dial(tablet, "999998")
            tablet.get_by_role("button", name="On watch", exact=True).click()
            expect(tablet.locator("#said")).to_contain_text("Kept.")
            expect(tablet.locator("#line")).to_contain_text("1 not sent yet.")
            # Nor does its page, which is kept.
            tablet.reload()
            expect(tablet.locator("#people").get_by_role("button", name=present["name"])).to_contain_text("on watch since")
            here.process.send_signal(signal.SIGCONT)
            expect(tablet.locator("#line")).to_have_text("Connected.")
            expect(tablet.locator("#refused")).to_contain_text(present["name"])
            expect(tablet.locator("#refused")).to_contain_text("not taken. The code is wrong.")
            look(tablet)
            # Without a connection the list can be read and printed.
            lead.goto("/watch?unit=ward-7")
            lead.evaluate("navigator.serviceWorker.ready")
            lead.reload()
            lead.context.set_offline(True)
            lead.reload()
            expect(lead.locator("#asof")).to_contain_text("You are offline")
            expect(lead.locator("main")).to_contain_text(missing["name"])
            lead.context.set_offline(False)
            lead.goto("/stations?unit=ward-7")
            lead.get_by_role("button", name="Revoke").click()
            expect(lead.locator("main")).to_contain_text("revoked")
            tablet.reload()
            expect(tablet.get_by_role("alert").first).to_contain_text("is no station any more")
            look(tablet)


def expiry(watchbill, width=390, folder=None):
    """A keeper writes down a licence that somebody needs for duty; the person sees the day, whoever plans sees who is not eligible and
    nothing of why, and after it was renewed nobody sees anything."""
    number = 0

    def look(tab):
        nonlocal number
        number += 1
        check_accessible(tab)
        if folder:
            tab.screenshot(path=pathlib.Path(folder) / f"expiry-{number:02}-{width}.png", full_page=True)

    with server(watchbill) as here, browser() as chromium:
        # Days are told by the unit's clock, on which it may be tomorrow.
        zone = zoneinfo.ZoneInfo(here.api("/units/ward-7")["zone"])
        last = datetime.datetime.now(zone).date() + datetime.timedelta(days=12)
        with page(chromium, here, int(width), visitor="adeyemi", refusals=[422]) as keeper, \
                page(chromium, here, int(width), visitor="okafor") as nurse, \
                page(chromium, here, int(width), visitor="lindqvist") as lead:
            keeper.goto("/crew/okafor/expiry")
            keeper.get_by_role("link", name="Add a paper").click()
            keeper.get_by_label("Title").fill("Registration 4711")
            keeper.locator("select[name=category]").select_option(label="Identity")
            keeper.locator("select[name=class]").select_option(label="open to records keepers")
            keeper.locator("select[name=need]").select_option(label="any duty")
            keeper.locator("input[name=until]").fill(str(last))
            look(keeper)
            keeper.get_by_role("button", name="Keep").click()
            expect(keeper.locator("main")).to_contain_text("Registration 4711")
            expect(keeper.locator("main")).to_contain_text("in 12 days")
            look(keeper)
            nurse.goto("/me")
            nurse.get_by_role("link", name="What runs out").click()
            expect(nurse.locator("main")).to_contain_text("Registration 4711")
            look(nurse)
            lead.goto("/expiry?unit=ward-7")
            expect(lead.locator("main")).to_contain_text("Chidi Okafor")
            assert "Registration" not in lead.inner_text("main"), "whoever plans sees what it is"
            look(lead)
            keeper.get_by_role("link", name="Renew").click()
            keeper.locator("input[name=until]").fill(str(last + datetime.timedelta(days=400)))
            look(keeper)
            keeper.get_by_role("button", name="Keep").click()
            lead.reload()
            expect(lead.locator("main")).not_to_contain_text(f"from {last.day + 1}")


def current_rota(here):
    """Publishes a rota of ward 7 in which somebody has a shift just now, and lets the lead hear at once who is missing.

    Returns: those who have one, with ids and names.
    """
    zone = zoneinfo.ZoneInfo(here.api("/units/ward-7")["zone"])
    now = datetime.datetime.now(zone)
    today, start = now.date(), (now - datetime.timedelta(minutes=20)).strftime("%H:%M")
    days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    document = {
        "watchbill": "setup/1", "shiftTypes": [{"id": "E", "name": "Early", "start": start, "length": "8 h"}],
        "demand": [{"shifts": ["E"], "week": {day: "3" for day in days}}],
    }
    put = urllib.request.Request(
        f"{here.address}/api/v1/units/ward-7/setup", json.dumps(document).encode(),
        {"Content-Type": "application/json", "If-Match": "*"}, method="PUT")
    with here.opener.open(put):
        pass
    opened = here.do("/units/ward-7/periods", {"start": str(today - datetime.timedelta(days=1)), "days": 14})
    built = here.do("/builds", {"problem": opened["problem"], "timeLimit": 5, "seed": 1, "threads": 1})["id"]
    here.wait_for_end(built)
    here.do(f"/builds/{built}/publish", {})
    grace = urllib.request.Request(
        f"{here.address}/api/v1/units/ward-7/grace", b'{"minutes": 0}', {"Content-Type": "application/json"}, method="PUT")
    with here.opener.open(grace):
        pass
    board = here.api("/units/ward-7/watch")
    return [{"id": one["person"], "name": one["name"]} for one in board["items"] if one["missing"] and one["person"] != "lindqvist"]


journeys = {
    one.__name__: one for one in (
        planner, door, provider, setup, asking, messages, cover, attendance, station, expiry, offline, repair, walk, paper, restart, two, planners, closed, plain)
}

if __name__ == "__main__":
    journeys[sys.argv[2]](sys.argv[1], *sys.argv[3:])
