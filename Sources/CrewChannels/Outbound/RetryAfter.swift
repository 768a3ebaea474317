internal import RotaModel

/// The field `Retry-After` (RFC 9110, 10.2.3): seconds, or the moment as an HTTP-date.
enum RetryAfter {
    /// How long to wait from `now` on, at most `OutboundOutcome.longestPause`. Nil for what cannot be read.
    static func pause(_ text: String, from now: Instant) -> Duration? {
        let trimmed = text.drop { $0 == " " || $0 == "\t" }
        let longest = Int(OutboundOutcome.longestPause.components.seconds)
        guard (1...64).contains(trimmed.utf8.count) else { return nil }
        if trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // More digits than an Int has room for are long in any case.
            return .seconds(min(Int(trimmed) ?? longest, longest))
        }
        guard let moment = HTTPDate.instant(String(trimmed)) else { return nil }
        return .seconds(min(max(moment.seconds - now.seconds, 0), longest))
    }
}

/// HTTP-date (RFC 9110, 5.6.7) in its three forms, of which two are old; whoever receives one must know all.
///
/// ```
/// Sun, 06 Nov 1994 08:49:37 GMT
/// Sunday, 06-Nov-94 08:49:37 GMT
/// Sun Nov  6 08:49:37 1994
/// ```
enum HTTPDate {
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Nil for anything else. Whether the day of the week is right is not looked at.
    static func instant(_ text: String) -> Instant? {
        var words = text.split(separator: " ").map(String.init)
        if words.count == 4, words[0].hasSuffix("day,"), words[1].utf8.count == 9 {
            // Two digits of a year: RFC 9110 asks for the past where it would be more than 50 years ahead, and no
            // moment that somebody is to wait for is of the last century.
            let date = words[1].split(separator: "-").map(String.init)
            guard date.count == 3 else { return nil }
            words.replaceSubrange(1...1, with: [date[0], date[1], "20" + date[2]])
        } else if words.count == 5, words[0].utf8.count == 3 {
            words = [words[0] + ",", words[2], words[1], words[4], words[3], "GMT"]
        }
        guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT", words[3].utf8.count == 4,
            let day = number(words[1]), let month = months.firstIndex(of: words[2]), let year = number(words[3]),
            let date = CalendarDate(year: year, month: month + 1, day: day)
        else { return nil }
        let time = words[4].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard time.count == 3, time.allSatisfy({ $0.utf8.count == 2 }), let hour = number(time[0]), hour < 24,
            let minute = number(time[1]), minute < 60, let second = number(time[2]), second <= 60
        else { return nil }
        return Instant(seconds: date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second)
    }

    /// Digits alone, at most four.
    private static func number(_ text: String) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
