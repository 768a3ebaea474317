import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("People's files")
struct RecordTests {
    let now = Sample.now

    @Test("show each what they may read, and nothing of the rest", arguments: StoreKind.allCases)
    func classes(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        try await filing.write("unit", "", .training, .unit)
        try await filing.write("leads", "", .training, .leads)
        try await filing.write("keepers", "", .training, .keepers)
        try await filing.write("warned", "", .conduct, .sealed)
        try await filing.write("migraine", "", .health)
        let expected: [(PersonID, [String])] = [
            ("mia", ["unit", "leads", "keepers", "sealed", "sealed"]), ("pia", ["unit"]), ("lea", ["unit", "leads"]),
            ("rita", ["unit", "leads", "keepers", "sealed"]), ("max", ["unit", "sealed"]), ("vera", ["unit"]),
        ]
        for (person, titles) in expected {
            let caller = try await filing.hospital.caller(person)
            #expect(try await filing.titles(for: caller) == titles, "\(person)")
        }
        // Whoever may read nothing there is told what is told of somebody who is not there.
        for person in ["olof", "paul", Hospital.administrator] as [PersonID] {
            let caller = try await filing.hospital.caller(person)
            await #expect(throws: Refusal.hidden, "\(person)") { try await filing.titles(for: caller) }
            await #expect(throws: Refusal.hidden, "\(person)") { try await filing.titles(of: "nobody", for: caller) }
        }
        try await filing.store.close()
    }

