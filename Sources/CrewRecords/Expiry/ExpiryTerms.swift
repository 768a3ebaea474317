package import RotaModel

/// What of an entry runs out, and what it is needed for. It is part of what the entry says: sealed with a sealed one, and like
/// all of it never changed but superseded.
package struct ExpiryTerms: Hashable, Sendable {
    package enum Thing: Hashable, Sendable {
        /// A certificate, a medical, a licence: it holds on the dates of its entry.
        case paper(Paper)
        case supply(Supply)
    }

    package enum Need: Hashable, Sendable {
        /// People are reminded of it, and no more.
        case nothing
        /// Whoever has run out of it is not eligible for any duty.
        case duty
        /// That qualification counts only while it holds. Of nothing sealed: which one it is would tell too much.
        case qualification(QualificationID)
    }

    package let thing: Thing
    package let need: Need

    package init(_ thing: Thing, neededFor need: Need = .nothing) {
        self.thing = thing
        self.need = need
    }

    package var paper: Paper? { if case .paper(let paper) = thing { paper } else { nil } }
    package var supply: Supply? { if case .supply(let supply) = thing { supply } else { nil } }
}

/// A certificate, a medical, a licence, a passport.
package struct Paper: Hashable, Sendable {
    /// In characters.
    package static let longest = 100
    /// How many that it renews it keeps the dates of.
    package static let mostEarlier = 12

    /// May be empty.
    package let issuer: String
    /// May be empty.
    package let number: String
    /// The dates of those that it renews, as they were written down, the first first. From the first day of a newer one on the
    /// one before counts no more, however long it would have held.
    package let earlier: [Validity]

    /// - Throws: `RecordError` if a text is too long or not one line.
    package init(issuer: String = "", number: String = "", earlier: [Validity] = []) throws(RecordError) {
        for text in [issuer, number] {
            guard text.count <= Self.longest, text.utf8.count <= 4 * Self.longest, !text.contains(where: \.isNewline)
            else {
                throw RecordError(
                    .badExpiry, "Issuer and number of a paper are one line of at most \(Self.longest) characters each.")
            }
        }
        self.issuer = issuer
        self.number = number
        self.earlier = Array(earlier.suffix(Self.mostEarlier))
    }
}

extension ExpiryTerms: SealedValue {
    package var sealedBytes: [UInt8] {
        var bytes = CanonicalBytes()
        switch need {
        case .nothing: bytes.add("nothing")
        case .duty: bytes.add("duty")
        case .qualification(let id): bytes.add("qualification \(id.rawValue)")
        }
        switch thing {
        case .paper(let paper):
            bytes.add("paper")
            bytes.add(paper.issuer)
            bytes.add(paper.number)
            for valid in paper.earlier {
                bytes.add(valid.from.map(\.dayNumber))
                bytes.add(valid.until.map(\.dayNumber))
            }
        case .supply(let supply):
            bytes.add("supply")
            bytes.add(supply.measure)
            for number in [supply.use?.low, supply.use?.usual, supply.use?.high] { bytes.add(number) }
            bytes.add(supply.counts.count)
            for stock in supply.counts + supply.deliveries {
                bytes.add(stock.date.dayNumber)
                bytes.add(stock.quantity)
            }
        }
        return bytes.bytes
    }

    package init?(sealedBytes: [UInt8]) {
        var reader = CanonicalReader(sealedBytes)
        guard let word = reader.text(), let need = Need(word), let kind = reader.text() else { return nil }
        do {
            switch kind {
            case "paper": self.init(.paper(try Paper(&reader)), neededFor: need)
            case "supply": self.init(.supply(try Supply(&reader)), neededFor: need)
            default: return nil
            }
        } catch {
            return nil
        }
    }
}

extension ExpiryTerms.Need {
    fileprivate init?(_ word: String) {
        let parts = word.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("nothing", 1): self = .nothing
        case ("duty", 1): self = .duty
        case ("qualification", 2): self = .qualification(QualificationID(parts[1]))
        default: return nil
        }
    }
}

extension RecordError {
    static let unreadable = RecordError(.damaged, "What runs out is not kept as it was written.")
}

extension Paper {
    fileprivate init(_ reader: inout CanonicalReader) throws(RecordError) {
        guard let issuer = reader.text(), let number = reader.text() else { throw .unreadable }
        var earlier: [Validity] = []
        while !reader.isAtEnd {
            guard let from = reader.optionalNumber(), let until = reader.optionalNumber() else { throw .unreadable }
            earlier.append(
                Validity(
                    from: from.map(CalendarDate.init(dayNumber:)), until: until.map(CalendarDate.init(dayNumber:))))
        }
        try self.init(issuer: issuer, number: number, earlier: earlier)
    }
}

extension Supply {
    fileprivate init(_ reader: inout CanonicalReader) throws(RecordError) {
        guard let measure = reader.text(), let low = reader.optionalNumber(), let usual = reader.optionalNumber(),
            let high = reader.optionalNumber(), case .some(.some(let counted)) = reader.optionalNumber()
        else { throw .unreadable }
        var stocks: [Stock] = []
        while !reader.isAtEnd {
            guard case .some(.some(let day)) = reader.optionalNumber(),
                case .some(.some(let quantity)) = reader.optionalNumber()
            else { throw .unreadable }
            stocks.append(Stock(CalendarDate(dayNumber: day), quantity))
        }
        guard (0...stocks.count).contains(counted) else { throw .unreadable }
        var use: DailyUse?
        if let low, let usual, let high { use = try DailyUse(usual, from: low, to: high) }
        try self.init(
            measure: measure, counts: Array(stocks.prefix(counted)), deliveries: Array(stocks.dropFirst(counted)),
            use: use)
    }
}
