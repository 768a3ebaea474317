import CrewMessages
import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

/// Messages as they are kept: over both databases.
@Suite("Messages in the store")
struct MessageTests {
    let now = Sample.now

    private func later(_ minutes: Int) -> Instant { now.adding(.minutes(minutes)) }

    private func opened(_ kind: StoreKind) async throws -> (scratch: ScratchStore, hospital: Hospital) {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open(masters: [Sample.master()])
        return (scratch, try await Hospital.open(in: store))
    }

    /// Unread, and owed.
    private func counts(_ store: Store, _ caller: Caller) async throws -> [Int] {
        let counts = try await store.boxCounts(for: caller)
        return [counts.unread, counts.owed]
    }

    private func only(_ store: Store, _ caller: Caller) async throws -> SentMessage.Recipient {
        try #require(try await store.sent(limit: 1, for: caller).first?.recipients.first)
    }

    @Test("go from queued to answered, each step seen by the sender alone", arguments: StoreKind.allCases)
    func steps(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia, lea) = (
            try await hospital.caller("mia"), try await hospital.caller("pia"), try await hospital.caller("lea")
        )
        let demand = AnswerDemand(choices: ["10 minutes", "an hour"], deadline: later(30))
        let id = try await store.send(
            NewMessage(text: "How long do you have?", recipients: ["mia"], demand: demand), for: pia, at: now
        ).message
        #expect("\(try await only(store, pia).state)" == "queued")
        let box = try await store.inbox(limit: 9, for: mia)
        #expect(box.map(\.text) == ["How long do you have?"] && box[0].stored.senderName == "Pia")
        #expect(box[0].stored.message.demand == demand)
        #expect(try await counts(store, mia) == [1, 1])
        try await store.note(received: [box[0].stored.message.id], for: mia, at: later(1))
        #expect("\(try await only(store, pia).state)" == "received")
        // Nobody's device receives what is another's, and nobody else sees any of it.
        try await store.note(received: [box[0].stored.message.id], for: lea, at: later(1))
        #expect(try await only(store, pia).state.receivedAt == later(1))
        await #expect(throws: Refusal.hidden) { _ = try await store.conversation(of: id, for: lea) }
        await #expect(throws: Refusal.hidden) { try await store.note(read: id, for: lea, at: now) }
        await #expect(throws: Refusal.hidden) { try await store.answer(id, with: "an hour", for: lea, at: now) }
        await #expect(throws: Refusal.hidden) { try await store.retract(id, for: mia, at: now) }
        await #expect(throws: Refusal.hidden) { try await store.waive(id, for: lea, at: now) }

