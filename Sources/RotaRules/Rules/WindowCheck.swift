internal import RotaModel

/// Elapsed working time of the shifts that start on any `days` known days in a row.
///
/// Every window that lies in known days up to the stretch's last and reaches into the stretch is judged; where none
/// fits, all that is known is one window.
struct WindowCheck: RowCheck {
    let days: Int
    let maximum: Minutes

    static func text(_ days: Int, _ maximum: Minutes) -> String {
        "at most \(maximum) of work in any \(days == 1 ? "day" : "\(days) days in a row")"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        let width = min(days, stretch.last - stretch.firstKnown + 1)
        var first = max(stretch.firstKnown, stretch.first - width + 1)
        var worked = (first..<first + width).reduce(0) { $0 + facts.minutes(of: row[$1], on: $1) }
        var found: [Breach] = []
        while true {
            if worked > maximum.value {
                let window = first...(first + width - 1)
                let sentence =
                    "\(facts.name(of: row.person)) works \(Minutes(worked)) in \(Words.count(width, "day"))"
                    + " \(facts.span(window)); at most \(maximum)."
                let excess = Minutes(worked) - maximum
                found.append(
                    Breach(days: window, amount: excess.hoursBegun, part: .aboveMaximum, sentence: sentence))
            }
            guard first + width <= stretch.last else { return found }
            worked +=
                facts.minutes(of: row[first + width], on: first + width) - facts.minutes(of: row[first], on: first)
            first += 1
        }
    }
}
