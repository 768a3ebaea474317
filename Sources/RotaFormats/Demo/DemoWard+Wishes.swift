internal import RotaModel

extension DemoWard {
    static let absences = [
        away("okafor", 7...20, credit: 317),
        away("demir", 21...34, credit: 254),
        away("ivanchenko", 0...6, credit: 238),
        away("holm", 14...20, credit: 317),
        away("diallo", 28...34, credit: 317),
        away("papadaki", 9...11, credit: 238),
        away("yildiz", 17...21, credit: 254),
        away("rostami", 24...25, credit: 254),
        // An afternoon, and a journey from one evening to a morning two days later.
        away("chen", 15...15, from: LocalTime(hour: 12, minute: 0), until: LocalTime(hour: 17, minute: 0), credit: 300),
        away("nguyen", 3...5, from: LocalTime(hour: 17, minute: 0), until: LocalTime(hour: 9, minute: 0), credit: 0),
    ]

    private static func away(
        _ person: PersonID, _ days: ClosedRange<Int>, from: LocalTime? = nil, until: LocalTime? = nil, credit: Int
    ) -> Absence {
        Absence(
            person: person, first: date(days.lowerBound), last: date(days.upperBound), from: from, until: until,
            creditPerDay: Minutes(credit))
    }

    /// The sister's two meetings, the trainee's first day, and a day off that was promised.
    static let pins = [
        Pin(person: "lindqvist", date: date(1), shift: "D"),
        Pin(person: "lindqvist", date: date(29), shift: "D"),
        Pin(person: "dahl", date: date(0), shift: "E"),
        Pin(person: "virtanen", date: date(0), shift: "E"),
        Pin(person: "ortega", date: date(27), shift: nil),
    ]

    /// Four or five wishes each, on different dates on which the person is employed and not away.
    static func requests(of members: [Member], absences: [Absence]) -> [Request] {
        var generator = SeededGenerator(seed: 2027)
        return members.flatMap { member -> [Request] in
            let person = member.person
            var free = (0..<dayCount).map(date).filter { date in
                person.isEmployed(on: date)
                    && !absences.contains { $0.person == person.id && ($0.first...$0.last).contains(date) }
            }
            let count = 4 + generator.below(2)
            let wishes = (0..<count).map { _ in
                let date = free.remove(at: generator.below(free.count))
                let weight = [2, 3, 5, 8][generator.below(4)]
                return Request(
                    person: person.id, date: date, wish: wish(of: member, &generator), weight: Penalty(weight))
            }
            return wishes.sorted { $0.date < $1.date }
        }
    }

    private static func wish(of member: Member, _ generator: inout SeededGenerator) -> Request.Wish {
        let works: [ShiftTypeID] = member.contract == "night" ? ["N"] : ["E", "L"]
        let dreads: [ShiftTypeID] = withoutNights.contains(member.person.id) ? ["E", "L"] : ["L", "N", "N"]
        return switch generator.below(20) {
        case 0..<11: .dayOff
        case 11..<15: .shiftOn(works[generator.below(works.count)])
        case 15..<19: member.contract == "night" ? .dayOff : .shiftOff(dreads[generator.below(dreads.count)])
        default: .dayOn
        }
    }

    /// The accounts of 1 January to 7 March, with the unevenness of a winter. Who joins later has none.
    static func ledger(of members: [Member]) -> [LedgerEntry] {
        var generator = SeededGenerator(seed: 107)
        var lates = SeededGenerator(seed: 108)
        return members.compactMap { member -> LedgerEntry? in
            guard let contract = contracts.first(where: { $0.id == member.contract }), contract.id != "joining" else {
                return nil
            }
            // From 66 days a few days of leave.
            let daysPresent = 66 - generator.below(12)
            let fullTimeNights = contract.id == "night" ? 36 : withoutNights.contains(member.person.id) ? 0 : 5
            let made = 5 + generator.below(8)
            let isSharingLates = contract.id != "night" && member.person.id != "lindqvist"
            return LedgerEntry(
                person: member.person.id,
                nights: part(contract.share, of: fullTimeNights) + (fullTimeNights == 0 ? 0 : generator.below(4)),
                weekends: member.person.id == "lindqvist" ? 1 : part(contract.share, of: 4) + generator.below(3),
                holidays: generator.below(3),
                unpopular: isSharingLates ? part(contract.share, of: 14) + lates.below(6) : 0,
                requestsMade: made,
                requestsGranted: made - generator.below(4),
                presence: daysPresent * contract.share
            )
        }
    }

    private static func part(_ percent: Int, of count: Int) -> Int { (count * percent + 50) / 100 }
}