        try await store.delete(id, for: mia, at: later(2))
        #expect("\(try await only(store, pia).state)" == "received, deleted unread")
        #expect(try await store.inbox(limit: 9, for: mia).isEmpty)
        #expect(try await store.owed(for: mia).map(\.stored.message.id) == [id], "deleting it does not answer it")
        try await store.delete(id, restoring: true, for: mia, at: later(3))
        try await store.note(read: id, for: mia, at: later(4))
        #expect("\(try await only(store, pia).state)" == "read")
        await #expect { try await store.answer(id, with: "soon", for: mia, at: now) } throws: { code($0) == .notReady }
        try await store.answer(id, with: "an hour", for: mia, at: later(5))
        // The same again is no second answer; another one is refused.
        try await store.answer(id, with: "an hour", for: mia, at: later(6))
        await #expect { try await store.answer(id, with: "10 minutes", for: mia, at: now) } throws: {
            code($0) == .alreadyEnded
        }
        let answered = try await only(store, pia).state
        #expect("\(answered)" == "answered" && answered.answer?.text == "an hour" && answered.answer?.at == later(5))
        #expect(try await counts(store, mia) == [0, 0])

        let back = try await store.send(NewMessage(text: "Rather two.", replyTo: id), for: mia, at: later(7)).message
        let talk = try await store.conversation(of: back, for: pia).items.map(\.stored.message.text)
        #expect(talk == ["How long do you have?", "Rather two."])
        #expect(try await store.inbox(limit: 9, for: pia).map(\.stored.thread) == [id])
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test(
        "are sent to those alone whom the sender may write to, and to nobody if one is not",
        arguments: StoreKind.allCases)
    func recipients(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, olof, rita) = (
            try await hospital.caller("mia"), try await hospital.caller("olof"), try await hospital.caller("rita")
        )
        for people: [PersonID] in [["pia", "olof"], ["nobody"], ["olof"]] {
            await #expect(throws: Refusal.hidden) {
                try await store.send(NewMessage(text: "x", recipients: people), for: mia, at: now)
            }
        }
        for people: [PersonID] in [[], ["mia"]] {
            await #expect {
                try await store.send(NewMessage(text: "x", recipients: people), for: mia, at: now)
            } throws: {
                code($0) == .notReady
            }
        }
        for text in ["", String(repeating: "x", count: Message.longest + 1)] {
            await #expect {
                try await store.send(NewMessage(text: text, recipients: ["pia"]), for: mia, at: now)
            } throws: {
                code($0) == .unusableText
            }
        }
        #expect(try await scratch.byHand("SELECT count(*) FROM message") == "0")
        // Whoever was written to writes back, wherever the two are.
        let id = try await store.send(NewMessage(text: "Hello", recipients: ["olof"]), for: rita, at: now).message
        try await store.send(NewMessage(text: "Hello back", replyTo: id), for: olof, at: now)
        #expect(try await store.inbox(limit: 9, for: rita).map(\.text) == ["Hello back"])
        await #expect(throws: Refusal.hidden) {
            try await store.send(NewMessage(text: "x", replyTo: id), for: mia, at: now)
        }
        await #expect(throws: Refusal.hidden, "nor is anybody brought in who is not theirs to write to") {
            try await store.send(NewMessage(text: "x", recipients: ["pia"], replyTo: id), for: olof, at: now)
        }
        try await store.close()
    }

    @Test("taken back are cancelled where nothing had left, and else a tombstone", arguments: StoreKind.allCases)
    func retracted(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia, lea) = (
            try await hospital.caller("mia"), try await hospital.caller("pia"), try await hospital.caller("lea")
        )
        let id = try await store.send(
            NewMessage(
                text: "Come at six", recipients: ["mia", "lea"], demand: AnswerDemand(deadline: later(30))), for: pia,
            at: now
        ).message
        try await store.note(read: id, for: mia, at: later(1))
        #expect(try await store.retract(id, for: pia, at: later(2)).read == 1)
        #expect(try await store.retract(id, for: pia, at: later(3)).read == 1, "again changes nothing")
        let sent = try #require(try await store.sent(limit: 1, for: pia).first)
        #expect(sent.recipients.map { "\($0.state)" } == ["read, retracted", "cancelled"])
        #expect(try await store.inbox(limit: 9, for: mia).map(\.text) == [nil], "what was taken back is not shown")
        #expect(try await store.inbox(limit: 9, for: lea).isEmpty)
        await #expect(throws: Refusal.hidden) { _ = try await store.conversation(of: id, for: lea) }
        #expect(try await store.owed(for: mia).isEmpty)
        await #expect { try await store.answer(id, with: "yes", for: mia, at: later(4)) } throws: {
            code($0) == .alreadyEnded
        }
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("that demand an answer remind, pass on and settle, once each", arguments: StoreKind.allCases)
    func chased(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia, lea) = (
            try await hospital.caller("mia"), try await hospital.caller("pia"), try await hospital.caller("lea")
        )
        let job = try await store.entrance.admit(.messages, at: now)
        let demand = AnswerDemand(
            deadline: later(30), reminder: later(15), chain: [.leadOnWatch(Hospital.ward)], patience: Minutes(10))
        let id = try await store.send(
            NewMessage(text: "Who has the keys?", recipients: ["mia"], demand: demand), for: pia, at: now
        ).message
        func chase(_ minutes: Int) async throws -> [Chase.Action] {
            let due = try await store.chases(at: later(minutes), limit: 9, for: job)
            for (sent, _) in due {
                try await store.chase(
                    sent.stored.message.id, passingTo: [1: ["lea", "pia", "nobody"]], for: job, at: later(minutes))
            }
            return due.flatMap(\.actions)
        }
        #expect(try await chase(14).isEmpty)
        #expect(try await chase(15).count == 1)
        #expect(try await chase(16).isEmpty, "reminded once")
        #expect(try await chase(31).count == 2)
        #expect(try await chase(32).isEmpty)
        // It has passed to the lead; the sender and who is not there get none.
        let sent = try #require(try await store.sent(limit: 1, for: pia).first)
        #expect(
            sent.recipients.map { "\($0.name) \($0.copy.link) \($0.state)" } == [
                "Mia 0 queued, overdue", "Lea 1 queued",
            ])
        try await store.answer(id, with: "I have", for: lea, at: later(33))
        #expect(try await chase(33).count == 1)
        #expect(try await chase(500).isEmpty)
        await #expect { try await store.answer(id, with: "me", for: mia, at: later(34)) } throws: {
            code($0) == .alreadyEnded
        }
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("news are told once, in order, to whom they concern", arguments: StoreKind.allCases)
    func news(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia, lea) = (
            try await hospital.caller("mia"), try await hospital.caller("pia"), try await hospital.caller("lea")
        )
        let start = try await store.newestNews(for: mia)
        let id = try await store.send(NewMessage(text: "Hello", recipients: ["mia"]), for: pia, at: now).message
        let first = try await store.messageNews(after: start, limit: 9, for: mia)
        #expect(first.map(\.message) == [id] && first[0].isOwn)
        try await store.note(read: id, for: mia, at: now)
        let own = try await store.messageNews(after: first[0].id, limit: 9, for: pia)
        #expect(own.map(\.isOwn) == [false, false, false], "sent, received, read")
        #expect(own.map(\.id) == own.map(\.id).sorted())
        #expect(try await store.messageNews(after: start, limit: 9, for: lea).isEmpty)
        #expect(try await store.messageNews(after: own[2].id, limit: 9, for: pia).isEmpty)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    // MARK: The outbox

    @Test(
        "go out by the ways that people chose, each once, whoever claims them and whenever it was cut off",
        arguments: StoreKind.allCases)
    func outbox(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let job = try await store.entrance.admit(.messages, at: now)
        try await store.add(
            NewWay(channel: .webhook, name: "pager", address: "https://pager.example/mia", secret: Secret(text: "s")),
            for: mia, at: now)
        try await store.add(NewWay(channel: .mail, name: "mail", address: "mia@example.org"), for: mia, at: now)
        let id = try await store.send(NewMessage(text: "Hello", recipients: ["mia"]), for: pia, at: now).message
        func claim(_ minutes: Int) async throws -> [Outgoing] {
            try await self.claim(store, at: later(minutes), for: job)
        }
        let first = try await claim(0)
        #expect(first.map(\.way.channel) == [.webhook] && first[0].stored.message.id == id, "mail waits a moment")
        #expect(try await claim(0).isEmpty, "nobody else gets what is claimed")
        // Whoever claimed it is gone: it comes again.
        let again = try await claim(1)
        #expect(again.map(\.id) == first.map(\.id) && again[0].attempts == 2)
        try await store.finish(again[0], as: .taken, for: job, at: later(1))
        #expect("\(try await only(store, pia).state)" == "sent")
        let mail = try await claim(2)
        #expect(mail.map(\.way.channel) == [.mail])
        try await store.finish(mail[0], as: .later(later(10)), for: job, at: later(2))
        #expect(try await claim(9).isEmpty)
        #expect(try await store.nextDelivery(for: job) == later(10))
        // It was read meanwhile: no mail any more.
        try await store.note(read: id, for: mia, at: later(9))
        #expect(try await claim(10).isEmpty)
        #expect(try await store.nextDelivery(for: job) == nil)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("have failed when all ways have, and a way that is gone is not tried again", arguments: StoreKind.allCases)
    func failures(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let job = try await store.entrance.admit(.messages, at: now)
        for name in ["one", "two"] {
            try await store.add(
                NewWay(channel: .push, name: name, address: "https://push.example/\(name)"), for: mia, at: now)
        }
        for text in ["First", "Second"] {
            try await store.send(NewMessage(text: text, recipients: ["mia"]), for: pia, at: now)
        }
        var claimed = try await claim(store, at: now, for: job)
        #expect(claimed.count == 4)
        let one = try #require(claimed.first { $0.way.name == "one" })
        try await store.finish(one, as: .failed(.gone), for: job, at: now)
        #expect(try await store.ways(for: mia).ways.map { $0.goneAt != nil } == [true, false])
        #expect(try await only(store, pia).state.ending == nil, "the other way may still come through")
        claimed = claimed.filter { $0.way.name == "two" }
        for outgoing in claimed { try await store.finish(outgoing, as: .failed(.refused), for: job, at: now) }
        let sent = try await store.sent(limit: 9, for: pia)
        #expect(sent.flatMap(\.recipients).map { "\($0.state)" } == ["failed", "failed"])
        // The page is a way, too.
        let box = try await store.inbox(limit: 9, for: mia)
        try await store.note(received: box.map(\.stored.message.id), for: mia, at: now)
        #expect(
            try await store.sent(limit: 9, for: pia).flatMap(\.recipients).map { "\($0.state)" } == [
                "received", "received",
            ])
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test(
        "have failed when their mail comes back, unless something else may still get there",
        arguments: StoreKind.allCases)
    func bounces(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let job = try await store.entrance.admit(.messages, at: now)
        try await store.add(NewWay(channel: .mail, name: "mail", address: "Mia@example.org"), for: mia, at: now)
        func mailed(_ text: String) async throws -> Outgoing {
            try await store.send(NewMessage(text: text, recipients: ["mia"], isUrgent: true), for: pia, at: now)
            let outgoing = try #require(try await claim(store, at: now, for: job).first)
            try await store.finish(outgoing, as: .taken, for: job, at: now)
            return outgoing
        }
        func bounce(_ mail: Outgoing, to address: String = "mia@Example.org", isGone: Bool = false) async throws
            -> PersonID?
        {
            try await store.noteBounce(
                of: mail.stored.message.id, by: mail.way.id, to: [address], isOfTheAddress: isGone, for: job,
                at: later(1))
        }
        func state(_ mail: Outgoing) async throws -> String {
            let sent = try await store.sent(limit: 9, for: pia).first {
                $0.stored.message.text == mail.stored.message.text
            }
            return "\(try #require(sent?.recipients.first).state)"
        }
        let (read, lost) = (try await mailed("Read"), try await mailed("Lost"))
        try await store.note(read: read.stored.message.id, for: mia, at: now)
        #expect(try await bounce(read) == nil, "whatever came back, they have read it")
        #expect(try await state(read) == "read")
        #expect(try await bounce(lost, to: "max@example.org") == nil, "it never went there")
        #expect(try await state(lost) == "sent")
        #expect(try await bounce(lost) == "pia")
        #expect(try await bounce(lost) == nil, "once")
        #expect(try await state(lost) == "failed")
        #expect(try await store.ways(for: mia).ways.map(\.goneAt) == [nil], "a full mailbox may be emptied")
        let gone = try await mailed("Gone")
        #expect(try await bounce(gone, isGone: true) == "pia")
        #expect(try await store.ways(for: mia).ways.map(\.goneAt) == [later(1)])
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("wait in quiet hours, unless they are urgent", arguments: StoreKind.allCases)
    func quiet(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let job = try await store.entrance.admit(.messages, at: now)
        let zone = try #require(Zone(name: "Europe/Stockholm"))
        let wall = zone.wallTime(at: now).seconds / 60
        let quiet = StoredQuiet(
            from: LocalTime.midnight.adding(Minutes(wall - 30)), until: LocalTime.midnight.adding(Minutes(wall + 90)))
        try await store.set(quiet: quiet, for: mia)
        #expect(try await store.ways(for: mia).quiet == quiet)
        try await store.add(NewWay(channel: .push, name: "p", address: "https://push.example/p"), for: mia, at: now)
        try await store.send(NewMessage(text: "Slow", recipients: ["mia"]), for: pia, at: now)
        try await store.send(NewMessage(text: "Fast", recipients: ["mia"], isUrgent: true), for: pia, at: now)
        let claimed = try await claim(store, at: now, for: job)
        #expect(claimed.map(\.stored.message.text) == ["Fast"])
        let morning = try await claim(store, at: later(91), for: job)
        #expect(Set(morning.map(\.stored.message.text)) == ["Slow", "Fast"])
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    /// What is due by whichever channel.
    private func claim(_ store: Store, at now: Instant, for job: Caller) async throws -> [Outgoing] {
        var claimed: [Outgoing] = []
        for channel in Channel.allCases {
            claimed += try await store.claim(by: channel, at: now, lease: .seconds(60), limit: 9, for: job).outgoing
        }
        return claimed
    }

    // MARK: Notices

    @Test(
        "of Watchbill's own come with what they tell of: to those concerned, and one for many where they are a flood",
        arguments: StoreKind.allCases)
    func notices(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let (mia, max, pia) = (
            try await hospital.caller("mia"), try await hospital.caller("max"), try await hospital.caller("pia")
        )
        let job = try await store.entrance.admit(.messages, at: now)
        try await store.add(NewWay(channel: .push, name: "p", address: "https://push.example/p"), for: mia, at: now)
        var random = SystemRandomNumberGenerator()
        let sealed = try await store.writeEntry(
            Confidential(try EntryContent(title: "Migraine")), in: .health, .sealed, of: "mia", for: max, at: now,
            using: &random)
        _ = try await store.readEntry(sealed, for: max, at: now)
        for number in 1...4 {
            let day = Hospital.date("2026-02-0\(number)")
            let absence = try await store.askAbsence(
                try Away(first: day, last: day), because: Confidential(try AbsenceGround(.holiday)), for: mia, at: now,
                using: &random)
            try await store.decideAbsence(
                absence, of: "mia", granted: true, telling: { first, _ in "You may be away: \(first)." },
                for: try await hospital.caller("lea"), at: now)
        }
        let box = try await store.inbox(limit: 9, for: mia)
        #expect(box.count == 5 && box[0].text == "You may be away: 2026-02-04.")
        #expect(box[4].text == "Max has opened something sealed in your file." && box[4].stored.link == "/me/readings")
        #expect(box.allSatisfy { $0.stored.message.isConfidential && $0.stored.senderName == nil })
        // Reading one's own tells nobody.
        _ = try await store.readEntry(sealed, for: mia, at: now)
        #expect(try await store.inbox(limit: 9, for: mia).count == 5)
        for caller in [max, pia] { #expect(try await store.inbox(limit: 9, for: caller).isEmpty) }
        let claimed = try await claim(store, at: now, for: job)
        // What is sealed leaves by no channel.
        #expect(claimed.count == 1 && claimed[0].others.count == 3)
        try await store.finish(claimed[0], as: .taken, for: job, at: now)
        let labels = try await store.inbox(limit: 9, for: mia).map(\.state.label)
        #expect(labels == [.sent, .sent, .sent, .sent, .queued])
        #expect(try await claim(store, at: later(5), for: job).isEmpty)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test(
        "of Watchbill's own come six times an hour at most; what is more comes together after it",
        arguments: StoreKind.allCases)
    func noticeCap(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        let mia = try await hospital.caller("mia")
        let job = try await store.entrance.admit(.messages, at: now)
        try await store.add(NewWay(channel: .push, name: "p", address: "https://push.example/p"), for: mia, at: now)
        var random = SystemRandomNumberGenerator()
        var told: [Int] = []
        for number in 1...11 {
            let (day, minute) = (Hospital.date("2026-03-01").advanced(by: number), later(number))
            let absence = try await store.askAbsence(
                try Away(first: day, last: day), because: Confidential(try AbsenceGround(.holiday)), for: mia,
                at: minute, using: &random)
            try await store.decideAbsence(
                absence, of: "mia", granted: true, telling: { _, _ in "You may be away." },
                for: try await hospital.caller("lea"), at: minute)
            for outgoing in try await claim(store, at: minute, for: job) {
                try await store.finish(outgoing, as: .taken, for: job, at: minute)
                told.append(number)
            }
        }
        #expect(told == [1, 2, 3, 4, 5, 6])
        // Urgent matters, and what people write, are not counted and do not wait.
        try await store.send(
            NewMessage(text: "Come!", recipients: ["mia"]), for: try await hospital.caller("pia"), at: later(20))
        let written = try await claim(store, at: later(20), for: job)
        #expect(written.map(\.stored.message.text) == ["Come!"])
        try await store.finish(written[0], as: .taken, for: job, at: later(20))
        #expect(try await claim(store, at: later(60), for: job).isEmpty)
        let rest = try await claim(store, at: later(62), for: job)
        #expect(rest.count == 1 && rest[0].others.count == 4)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("are guarded by the database: nothing of them is rewritten or lost", arguments: StoreKind.allCases)
    func guarded(kind: StoreKind) async throws {
        let (scratch, hospital) = try await opened(kind)
        let store = hospital.store
        try await store.send(
            NewMessage(text: "Hello", recipients: ["mia"]), for: try await hospital.caller("pia"), at: now)
        try await store.close()
        for statement in [
            "UPDATE message SET text = 'Bye'", "DELETE FROM message", "DELETE FROM messageCopy",
            "DELETE FROM copyEvent",
            "UPDATE copyEvent SET fact = 'read'",
        ] {
            await #expect(throws: (any Error).self, "\(statement)") { try await scratch.byHand(statement) }
        }
    }
}
