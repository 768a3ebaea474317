import CrewRecords
import RotaModel
import Testing

@Suite("Breaking the glass")
struct GlassTests {
    private static let reason = "Found unconscious at the winch"

    static func broken(
        because reason: String = reason, for time: Minutes = Minutes(30), by reader: PersonID = "otto"
    ) throws -> (grant: GlassGrant, notices: [GlassNotice]) {
        var generator = SeededGenerator(seed: 8)
        let permit = try House.caller(reader, (.lead, "deck")).permit(BreakGlass.self, on: House.health())
        return try GlassGrant.break(
            because: Confidential(reason), for: time, longest: .hours(4), as: "g1", by: permit, at: House.now,
            with: House.ring(), using: &generator)
    }

    private func code(_ body: () throws -> Void) -> RecordError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? RecordError)?.code
        }
    }

    @Test("A lead reads for as long as it is broken, one person's entries of one category, and the log says why")
    func broken() throws {
        let (grant, _) = try Self.broken()
        let lead = try House.caller("otto", (.lead, "deck"), glass: [grant])
        let permit = try lead.permit(ReadSealedEntry.self, on: House.health())
        #expect(permit.ground == .glass(grant))
        var log = ReadingsLog(of: House.organisation)
        let reading = try log.append("e1", by: permit, at: House.now)
        #expect(reading.entry.reason == .glass("g1", reason: grant.reason))
        #expect(!"\(reading)".contains("winch"))
        // Neither another person, nor another category, nor another reader.
        #expect(throws: Refusal.hidden) {
            try lead.permit(ReadSealedEntry.self, on: House.health(of: PersonSubject("olaf", in: ["deck"])))
        }
        let conduct = try #require(EntrySubject(House.ines, .conduct, .sealed))
        #expect(throws: Refusal.hidden) { try lead.permit(ReadSealedEntry.self, on: conduct) }
        let other = try House.caller("olaf", (.lead, "deck"), glass: [grant])
        #expect(throws: Refusal.hidden) { try other.permit(ReadSealedEntry.self, on: House.health()) }
        // It is for reading, and not by a program.
        #expect(throws: Refusal.hidden) { try lead.permit(WriteEntry.self, on: House.health()) }
        let token = Admission.token(
            of: "otto", scope: Set(TokenRight.allCases), try House.standing("otto", [(.lead, "deck")], glass: [grant]))
        #expect(throws: Refusal.hidden) { try token.permit(ReadSealedEntry.self, on: House.health()) }
    }

    @Test("It is whole again to the second")
    func expiry() throws {
        let (grant, _) = try Self.broken(for: Minutes(30))
        for (second, isBroken) in [(-1, false), (0, true), (1799, true), (1800, false)] {
            let now = Instant(seconds: House.now.seconds + second)
            let standing = try House.standing("otto", [(.lead, "deck")], glass: [grant], at: now)
            let permit = try? Admission.person("otto", standing).permit(ReadSealedEntry.self, on: House.health())
            #expect((permit != nil) == isBroken, "after \(second) s")
        }
        // Nor does a permit that was asked for in time outlast it.
        let permit = try House.caller("otto", (.lead, "deck"), glass: [grant]).permit(
            ReadSealedEntry.self, on: House.health())
        var log = ReadingsLog(of: House.organisation)
        let late = Instant(seconds: House.now.seconds + 1800)
        #expect(throws: Refusal.hidden) { try log.append("e1", by: permit, at: late) }
        #expect(log.count == 0)
    }

    @Test("The person and the category's keepers are told at once, and not why")
    func notices() throws {
        let (grant, notices) = try Self.broken()
        #expect(notices.map(\.recipient) == [.person("ines"), .keepers(.medicalKeeper, over: ["deck"])])
        for notice in notices {
            #expect(notice.glass == "g1" && notice.reader == "otto" && notice.person == "ines")
            #expect(notice.category == .health && notice.until == grant.term.until)
            #expect(!"\(notice)".contains("winch"))
        }
        #expect(!"\(grant)".contains("winch"))
    }

    @Test("The person concerned reads why, and nobody else")
    func why() throws {
        let (grant, _) = try Self.broken(because: "  \(Self.reason)\n")
        let ring = try House.ring()
        let permit = try House.caller("ines").permit(ReadReadings.self, on: House.ines)
        #expect(try ring.reason(for: grant, by: permit).reveal() == Self.reason)
        let olaf = PersonSubject("olaf", in: ["deck"])
        let other = try House.caller("olaf").permit(ReadReadings.self, on: olaf)
        #expect(throws: Refusal.hidden) { try ring.reason(for: grant, by: other) }
    }

    @Test("It needs a reason and an end")
    func limits() throws {
        for reason in ["", "    \n   ", "Emergency", String(repeating: "z", count: 1001)] {
            #expect(code { _ = try Self.broken(because: reason) } == .noReason, "\(reason.count) characters")
        }
        for time in [Minutes.zero, Minutes(-1), Minutes(241)] {
            #expect(code { _ = try Self.broken(for: time) } == .tooLasting, "\(time)")
        }
        #expect(code { _ = try Self.broken(because: String(repeating: "z", count: 1000), for: Minutes(240)) } == nil)
    }

    @Test("Only leads and keepers of the person's units break it, and nobody over their own file")
    func readers() throws {
        let health = try House.health()
        for role in Role.allCases {
            let may = [.lead, .recordsKeeper, .medicalKeeper].contains(role)
            let permit = try? House.caller("otto", (role, "deck")).permit(BreakGlass.self, on: health)
            #expect((permit != nil) == may, "\(role)")
        }
        let far = try House.caller("otto", (.lead, "engine"))
        #expect(throws: Refusal.hidden) { try far.permit(BreakGlass.self, on: health) }
        let own = try House.caller("ines", (.lead, "ship"))
        #expect(throws: Refusal.forbidden) { try own.permit(BreakGlass.self, on: health) }
    }
}
