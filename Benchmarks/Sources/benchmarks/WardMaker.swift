import Foundation

/// A plain ward of any size as a Watchbill document, the same for the same numbers: three shifts a day, contracts of three
/// sizes, the usual rules on rest, runs, weekends and hours, wishes and some leave.
struct WardMaker {
    let people: Int
    let days: Int
    let seed: UInt64
    /// The unit's id.
    var unit = "ward"

    /// Hours a week of a full-timer.
    private static let week = 37.0
    private static let shares = [100, 100, 80, 100, 60]

    func text() throws -> String {
        let encoder = JSONSerialization.WritingOptions([.sortedKeys, .prettyPrinted])
        let data = try JSONSerialization.data(withJSONObject: document, options: encoder)
        return String(decoding: data, as: UTF8.self)
    }

    /// Monday 4 January 2027.
    private func date(_ day: Int) -> String {
        // Days since 1970 to a date, by H. Hinnant's method.
        let number = 20_822 + day + 719_468
        let era = number / 146_097
        let dayOfEra = number % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return String(format: "%04d-%02d-%02d", year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private func id(_ person: Int) -> String { "p\(person + 1)" }

    private var document: [String: Any] {
        [
            "watchbill": "crew/1",
            "unit": ["id": unit, "name": "Ward", "zone": "Europe/Stockholm"],
            "period": ["start": date(0), "days": days],
            "qualifications": [["id": "charge", "name": "May lead a shift"]],
            "contracts": Set(Self.shares).sorted().map { share in
                ["id": "c\(share)", "name": "\(share) %", "share": share] as [String: Any]
            },
            "shiftTypes": [
                ["id": "E", "name": "Early", "start": "07:00", "length": "8 h"],
                ["id": "L", "name": "Late", "start": "13:30", "length": "8 h"],
                ["id": "N", "name": "Night", "start": "21:15", "length": "10 h", "night": true],
            ] as [[String: Any]],
            "people": (0..<people).map(person), "demand": demand, "rules": rules, "requests": requests,
            "absences": leave,
        ]
    }

    private func share(_ person: Int) -> Int { Self.shares[person % Self.shares.count] }

    private func person(_ number: Int) -> [String: Any] {
        [
            "id": id(number), "name": "Person \(number + 1)",
            "qualifications": number % 3 == 0 ? ["charge"] : [], "contracts": ["c\(share(number))"],
        ]
    }

    /// What the contracts give less a twentieth for leave, over seven days of three shifts, fewer on weekends.
    private var demand: [[String: Any]] {
        let hours = (0..<people).reduce(0) { $0 + Self.week * Double(share($1)) / 100 } * 0.95
        // A week has, in parts of an early shift: 5 x (1 + 0.8 + 0.45) and 2 x (0.7 + 0.6 + 0.45).
        let early = hours / (5 * (8 + 0.8 * 8 + 0.45 * 10) + 2 * (0.7 * 8 + 0.6 * 8 + 0.45 * 10))
        func line(_ shift: String, _ part: Double, on days: Any) -> [String: Any] {
            let wanted = max(1, Int((early * part).rounded()))
            return [
                "on": days, "shifts": [shift], "minimum": max(1, wanted * 3 / 4), "wanted": wanted,
                "maximum": wanted + 1 + wanted / 3, "belowWanted": 20, "aboveWanted": 5,
            ]
        }
        let week = ["monday", "tuesday", "wednesday", "thursday", "friday"]
        let weekend = ["saturday", "sunday"]
        var lines = [
            line("E", 1, on: week), line("L", 0.8, on: week), line("N", 0.45, on: week),
            line("E", 0.7, on: weekend), line("L", 0.6, on: weekend), line("N", 0.45, on: weekend),
        ]
        for shift in ["E", "L", "N"] {
            lines.append(["on": "every day", "shifts": [shift], "qualification": "charge", "minimum": 1])
        }
        return lines
    }

    private var rules: [[String: Any]] {
        var rules: [[String: Any]] = [
            ["id": "rest", "kind": "rest", "minimum": "11 h", "severity": "hard"],
            ["id": "seven-days", "kind": "minutesInWindow", "days": 7, "maximum": "56 h", "severity": "hard"],
            ["id": "days-in-a-row", "kind": "shiftsInARow", "maximum": 6, "severity": "hard"],
            ["id": "nights-in-a-row", "kind": "shiftsInARow", "shifts": "nights", "maximum": 4, "severity": "hard"],
            [
                "id": "off-after-nights", "kind": "wishedSequence", "after": [["N"], "off"], "then": ["off"],
                "weight": 15,
            ],
            ["id": "single-shift", "kind": "shiftsInARow", "minimum": 2, "weight": 5],
            ["id": "single-day-off", "kind": "daysOffInARow", "minimum": 2, "weight": 5],
            [
                "id": "weekends", "kind": "weekendsWorked", "maximum": max(1, (days + 6) / 7 * 3 / 4),
                "severity": "hard",
            ],
            ["id": "weekends-in-a-row", "kind": "weekendsInARow", "maximum": 2, "weight": 12],
            ["id": "whole-weekends", "kind": "completeWeekends", "weight": 15],
        ]
        for share in Set(Self.shares).sorted() {
            let hours = Self.week * Double(share) / 100 * Double(days) / 7
            func rule(_ id: String, _ reach: Double, _ severity: (String, Any)) -> [String: Any] {
                [
                    "id": id, "kind": "totalMinutes", "minimum": "\(Int(hours * (1 - 1.5 * reach))) h",
                    "maximum": "\(Int(hours * (1 + reach))) h", "appliesTo": ["contracts": ["c\(share)"]],
                    severity.0: severity.1,
                ]
            }
            rules.append(rule("hours-c\(share)", 0.15, ("severity", "hard")))
            rules.append(rule("hours-wanted-c\(share)", 0.06, ("weight", 2)))
        }
        return rules
    }

    /// One wish for each person and week, most for a day off.
    private var requests: [[String: Any]] {
        var random = Random(state: seed)
        return (0..<people).flatMap { person in
            (0..<days / 7).map { week in
                var wish: [String: Any] = [
                    "person": id(person), "date": date(week * 7 + random.below(7)), "weight": 1 + random.below(8),
                ]
                switch random.below(10) {
                case 0..<6: wish["day"] = "off"
                case 6..<8: wish["off"] = ["E", "L", "N"][random.below(3)]
                default: wish["on"] = ["E", "L", "N"][random.below(3)]
                }
                return wish
            }
        }
    }

    /// A week of leave for each person in ten weeks, credited with a fifth of a week's hours on five days in seven.
    private var leave: [[String: Any]] {
        var random = Random(state: seed &+ 1)
        return (0..<people).flatMap { person -> [[String: Any]] in
            (0..<max(1, days / 70)).compactMap { part in
                if days < 70, person % 3 != 0 { return nil }
                let span = min(70, days)
                let first = part * span + random.below(max(1, span - 6))
                let minutes = Int(Self.week * 60 * Double(share(person)) / 700)
                return [
                    "person": id(person), "first": date(first), "last": date(min(days - 1, first + 6)),
                    "creditPerDay": "\(minutes / 60) h \(minutes % 60) min",
                ]
            }
        }
    }
}

/// The same numbers for the same seed (G. Steele and others, SplitMix, 2014).
struct Random {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}
