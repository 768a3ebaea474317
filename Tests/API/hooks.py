"""What schemathesis is told about this API besides its document."""

import itertools

import schemathesis

#: Keys of requests that have been sent.
SENT = set()
NUMBERS = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    # A key is one request's: sent with another, it is refused, and no schema says which have been sent.
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str):
        if key in SENT and 16 <= len(key) <= 180 and key.isascii() and key.isprintable():
            case.headers["Idempotency-Key"] = key = f"{key}-{next(NUMBERS)}"
        SENT.add(key)
    # Builds run for as long as they are told to, and take every core.
    if case.operation.label != "POST /builds":
        return
    if isinstance(case.body, dict):
        seconds = case.body.get("timeLimit", 30)
        if isinstance(seconds, int) and 1 < seconds <= 3600:
            case.body["timeLimit"] = 1
    elif not isinstance(case.body, (list, str, int, float, bool, type(None))):
        case.body, case.media_type = {"timeLimit": 1}, "application/json"
