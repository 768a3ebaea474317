"""What schemathesis is told about this API besides its document."""

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    # Builds run for as long as they are told to, and take every core.
    if case.operation.label != "POST /builds":
        return
    if isinstance(case.body, dict):
        seconds = case.body.get("timeLimit", 30)
        if isinstance(seconds, int) and 1 < seconds <= 3600:
            case.body["timeLimit"] = 1
    elif not isinstance(case.body, (list, str, int, float, bool, type(None))):
        case.body, case.media_type = {"timeLimit": 1}, "application/json"
