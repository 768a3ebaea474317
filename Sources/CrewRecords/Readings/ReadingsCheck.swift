internal import RotaModel

/// The first place at which a log of readings is not what was written.
package struct ReadingsFault: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, CaseIterable, Sendable {
        /// The reading is not what its hash was made of.
        case altered
        /// There is none of this number.
        case missing
        /// It stands after a later one, or twice.
        case reordered
        /// It does not follow on the one before: that one was written anew.
        case replaced
        /// The log ends before this reading, of which a head tells.
        case truncated
        /// It is another than the one a head tells of: the log was written anew up to here.
        case rewritten
    }

    package let kind: Kind
    package let number: ReadingNumber

    package init(_ kind: Kind, at number: ReadingNumber) {
        self.kind = kind
        self.number = number
    }

    package var description: String {
        let what =
            switch kind {
            case .altered: "was altered after it was written"
            case .missing: "is missing"
            case .reordered: "stands in another place than it was written in"
            case .replaced: "does not follow on the reading before, which was written anew"
            case .truncated: "was written, and the log ends before it"
            case .rewritten: "is another than the one that was written"
            }
        return "Reading \(number) \(what)."
    }
}

/// Holds a log of readings against its hashes, one reading after the other, in any amount of them.
package struct ReadingsCheck: Sendable {
    private let organisation: OrganisationID
    /// Heads known from elsewhere, by the number of their last reading.
    private let heads: [Int: ChainHash]
    /// How far the log has been seen to be whole.
    package private(set) var log: ReadingsLog
    private var fault: ReadingsFault?

    /// - Parameter heads: what was kept elsewhere of the log, at any times; those of other organisations count for nothing.
    package init(of organisation: OrganisationID, knowing heads: [ReadingsLog] = []) {
        self.organisation = organisation
        let own = heads.filter { $0.organisation == organisation }
        // Two heads that contradict each other cannot both hold: an impossible one is kept, and so found.
        self.heads = Dictionary(own.map { ($0.count, $0.head) }) { first, second in
            first == second ? first : .beginning(of: organisation)
        }
        log = ReadingsLog(of: organisation)
        if let beginning = self.heads[0], beginning != log.head {
            fault = ReadingsFault(.rewritten, at: ReadingNumber(1))
        }
    }

    /// Takes the next reading of the log, in the order in which it is kept.
    package mutating func take(_ entry: ReadingEntry) {
        if let fault {
            // What seemed to be missing comes later.
            if fault.kind == .missing, fault.number == entry.number {
                self.fault = ReadingsFault(.reordered, at: entry.number)
            }
            return
        }
        let expected = ReadingNumber(log.count + 1)
        let kind: ReadingsFault.Kind? =
            if entry.computedHash(in: organisation) != entry.hash {
                .altered
            } else if entry.number > expected {
                .missing
            } else if entry.number < expected {
                .reordered
            } else if entry.previous != log.head {
                .replaced
            } else if let head = heads[expected.value], head != entry.hash {
                .rewritten
            } else {
                nil
            }
        if let kind {
            fault = ReadingsFault(kind, at: kind == .missing ? expected : entry.number)
        } else {
            log = ReadingsLog(of: organisation, count: expected.value, head: entry.hash)
        }
    }

    /// Notes that the next reading cannot even be read as one.
    ///
    /// - Parameter number: nil if not even that can be read.
    package mutating func takeUnreadable(_ number: ReadingNumber?) {
        if fault == nil { fault = ReadingsFault(.altered, at: number ?? ReadingNumber(log.count + 1)) }
    }

    /// The first fault, once all readings have been taken; nil if the log is whole.
    package func end() -> ReadingsFault? {
        if let fault { return fault }
        let known = heads.keys.max() ?? 0
        return known > log.count ? ReadingsFault(.truncated, at: ReadingNumber(log.count + 1)) : nil
    }

    /// The first fault of a log that is at hand as a whole.
    package static func fault(
        in entries: some Sequence<ReadingEntry>, of organisation: OrganisationID, knowing heads: [ReadingsLog] = []
    ) -> ReadingsFault? {
        var check = ReadingsCheck(of: organisation, knowing: heads)
        for entry in entries { check.take(entry) }
        return check.end()
    }
}
