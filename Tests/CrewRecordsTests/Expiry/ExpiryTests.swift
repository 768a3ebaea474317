import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("What runs out")
struct ExpiryTests {
    private static func date(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: 20_500 + day) }

    private static func paper(_ valid: Validity, number: String = "1") throws -> EntryContent {
        try EntryContent(
            title: "Medical", valid: valid,
            terms: ExpiryTerms(.paper(try Paper(issuer: "Port authority", number: number)), neededFor: .duty))
    }

    /// When nobody counts anything.
    private static let today = date(0)

    private static func code(_ error: any Error) -> RecordError.Code? { (error as? RecordError)?.code }

    @Test("is renewed with the dates on which it held before, and corrected without")
    func renewed() throws {
        let old = try Self.paper(Validity(from: Self.date(0), until: Self.date(99)))
        let new = try old.changed(by: .renewal(Validity(until: Self.date(299)), number: "2"), on: Self.today)
        #expect(new.valid == Validity(from: Self.date(100), until: Self.date(299)))
        #expect(new.title == "Medical" && new.terms?.need == .duty && new.terms?.paper?.number == "2")
        #expect(new.expiryDays?.last(on: Self.today) == LastDay(Self.date(299)))
        // With a gap between them: on those days it does not hold.
        let late = try old.changed(
            by: .renewal(Validity(from: Self.date(110), until: Self.date(299))), on: Self.today)
        let gaps = late.expiryDays?.cover.gaps(in: Self.date(50)...Self.date(310))
        #expect(gaps == [Self.date(100)...Self.date(109), Self.date(300)...Self.date(310)])
        let right = try late.changed(by: .correction(from: .on(Self.date(100))), on: Self.today)
        #expect(right.valid == Validity(from: Self.date(100), until: Self.date(299)), "what is not said is as it was")
        #expect(right.expiryDays?.cover.gaps(in: Self.date(50)...Self.date(299)) == [])
        // What is not needed any more is an entry like any other.
        let ended = try right.changed(by: .end, on: Self.today)
        #expect(ended.terms == nil && ended.expiryDays == nil && ended.valid == right.valid)
        #expect { try ended.changed(by: .end, on: Self.today) } throws: { Self.code($0) == .badExpiry }
        #expect { try old.changed(by: .count(Stock(Self.date(0), 1), use: nil), on: Self.today) } throws: {
            Self.code($0) == .badExpiry
        }
    }

    @Test("is put right in what is said, be it the first day of a renewal, and else stays as it was")
    func corrected() throws {
        let old = try Self.paper(Validity(from: Self.date(0), until: Self.date(299)))
        // It should have been day 300.
        let mistyped = try old.changed(
            by: .renewal(Validity(from: Self.date(30), until: Self.date(599))), on: Self.today)
        #expect(mistyped.expiryDays?.cover.first == Validity(from: Self.date(0), until: Self.date(29)))
        let right = try mistyped.changed(by: .correction(from: .on(Self.date(310))), on: Self.today)
        #expect(
            right.expiryDays?.cover.gaps(in: Self.date(0)...Self.date(599)) == [Self.date(300)...Self.date(309)])
        // What was written down before that was kept cut already.
        let cut = try EntryContent(
            title: "Medical", valid: Validity(from: Self.date(100), until: Self.date(199)),
            terms: ExpiryTerms(
                .paper(try Paper(earlier: [Validity(from: Self.date(0), until: Self.date(99))])), neededFor: .duty))
        #expect(cut.expiryDays?.cover.gaps(in: Self.date(0)...Self.date(199)) == [])
        // Fields by themselves: no day that is not said is lost.
        let facts = try old.changed(by: .correction(issuer: "Flag state", number: "9"), on: Self.today)
        #expect(facts.valid == old.valid && facts.terms?.paper?.issuer == "Flag state")
        #expect(facts.terms?.paper?.number == "9")
        let open = try old.changed(by: .correction(from: .open, until: Self.date(200)), on: Self.today)
        #expect(open.valid == Validity(until: Self.date(200)) && open.terms?.paper?.number == "1")
    }

    @Test("ends on the last day before a gap, and once that has begun has run out until the newer one begins")
    func gapsAhead() throws {
        let old = try Self.paper(Validity(from: Self.date(0), until: Self.date(99)))
        let days = try #require(
            try old.changed(by: .renewal(Validity(from: Self.date(130), until: Self.date(499))), on: Self.today)
                .expiryDays)
        for (day, last) in [(-1, 99), (0, 99), (99, 99), (100, 99), (129, 99), (130, 499), (499, 499), (600, 499)] {
            #expect(days.last(on: Self.date(day)) == LastDay(Self.date(last)), "on day \(day)")
        }
    }

    @Test(
        "holds as the newest of the papers says whose first day has come, and ends when that ends without a gap",
        arguments: 1...300 as ClosedRange<UInt64>)
    func chains(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let papers = (0..<random.number(in: 1...5)).map { _ in
            let from = random.number(in: -10...60)
            return Validity(
                from: random.chance(percent: 15) ? nil : Self.date(from),
                until: random.chance(percent: 10) ? nil : Self.date(from + random.number(in: 0...25)))
        }
        let newest = try #require(papers.last)
        let days = try #require(
            try EntryContent(
                title: "Medical", valid: newest,
                terms: ExpiryTerms(.paper(try Paper(earlier: papers.dropLast())))
            ).expiryDays)
        func holds(_ day: Int) -> Bool {
            papers.indices.contains { index in
                papers[index].contains(Self.date(day))
                    && papers[(index + 1)...].allSatisfy { later in later.from.map { Self.date(day) < $0 } ?? false }
            }
        }
        /// Nil: it holds for ever.
        func end(from day: Int) -> CalendarDate? { (day...200).first { !holds($0) }.map { Self.date($0 - 1) } }
        for day in -30...100 {
            #expect(days.cover.contains { $0.contains(Self.date(day)) } == holds(day), "seed \(seed), day \(day)")
            let last: CalendarDate?
            if holds(day) {
                last = end(from: day)
            } else if let before = (-200..<day).last(where: holds) {
                last = Self.date(before)
            } else {
                last = end(from: try #require((day...200).first(where: holds)))
            }
            #expect(days.last(on: Self.date(day)) == LastDay(last), "seed \(seed), day \(day)")
        }
    }

    @Test("is not lost by an entry that says nothing of it, unless it is sealed: then that does not show")
    func superseding() throws {
        let ring = try House.ring()
        var generator = SeededGenerator(seed: 7)
        func write(
            _ content: EntryContent, as id: EntryID, _ category: RecordCategory, _ recordClass: RecordClass,
            over old: RecordEntry? = nil, ending: Bool = false
        ) throws -> RecordEntry {
            let keeper = try House.caller("kim", (category.keeper, "ship"))
            let subject = try #require(EntrySubject(House.ines, category, recordClass))
            return try RecordEntry.write(
                Confidential(content), as: id, by: try keeper.permit(WriteEntry.self, on: subject),
                superseding: old?.id, ending: ending, in: [old].compactMap { $0 }, at: House.now, with: ring,
                using: &generator)
        }
        let medical = try Self.paper(Validity(until: Self.date(9)))
        let plain = try EntryContent(title: "Medical")
        let old = try write(medical, as: "e1", .qualifications, .unit)
        #expect { try write(plain, as: "e2", .qualifications, .unit, over: old) } throws: {
            Self.code($0) == .badExpiry && "\($0)".contains("watchbill expiry")
        }
        _ = try write(medical, as: "e2", .qualifications, .unit, over: old)
        _ = try write(plain, as: "e2", .qualifications, .unit, over: old, ending: true)
        let sealed = try write(medical, as: "e3", .health, .sealed)
        _ = try write(plain, as: "e4", .health, .sealed, over: sealed)
    }

    @Test("is kept and sealed as bytes from which it comes back, and from no others")
    func bytes() throws {
        var content = try Self.paper(Validity(until: Self.date(9)))
        for number in 2...20 {
            content = try content.changed(
                by: .renewal(Validity(until: Self.date(number * 10)), number: "\(number)"), on: Self.today)
        }
        // The oldest dates are forgotten.
        #expect(content.terms?.paper?.earlier.count == Paper.mostEarlier)
        #expect(EntryContent(sealedBytes: content.sealedBytes) == content)
        let plain = try EntryContent(title: "Medical", body: "fit")
        #expect(EntryContent(sealedBytes: plain.sealedBytes) == plain)
        let bytes = try #require(content.terms).sealedBytes
        for length in 0..<bytes.count where ExpiryTerms(sealedBytes: Array(bytes.prefix(length))) == content.terms {
            Issue.record("\(length) of \(bytes.count) bytes are taken for all of them")
        }
        for need in [ExpiryTerms.Need.nothing, .duty, .qualification("nuclear medicine")] {
            let terms = ExpiryTerms(.paper(try Paper()), neededFor: need)
            #expect(ExpiryTerms(sealedBytes: terms.sealedBytes) == terms)
        }
    }

    @Test("leaves gaps as each day by itself says", arguments: 1...200 as ClosedRange<UInt64>)
    func gaps(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let spells = (0..<random.number(in: 0...5)).map { _ in
            let from = random.number(in: -20...60)
            return Validity(
                from: random.chance(percent: 10) ? nil : Self.date(from),
                until: random.chance(percent: 10) ? nil : Self.date(from + random.number(in: 0...25)))
        }
        let range = Self.date(0)...Self.date(random.number(in: 0...50))
        let gaps = spells.gaps(in: range)
        for date in range {
            #expect(
                gaps.contains { $0.contains(date) } == !spells.contains { $0.contains(date) }, "seed \(seed), \(date)")
        }
        #expect(gaps.allSatisfy { $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound })
        // In as few ranges as may be, whatever they were made of.
        let others = [Self.date(3)...Self.date(9), Self.date(10)...Self.date(12)]
        let merged = (gaps + others).shuffled(using: &random).merged
        for date in Self.date(-5)...Self.date(60) {
            #expect(
                merged.contains { $0.contains(date) } == (gaps + others).contains { $0.contains(date) }, "seed \(seed)")
        }
        #expect(zip(merged, merged.dropFirst()).allSatisfy { $0.upperBound.advanced(by: 1) < $1.lowerBound })
    }

    @Test("is reminded of once for each of the days before, the newest alone after a time without")
    func reminders() {
        let last = Self.date(100)
        /// The days on which somebody is reminded who is looked after on those days.
        func told(on days: some Sequence<Int>, of last: CalendarDate, knowing: [CalendarDate] = []) -> [CalendarDate] {
            days.reduce(into: knowing) { told, day in
                // Looked at twice on each day.
                for _ in 0..<2 where ExpiryReminder.isDue(of: last, on: Self.date(day), told: told) {
                    told.append(Self.date(day))
                }
            }
        }
        #expect(told(on: 0...200, of: last) == [40, 70, 86, 93, 99, 101].map(Self.date))
        // Nobody was there from day 41 to day 94: then the newest that is due, and no other.
        #expect(told(on: [40, 95, 96], of: last) == [Self.date(40), Self.date(95)])
        // It was renewed on day 90: its new days alone count.
        let before = told(on: 0...90, of: last)
        #expect(told(on: 91...600, of: Self.date(500), knowing: before).dropFirst(before.count).first == Self.date(440))
        // A count moves the day a little: no reminder of before comes again.
        #expect(!ExpiryReminder.isDue(of: Self.date(98), on: Self.date(87), told: before))
        // What ran out long ago was not told in time.
        #expect(!ExpiryReminder.isDue(of: last, on: Self.date(131), told: []))
        #expect(ExpiryReminder.isDue(of: last, on: Self.date(130), told: []))
    }
}