    @Test("keep what is superseded beside what stands for it", arguments: StoreKind.allCases)
    func supersedes(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let valid = Validity(from: Hospital.date("2026-01-01"), until: Hospital.date("2026-12-31"))
        let old = try await filing.write("Fire drill", "on the 3rd", valid: valid)
        let new = try await filing.write("Fire drill, again", superseding: old)
        let lea = try await filing.hospital.caller("lea")
        let file = try await filing.store.file(of: "mia", for: lea, at: now)
        #expect(file.entries.map(\.id) == [old, new])
        #expect(file.entries.map(\.isCurrent) == [false, true])
        #expect(file.entries[0].content == (try EntryContent(title: "Fire drill", body: "on the 3rd", valid: valid)))
        #expect(file.entries[1].reference == .supersedes(old))
        #expect(file.entries[1].writer == "Rita" && file.entries[1].writtenAt == now)
        await #expect { try await filing.write("Late", superseding: old) } throws: {
            recordCode($0) == .alreadySuperseded
        }
        await #expect { try await filing.write("Open", "", .training, .unit, superseding: new) } throws: {
            recordCode($0) == .moreOpen
        }
        await #expect { try await filing.write("Open", "", .training, .sealed) } throws: {
            recordCode($0) == .wrongClass
        }
        await #expect(throws: Refusal.hidden) { try await filing.write("Elsewhere", "", .contact, superseding: new) }
        await #expect(throws: Refusal.hidden) { try await filing.write("Nowhere", superseding: "nothing") }
        try await filing.store.close()
    }

    @Test(
        "supersede nothing open by something sealed: whoever may not read that would go on seeing what is out of date",
        arguments: StoreKind.allCases)
    func supersededUnderSeal(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let open = try await filing.write("Late twice", "", .conduct, .leads)
        let lea = try await filing.hospital.caller("lea")
        let before = try await filing.store.file(of: "mia", for: lea, at: now).entries
        await #expect {
            try await filing.write("Late because of the children", "", .conduct, .sealed, superseding: open)
        } throws: {
            recordCode($0) == .sealsOpen
        }
        #expect(try await filing.store.file(of: "mia", for: lea, at: now).entries == before)
        let sealed = try await filing.write("Late because of the children", "", .conduct, .sealed)
        #expect(try await filing.store.file(of: "mia", for: lea, at: now).entries == before)
        await #expect(throws: Refusal.hidden) { try await filing.store.readEntry(sealed, for: lea, at: now) }
        await #expect(throws: Refusal.hidden) { try await filing.store.readEntry("nothing", for: lea, at: now) }
        let newer = try await filing.write("Late because of the bus", "", .conduct, .sealed, superseding: sealed)
        #expect(newer != sealed)
        #expect(try await filing.store.file(of: "mia", for: lea, at: now).entries == before)
        try await filing.store.close()
    }

    @Test("open a sealed entry for a line in the log alone", arguments: StoreKind.allCases)
    func seals(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let entry = try await filing.write("Migraine", "no nights", .health)
        #expect(try await scratch.byHand("SELECT count(*) FROM reading") == "0")
        _ = try await filing.store.file(of: "mia", for: filing.max, at: now)
        #expect(try await scratch.byHand("SELECT count(*) FROM reading") == "0")
        #expect(try await filing.store.readEntry(entry, for: filing.max, at: now).content?.title == "Migraine")
        let mia = try await filing.hospital.caller("mia")
        #expect(try await filing.store.readEntry(entry, for: mia, at: now).content?.body == "no nights")
        let log = try await scratch.byHand("SELECT readerID, personID, reason, subjectID FROM reading ORDER BY number")
        #expect(log == "max|mia|role|\(entry)\nmia|mia|own|\(entry)")
        for table in ["recordEntry", "reading"] {
            let all = try await scratch.byHand("SELECT * FROM \(table)")
            #expect(!all.contains("Migraine") && !all.contains("nights"))
        }
        try await filing.store.close()
    }

    @Test("work without a master key, but for what is sealed", arguments: StoreKind.allCases)
    func withoutKeys(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch, masters: [])
        let file = try AttachedFile(name: "a.pdf", declared: nil, bytes: Filing.pdf)
        try await filing.write("Fire drill", files: [file])
        await #expect { try await filing.write("Migraine", "", .health) } throws: { code($0) == .noMasterKey }
        #expect(try await filing.titles(for: filing.rita) == ["Fire drill"])
        try await filing.store.close()
    }

    @Test("take from the person concerned what is wrong with an entry", arguments: StoreKind.allCases)
    func contests(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let entry = try await filing.write("Late twice", "", .conduct, .sealed)
        let contest = try await filing.contest(entry, "It was once")
        var seen = try await filing.store.file(of: "mia", for: filing.rita, at: now).entries
        #expect(seen.map(\.isContested) == [true, false])
        #expect(seen[1].reference == .contests(entry) && seen[1].recordClass == .sealed && seen[1].writtenBy == "mia")
        try await filing.write("Late once", "", .conduct, .sealed, superseding: contest)
        seen = try await filing.store.file(of: "mia", for: filing.rita, at: now).entries
        #expect(seen.map(\.isContested) == [false, false, false])
        for person in ["rita", "lea", "olof"] as [PersonID] {
            await #expect(throws: Refusal.hidden, "\(person)") { try await filing.contest(entry, "No", by: person) }
        }
        try await filing.store.close()
    }

    @Test("keep attachments as they came, sealed with their entry", arguments: StoreKind.allCases)
    func attachments(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let files = [
            try AttachedFile(name: "certificate.pdf", declared: "application/pdf", bytes: Filing.pdf),
            try AttachedFile(name: "note.txt", declared: nil, bytes: Array("Grüße\n".utf8)),
        ]
        let open = try await filing.write("Certificate", files: files)
        let sealed = try await filing.write("Finding", "", .health, files: files)
        let lea = try await filing.hospital.caller("lea")
        let listed = try await filing.store.file(of: "mia", for: lea, at: now).entries[0].attachments
        #expect(listed.map(\.name) == ["certificate.pdf", "note.txt"])
        #expect(listed.map(\.size) == files.map(\.bytes.count))
        for (label, file) in zip(listed, files) {
            #expect(try await filing.store.attachment(label.id, of: open, for: lea, at: now) == file)
        }
        #expect(try await filing.store.file(of: "mia", for: filing.max, at: now).entries[0].attachments.isEmpty)
        let labels = try await filing.store.readEntry(sealed, for: filing.max, at: now).attachments
        #expect(labels.map(\.name) == listed.map(\.name))
        #expect(try await filing.store.attachment(labels[1].id, of: sealed, for: filing.max, at: now) == files[1])
        #expect(try await scratch.byHand("SELECT count(*) FROM reading") == "2")
        for (id, entry) in [(labels[0].id, sealed), (labels[0].id, open), ("nothing", open)] {
            await #expect(throws: Refusal.hidden) {
                try await filing.store.attachment(id, of: entry, for: lea, at: now)
            }
        }
        let names = try await scratch.byHand("SELECT name FROM attachment WHERE entryID = '\(sealed)'")
        #expect(names.filter { $0 != "\n" }.isEmpty)
        let many = Array(repeating: files[0], count: AttachedFile.mostTogether + 1)
        await #expect { try await filing.write("Many", files: many) } throws: {
            recordCode($0) == .tooManyAttachments
        }
        try await filing.store.close()
    }

    @Test("hold for two attachments put in each other's place", arguments: StoreKind.allCases)
    func swapped(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let files = [
            try AttachedFile(name: "a.txt", declared: nil, bytes: [0x61]),
            try AttachedFile(name: "b.txt", declared: nil, bytes: [0x62]),
        ]
        let entry = try await filing.write("Finding", "", .health, files: files)
        let labels = try await filing.store.readEntry(entry, for: filing.max, at: now).attachments
        let guardName = kind == .sqlite ? "DROP TRIGGER attachmentStays" : "DROP TRIGGER attachmentStays ON attachment"
        try await scratch.byHand(guardName)
        try await scratch.byHand(
            """
            UPDATE attachment SET sealed = (SELECT o.sealed FROM attachment o WHERE o.id = '\(labels[1].id)')
            WHERE id = '\(labels[0].id)'
            """)
        await #expect { try await filing.store.attachment(labels[0].id, of: entry, for: filing.max, at: now) } throws: {
            ($0 as? SealingError)?.code == .notOpened
        }
        try await filing.store.close()
    }

    @Test("are open to the people of those units that somebody is in now", arguments: StoreKind.allCases)
    func followsUnits(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        try await filing.write("Fire drill", "", .training, .unit)
        let olof = try await filing.hospital.caller("olof")
        await #expect(throws: Refusal.hidden) { try await filing.titles(for: olof) }
        #expect(try await filing.found("fire", for: olof).isEmpty)
        let administrator = try await filing.hospital.caller(Hospital.administrator)
        var directory = try await filing.store.exportDirectory(for: administrator)
        let index = try #require(directory.people.firstIndex { $0.id == "mia" })
        directory.people[index].memberships = [Held("ward-3")]
        try await filing.store.importDirectory(directory, for: administrator, at: now)
        #expect(try await filing.titles(for: olof) == ["Fire drill"])
        #expect(try await filing.found("fire", for: olof) == ["Fire drill"])
        let pia = try await filing.hospital.caller("pia")
        await #expect(throws: Refusal.hidden) { try await filing.titles(for: pia) }
        #expect(try await filing.found("fire", for: pia).isEmpty)
        try await filing.store.close()
    }

    @Test("lead from a person's page where somebody may go", arguments: StoreKind.allCases)
    func cards(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let filing = try await Filing(scratch)
        func card(for person: PersonID) async throws -> [Bool] {
            let card = try await filing.store.card(of: "mia", for: try await filing.hospital.caller(person), at: now)
            #expect(card.member.name == "Mia" && card.member.units == ["ward-7"])
            return [card.maySeeFile, card.maySeeAbsences, card.maySeeFitness, card.mayBreakGlass]
        }
        #expect(try await card(for: "mia") == [true, true, true, false])
        #expect(try await card(for: "pia") == [true, true, true, false])
        #expect(try await card(for: "lea") == [true, true, true, true])
        #expect(try await card(for: "rita") == [true, true, false, true])
        #expect(try await card(for: "max") == [true, true, true, true])
        #expect(try await card(for: Hospital.administrator) == [false, false, false, false])
        await #expect(throws: Refusal.hidden) { try await card(for: "olof") }
        try await filing.store.close()
    }
}
