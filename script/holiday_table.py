"""Prints the table of public holidays as Swift source, from the Python package holidays. Run by script/holidays.

What the lines of the table mean is told at ParsedHolidays.
"""

import collections
import datetime
import importlib.metadata
import re
import unicodedata
import warnings

import holidays
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

YEARS = range(2024, 2041)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
FEASTS = {"easter": EASTER_WESTERN, "pascha": EASTER_ORTHODOX}


def plain(text):
    """Without accents: for ids, and to sort by."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def country_names():
    """As the package's own list of countries has them."""
    text = importlib.metadata.metadata("holidays").get_payload()
    rows = re.findall(r"<td>([^<]+)</td>\n<td>([A-Z]{2})</td>", text)
    return {code: name.removesuffix(" (the)") for name, code in rows}


def subdivision_names(country):
    """The first name that is more than an abbreviation; the code itself where there is none."""
    names = {}
    for alias, code in country.subdivisions_aliases.items():
        if not alias.isupper():
            names.setdefault(code, alias)
    return {code: names.get(code, code) for code in country.subdivisions}


def language(country):
    """English, the country's own if it has one; what the package speaks of itself where there is none."""
    own = country.default_language
    if own and not own.startswith("en"):
        return next((english for english in ("en_US", "en_GB") if english in country.supported_languages), own)
    return own


def known(country):
    """The years for which the package has anything to say, of those of the table."""
    return range(max(YEARS[0], country.start_year), min(YEARS[-1], country.end_year) + 1)


def days_of(code, subdivision):
    """All days that have a name, as pairs of date and name."""
    country = getattr(holidays, code)
    found = holidays.country_holidays(
        code, subdiv=subdivision, years=known(country), language=language(country), categories=holidays.PUBLIC
    )
    return {(date, name) for date in found for name in found.get_list(date)}


def rules(date):
    """All that this date may be, each as text and as a function from a year to a date."""

    def on(year, day=date):
        return datetime.date(year, day.month, day.day)

    if (date.month, date.day) != (2, 29):
        yield date.strftime("%m-%d"), on
    for name, kind in FEASTS.items():
        after = date - easter(date.year, kind)
        if abs(after.days) <= 70:
            yield f"{name}{after.days:+}", lambda year, kind=kind, after=after: easter(year, kind) + after
    week = (date.day - 1) // 7 * 7 + 1
    last = (date.replace(day=28) + datetime.timedelta(4)).replace(day=1) - datetime.timedelta(7)
    bases = [date.replace(day=week), last] + [date - datetime.timedelta(back) for back in range(7)]
    for base in bases:
        if 0 <= (date - base).days < 7 and (base.month, base.day) != (2, 29):

            def first(year, base=base):
                start = on(year, base)
                return start + datetime.timedelta((date.weekday() - start.weekday()) % 7)

            yield base.strftime("%m-%d") + WEEKDAYS[date.weekday()], first


def days_text(dates):
    """By what rules hold in all years, and one by one what is left."""
    left, words = set(dates), []
    for date in sorted(date for date in dates if date.year == YEARS[0]):
        for text, rule in rules(date):
            ruled = {rule(year) for year in YEARS}
            if ruled <= left:
                words.append(text)
                left -= ruled
                break
    return " ".join(words + [date.strftime("%y%m%d") for date in sorted(left)])


def members_text(members, everyone):
    """Nothing for everyone, else who, or `!` and who not; a full stop is the country itself."""
    if members == set(everyone):
        return ""
    others = [member for member in everyone if member not in members]
    inside = [member for member in everyone if member in members]
    return "|" + (" ".join(inside) if len(inside) <= len(others) + 1 else "!" + " ".join(others))


def country_lines(code, name):
    """A country with those of its subdivisions whose days are others than its own; nothing if there are no days."""
    country = getattr(holidays, code)
    own = days_of(code, None)
    names = subdivision_names(country)
    subdivisions = {}
    for subdivision in sorted(names, key=lambda each: plain(names[each]).casefold()):
        days = days_of(code, subdivision)
        if days and days != own:
            subdivisions[plain(subdivision).replace(" ", "-")] = (names[subdivision], days)
    if not own and not subdivisions:
        return []
    years = known(country)
    limits = "" if years == YEARS else f"|{years[0]}-{years[-1]}"
    lines = [f"={code}|{name}{limits}"] + [f"-{each}|{title}" for each, (title, _) in subdivisions.items()]
    holders = collections.defaultdict(set)
    for member, days in [(".", own)] + [(each, days) for each, (_, days) in subdivisions.items()]:
        for day in days:
            holders[day].add(member)
    entries = collections.defaultdict(list)
    for (date, title), members in holders.items():
        assert "|" not in title and "\n" not in title and title[0] not in "=-", title
        entries[title, frozenset(members)].append(date)
    everyone = [".", *subdivisions]

    def place(entry):
        (title, members), dates = entry
        return min(dates).timetuple().tm_yday, title, sorted(members)

    for (title, members), dates in sorted(entries.items(), key=place):
        lines.append(f"{title}|{days_text(dates)}{members_text(members, everyone)}")
    return lines


def main():
    # Years that a country has nothing to say about are told in the table.
    warnings.simplefilter("ignore")
    version = importlib.metadata.version("holidays")
    names = country_names()
    codes = holidays.list_supported_countries(include_aliases=False)
    print("// Made by script/holidays; not to be changed by hand.")
    print(f"// The facts are those of the Python package holidays {version}, by the Vacanza Team and contributors (MIT licence).")
    print("// swift-format-ignore-file")
    print()
    print("extension HolidayTable {")
    print(f"    /// Public holidays of the years {YEARS[0]} to {YEARS[-1]} as holidays {version} has them, for `ParsedHolidays`.")
    print('    static var text: String {\n        #"""')
    print(f"{YEARS[0]}-{YEARS[-1]}")
    for name, kind in FEASTS.items():
        print(f"{name}|" + " ".join(easter(year, kind).strftime("%y%m%d") for year in YEARS))
    for code in sorted(codes, key=lambda each: plain(names[each]).casefold()):
        for line in country_lines(code, names[code]):
            print(line)
    print('"""#\n    }\n}')


main()
