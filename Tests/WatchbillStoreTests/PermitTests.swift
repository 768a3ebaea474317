import CrewMessages
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

/// Every function of the store that takes a caller, with the row of the table of permissions that it must ask: refused
/// callers are refused as the row says, and nothing is read or written for them.
@Suite("What the store does for whom")
struct PermitTests {
    let now = Sample.now

    /// One function, and what it is asked to do.
    struct Act: Sendable {
        let name: String
        let row: PermissionRow
        let facts: SubjectFacts
        let run: @Sendable (Store, Caller) async throws -> Void
    }

    private static func row<O: CrewRecords.Operation>(_ operation: O.Type, role: Role? = nil) throws -> PermissionRow {
        let name = String(describing: operation)
        return try #require(
            Permission.table.first { row in row.name == name && role.map { row.variant == .role($0) } ?? true })
    }

    /// - Parameters:
    ///   - things: what the acts are done to.
    private static func acts(_ things: Things) throws -> [Act] {
        let now = Sample.now
        let end = Instant(seconds: now.seconds + 86_400)
        let ward = SubjectFacts(units: ["ward-7"])
        let whole = SubjectFacts(units: ["hospital"])
        let mia = SubjectFacts(units: ["ward-7"], person: "mia")
        let new = SubjectFacts(units: ["ward-7"], person: "new")
        let (read, build) = (try row(ReadDrafts.self), try row(BuildRota.self))
        let lead = try row(GiveRole.self, role: .lead)
        let gives = SubjectFacts(units: ["ward-7"], person: "mia", variant: .role(.lead))
        let problem = things.problem
        return [
            Act(name: "problem", row: read, facts: ward) { _ = try await $0.problem(problem, for: $1) },
            Act(name: "unit", row: read, facts: ward) { _ = try await $0.unit(of: problem, for: $1) },
            Act(name: "builds", row: read, facts: ward) { _ = try await $0.builds(of: problem, limit: 9, for: $1) },
            Act(name: "draftSteps", row: read, facts: ward) { _ = try await $0.draftSteps(of: things.build, for: $1) },
            Act(name: "branch", row: build, facts: ward) {
                _ = try await $0.branch(things.publishable, at: now, for: $1)
            },
            Act(name: "take", row: build, facts: ward) {
                let edit = CellEdit(
                    person: PersonIndex(0), day: DayIndex(0), before: PinnedDuty(.off, isPinned: false),
                    after: PinnedDuty(.off, isPinned: true))
                let step = DraftStep(
                    number: 9, person: $1.person ?? "", at: now, undoes: nil, edits: [edit], penalty: .zero,
                    isFeasible: true)
                try await $0.take(step, of: things.publishable, for: $1)
            },
            Act(name: "setup", row: read, facts: ward) { _ = try await $0.setup(of: "ward-7", for: $1) },
            Act(name: "problems", row: read, facts: ward) {
                _ = try await $0.problems(of: "ward-7", limit: 9, for: $1)
            },
            Act(name: "keepSetup", row: build, facts: ward) {
                try await $0.keepSetup([1], hasFreeExchanges: false, of: "ward-7", after: 0, at: now, for: $1)
            },
            Act(name: "callForRequests", row: build, facts: ward) {
                let date = Hospital.date("2036-02-02")
                try await $0.callForRequests(
                    NewRequestCall(dates: date...date, until: date.advanced(by: -9)), in: "ward-7",
                    today: date.advanced(by: -9), telling: { _, _, _ in "x" }, for: $1, at: now)
            },
            Act(name: "requestCalls", row: read, facts: ward) {
                _ = try await $0.requestCalls(of: "ward-7", limit: 9, for: $1)
            },
            Act(name: "basis", row: build, facts: ward) {
                let date = Hospital.date("2026-01-05")
                _ = try await $0.basis(of: "ward-7", over: date...date, for: $1)
            },
            Act(name: "past", row: build, facts: ward) {
                let date = Hospital.date("2026-01-05")
                _ = try await $0.past(of: "ward-7", people: ["mia"], over: date..<date.advanced(by: 1), for: $1)
            },
            Act(name: "plannedUnits", row: try row(ReadUnit.self), facts: whole) {
                _ = try await $0.plannedUnits(for: $1)
            },
            Act(name: "enterAttendance", row: try row(EnterAttendance.self), facts: mia) {
                try await $0.enterAttendance([NewAttendance(in: "ward-7", .on, at: now)], of: "mia", for: $1, at: now)
            },
            Act(name: "attendance", row: try row(ReadAttendance.self), facts: ward) {
                _ = try await $0.attendance(in: "ward-7", over: now...now, for: $1)
            },
            Act(name: "stations", row: try row(ManageStations.self), facts: ward) {
                _ = try await $0.stations(in: "ward-7", for: $1)
            },
            Act(name: "grace", row: try row(ManageStations.self), facts: ward) {
                _ = try await $0.grace(in: "ward-7", for: $1)
            },
            Act(name: "setGrace", row: try row(ManageStations.self), facts: ward) {
                try await $0.setGrace(Minutes(5), in: "ward-7", for: $1, at: now)
            },
            Act(name: "makeStation", row: try row(ManageStations.self), facts: ward) {
                var random = SeededGenerator(seed: 6)
                _ = try await $0.makeStation(
                    "Door", in: "ward-7", code: Token(using: &random), for: $1, at: now, using: &random)
            },
            Act(name: "renewCode", row: try row(ManageStations.self), facts: ward) {
                var random = SeededGenerator(seed: 7)
                _ = try await $0.renewCode(of: things.station, code: Token(using: &random), for: $1, at: now)
            },
            Act(name: "revokeStation", row: try row(ManageStations.self), facts: ward) {
                try await $0.revokeStation(things.station, for: $1, at: now)
            },
            Act(name: "notablePresses", row: try row(ReadAttendance.self), facts: ward) {
                _ = try await $0.notablePresses(in: "ward-7", over: now...now, for: $1)
            },
            Act(name: "watch", row: try row(ReadWatch.self), facts: ward) {
                _ = try await $0.watch(in: "ward-7", for: $1, at: now)
            },
            Act(name: "missingNames", row: try row(RaiseAlarms.self), facts: ward) {
                _ = try await $0.missingNames(["mia"], in: "ward-7", for: $1, at: now)
            },
            Act(name: "raise", row: try row(RaiseAlarms.self), facts: ward) {
                _ = try await $0.raise([Self.missing], for: $1, at: now)
            },
            Act(name: "alarms", row: try row(ReadAttendance.self), facts: ward) {
                _ = try await $0.alarms(in: "ward-7", since: now, for: $1)
            },
            Act(name: "alarm", row: try row(ReadAttendance.self), facts: ward) {
                _ = try await $0.alarm(things.alarm, for: $1)
            },
            Act(name: "settleAlarm", row: try row(PublishRota.self), facts: ward) {
                try await $0.settleAlarm(things.alarm, for: $1, at: now)
            },
            Act(name: "noteCover", row: try row(PublishRota.self), facts: ward) {
                try await $0.noteCover(CoverCallID(1), of: things.alarm, for: $1, at: now)
            },
            Act(name: "agreeBack", row: try row(DecideAbsence.self), facts: mia) {
                try await $0.agreeBack(
                    on: Hospital.date("2026-01-13"), from: things.absence, of: "mia", telling: [], for: $1, at: now)
            },
            Act(name: "attendance", row: try row(ReadAttendance.self), facts: whole) {
                _ = try await $0.attendance(of: ["mia"], over: now...now, for: $1)
            },
            Act(name: "unitsConcernedByAttendance", row: try row(ReadAttendance.self), facts: whole) {
                _ = try await $0.unitsConcernedByAttendance(since: now, for: $1)
            },
            Act(name: "hoursSignatures", row: try row(ReadAttendance.self), facts: ward) {
                _ = try await $0.hoursSignatures(in: "ward-7", of: Hospital.date("2026-01-01"), for: $1)
            },
            Act(name: "checkMayEnterAttendance", row: try row(EnterAttendance.self), facts: mia) {
                try await $0.checkMayEnterAttendance(of: "mia", in: "ward-7", for: $1)
            },
            Act(name: "checkMayCountersign", row: try row(CountersignHours.self), facts: mia) {
                try await $0.checkMayCountersign(hoursOf: "mia", in: "ward-7", for: $1)
            },
            Act(name: "countersignHours", row: try row(CountersignHours.self), facts: mia) {
                try await $0.countersignHours(
                    of: "mia", in: "ward-7", of: Hospital.date("2026-01-01"), as: Fingerprint(of: []), for: $1, at: now)
            },
            Act(name: "tell", row: try row(DeliverMessages.self), facts: whole) {
                let shift = UnrestedShift(
                    unit: "ward-7", person: "mia", date: Hospital.date("2026-01-05"), shift: "E", words: "x",
                    link: "/today", leadWords: "x", leadLink: "/cover")
                _ = try await $0.tell(of: [shift], for: $1, at: now)
            },
            Act(name: "accountEntries", row: try row(CorrectAccount.self), facts: mia) {
                _ = try await $0.accountEntries(of: "mia", in: 2026, for: $1, at: now)
            },
            Act(name: "enter", row: try row(CorrectAccount.self), facts: mia) {
                let entry = AccountEntry(
                    person: "mia", year: 2026, change: LedgerEntry(person: "mia", nights: 1), note: "x",
                    by: $1.person ?? "", at: now)
                try await $0.enter(entry, for: $1)
            },
            Act(name: "latestDraft", row: read, facts: ward) { _ = try await $0.latestDraft(of: problem, for: $1) },
            Act(name: "build", row: read, facts: ward) { _ = try await $0.build(things.build, for: $1) },
            Act(name: "add", row: build, facts: ward) {
                _ = try await $0.add(problem: [1], name: "Ward 7", unit: "ward-7", at: now, for: $1)
            },
            Act(name: "check of a problem", row: build, facts: ward) {
                try await $0.check(BuildRota.self, on: problem, for: $1)
            },
            Act(name: "check of a unit", row: build, facts: ward) {
                try await $0.check(BuildRota.self, on: "ward-7", for: $1)
            },
            Act(name: "check of the whole", row: try row(ExportCrew.self), facts: whole) {
                try await $0.check(ExportCrew.self, on: UnitID?.none, for: $1)
            },
            Act(name: "check of a person", row: try row(ResetSignIn.self), facts: mia) {
                try await $0.check(ResetSignIn.self, on: "mia" as PersonID, for: $1)
            },
            Act(name: "checkMayInvite", row: try row(InvitePeople.self), facts: new) {
                try await $0.checkMayInvite("new", for: $1)
            },
            Act(name: "directoryCopy", row: try row(ExportCrew.self), facts: whole) {
                _ = try await $0.directoryCopy(for: $1)
            },
            Act(name: "startBuild", row: build, facts: ward) {
                _ = try await $0.startBuild(Sample.order(problem), at: now, for: $1)
            },
            Act(name: "keep", row: build, facts: ward) {
                try await $0.keep(Sample.outcome(penalty: 5), of: things.build, for: $1)
            },
            Act(name: "end", row: build, facts: ward) {
                try await $0.end(things.ended, as: .stopped, outcome: nil, at: now, for: $1)
            },
            Act(name: "publish", row: try row(PublishRota.self), facts: ward) {
                try await $0.publish(things.publishable, of: Sample.plan, at: now, for: $1)
            },
            Act(name: "superseded", row: try row(PublishRota.self), facts: ward) {
                _ = try await $0.superseded(by: things.publishable, of: Sample.plan, for: $1)
            },
            Act(name: "versions", row: try row(ReadRota.self), facts: ward) {
                _ = try await $0.versions(of: "ward-7", limit: 9, for: $1)
            },
            Act(name: "version", row: try row(ReadRota.self), facts: ward) {
                _ = try await $0.version(1, of: "ward-7", for: $1)
            },
            Act(name: "published", row: try row(ReadRota.self), facts: ward) {
                _ = try await $0.published(in: "ward-7", at: now, for: $1)
            },
            Act(name: "inForce", row: try row(ReadRota.self), facts: ward) {
                _ = try await $0.inForce(in: "ward-7", from: Hospital.date("2026-01-05"), for: $1)
            },
            Act(name: "publishedCount", row: try row(ReadRota.self), facts: whole) {
                _ = try await $0.publishedCount(for: $1)
            },
            Act(name: "publishedHistory", row: try row(ReadSchedule.self), facts: mia) {
                _ = try await $0.publishedHistory(of: "mia", endingFrom: Hospital.date("2026-01-05"), for: $1)
            },
            Act(name: "interruptRunningBuilds", row: build, facts: whole) {
                _ = try await $0.interruptRunningBuilds(at: now, for: $1)
            },
            Act(name: "unitTree", row: try row(ReadUnit.self), facts: whole) { _ = try await $0.unitTree(for: $1) },
            Act(name: "crew", row: try row(ReadCrew.self), facts: ward) {
                _ = try await $0.crew(of: "ward-7", on: Hospital.date("2026-01-05"), for: $1)
            },
            Act(name: "person", row: try row(ReadPerson.self), facts: mia) {
                _ = try await $0.person("mia", on: Hospital.date("2026-01-05"), for: $1)
            },
            Act(name: "exportDirectory", row: try row(ExportCrew.self), facts: whole) {
                _ = try await $0.exportDirectory(for: $1)
            },
            Act(name: "importDirectory", row: try row(AddPeople.self), facts: whole) {
                try await $0.importDirectory(things.more, for: $1, at: now)
            },
            Act(name: "outline", row: try row(AddPeople.self), facts: whole) { _ = try await $0.outline(for: $1) },
            Act(name: "replaceOutline", row: try row(AddPeople.self), facts: whole) {
                let known = Hospital.directory()
                try await $0.replaceOutline(by: known, from: known, for: $1, at: now)
            },
            Act(name: "details", row: try row(ChangePerson.self), facts: mia) {
                _ = try await $0.details(of: "mia", for: $1)
            },
            Act(name: "change", row: try row(ChangePerson.self), facts: mia) {
                let known = try #require(Hospital.directory().people.first { $0.id == "mia" })
                try await $0.change(known, for: $1)
            },
            Act(name: "add", row: try row(AddPeople.self), facts: ward) {
                _ = try await $0.add(
                    PersonEntry(id: "", name: "Nils", memberships: [Held("ward-7")]), for: $1)
            },
            Act(name: "endSession", row: try row(ManageSessions.self), facts: mia) {
                try await $0.endSession(things.session, for: $1, at: now)
            },
            Act(name: "revokeToken", row: try row(ManageSessions.self), facts: mia) {
                try await $0.revokeToken(things.token, for: $1, at: now)
            },
            Act(name: "revokeCalendar", row: try row(ManageSessions.self), facts: mia) {
                try await $0.revokeCalendar(things.calendar, for: $1, at: now)
            },
            Act(name: "invite", row: try row(InvitePeople.self), facts: new) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.invite("new", login: try LoginName("new"), for: $1, at: now, using: &random)
            },
            Act(name: "resetLink", row: try row(ResetSignIn.self), facts: mia) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.resetLink(of: "mia", for: $1, at: now, using: &random)
            },
            Act(name: "disableAccount", row: try row(DisableAccount.self), facts: mia) {
                try await $0.disableAccount(of: "mia", for: $1, at: now)
            },
            Act(name: "enableAccount", row: try row(DisableAccount.self), facts: mia) {
                try await $0.enableAccount(of: "mia", for: $1, at: now)
            },
            Act(name: "accountState", row: try row(ManageSessions.self), facts: mia) {
                _ = try await $0.accountState(of: "mia", for: $1)
            },
            Act(name: "roles", row: try row(ReadRoles.self), facts: ward) {
                _ = try await $0.roles(in: "ward-7", for: $1)
            },
            Act(name: "give", row: lead, facts: gives) {
                try await $0.give(.lead, in: "ward-7", to: "mia", term: Term(from: end), for: $1)
            },
            Act(name: "takeAway", row: lead, facts: gives) { try await $0.takeAway(things.grant, for: $1, at: now) },
        ] + (try fileActs(things)) + (try sealedActs(things))
    }

    /// What those functions do that are about people's files.
    private static func fileActs(_ things: Things) throws -> [Act] {
        let now = Sample.now
        func entries(_ category: RecordCategory, _ recordClass: RecordClass) -> SubjectFacts {
            SubjectFacts(units: ["ward-7"], person: "mia", category: category, variant: .recordClass(recordClass))
        }
        let (mia, ture) = (
            SubjectFacts(units: ["ward-7"], person: "mia"), SubjectFacts(units: ["ward-7"], person: "ture")
        )
        let settings = try row(ChangeSettings.self)
        return [
            Act(name: "writeEntry", row: try row(WriteEntry.self), facts: entries(.training, .unit)) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.writeEntry(
                    Confidential(try EntryContent(title: "Drill")), in: .training, .unit, of: "mia", for: $1, at: now,
                    using: &random)
            },
            Act(name: "contest", row: try row(ContestEntry.self), facts: mia) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.contest(
                    things.entry, Confidential(try EntryContent(title: "No")), for: $1, at: now, using: &random)
            },
            Act(name: "readEntry", row: try row(ReadEntry.self), facts: entries(.training, .unit)) {
                _ = try await $0.readEntry(things.entry, for: $1, at: now)
            },
            Act(name: "readEntry", row: try row(ReadSealedEntry.self), facts: entries(.health, .sealed)) {
                _ = try await $0.readEntry(things.sealed, for: $1, at: now)
            },
            Act(name: "attachment", row: try row(ReadEntry.self), facts: entries(.training, .unit)) {
                _ = try await $0.attachment(things.attachment, of: things.entry, for: $1, at: now)
            },
            Act(name: "card", row: try row(ReadPerson.self), facts: mia) {
                _ = try await $0.card(of: "mia", for: $1, at: now)
            },
            Act(name: "retention", row: settings, facts: WholeOrganisation().facts) {
                _ = try await $0.retention(for: $1)
            },
            Act(name: "setRetention", row: settings, facts: WholeOrganisation().facts) {
                try await $0.setRetention(Retention([.contact: RetentionRule(years: 1, from: .leaving)]), for: $1)
            },
            Act(name: "erasePerson", row: try row(ErasePerson.self), facts: ture) {
                try await $0.erasePerson("ture", for: $1, at: now) { _ in nil }
            },
        ]
    }

    /// What those functions do that are about absences, fitness, broken glass, keys and the log of readings.
    private static func sealedActs(_ things: Things) throws -> [Act] {
        let now = Sample.now
        let mia = SubjectFacts(units: ["ward-7"], person: "mia")
        let health = SubjectFacts(
            units: ["ward-7"], person: "mia", category: .health, variant: .recordClass(.sealed))
        let (whole, date) = (WholeOrganisation().facts, Hospital.date("2026-02-01"))
        return [
            Act(name: "absences", row: try row(ReadSchedule.self), facts: mia) {
                _ = try await $0.absences(of: "mia", for: $1, at: now)
            },
            Act(name: "unitAbsences", row: try row(ReadDrafts.self), facts: SubjectFacts(units: ["ward-7"])) {
                _ = try await $0.unitAbsences(in: "ward-7", from: date, through: date, for: $1)
            },
            Act(name: "qualified", row: try row(ReadDrafts.self), facts: SubjectFacts(units: ["ward-7"])) {
                _ = try await $0.qualified([Person(id: "mia", name: "Mia")], in: "ward-7", over: date...date, for: $1)
            },
            Act(name: "noteAbsence", row: try row(DecideAbsence.self), facts: mia) {
                var random = SystemRandomNumberGenerator()
                try await $0.noteAbsence(
                    of: "mia", try Away(first: date, last: date), because: Confidential(try AbsenceGround(.duty)),
                    for: $1, at: now, using: &random)
            },
            Act(name: "decideAbsence", row: try row(DecideAbsence.self), facts: mia) {
                try await $0.decideAbsence(things.absence, of: "mia", granted: true, for: $1, at: now)
            },
            Act(name: "absenceGround", row: try row(ReadSealedEntry.self), facts: health) {
                _ = try await $0.absenceGround(things.absence, of: "mia", for: $1, at: now)
            },
            Act(name: "fitness", row: try row(ReadFitness.self), facts: mia) {
                _ = try await $0.fitness(of: "mia", for: $1, at: now)
            },
            Act(name: "decideFitness", row: try row(DecideFitness.self), facts: mia) {
                var random = SystemRandomNumberGenerator()
                try await $0.decideFitness(
                    .fit, of: "mia", because: Confidential(""), for: $1, at: now, using: &random)
            },
            Act(name: "fitnessReason", row: try row(ReadSealedEntry.self), facts: health) {
                _ = try await $0.fitnessReason(things.decision, of: "mia", for: $1, at: now)
            },
            Act(name: "breakGlass", row: try row(BreakGlass.self), facts: health) {
                var random = SystemRandomNumberGenerator()
                try await $0.breakGlass(
                    over: .health, of: "mia", because: Confidential("an emergency"), lasting: Minutes(1), for: $1,
                    at: now, using: &random)
            },
            Act(name: "startCover", row: try row(PublishRota.self), facts: SubjectFacts(units: ["ward-7"])) {
                let candidate = StoredCover.Candidate(
                    person: "mia", name: "Mia", carried: 0, minutes: .zero, cost: 0)
                try await $0.startCover(
                    NewCover(
                        unit: "ward-7", date: date, shift: "E", leaver: nil, order: .allAtOnce,
                        closesAt: Instant(seconds: now.seconds + 60), candidates: [candidate], text: "x",
                        choices: ["Yes", "No"]), for: $1, at: now)
            },
            Act(name: "lookAfterCovers", row: try row(DeliverMessages.self), facts: whole) {
                _ = try await $0.lookAfterCovers(at: now, limit: 9, for: $1)
            },
            Act(name: "chases", row: try row(DeliverMessages.self), facts: whole) {
                _ = try await $0.chases(at: now, limit: 9, for: $1)
            },
            Act(name: "chase", row: try row(DeliverMessages.self), facts: whole) {
                try await $0.chase(things.message, passingTo: [:], for: $1, at: now)
            },
            Act(name: "claim", row: try row(DeliverMessages.self), facts: whole) {
                _ = try await $0.claim(by: .push, at: now, lease: .seconds(1), limit: 9, for: $1)
            },
            Act(name: "releaseClaims", row: try row(DeliverMessages.self), facts: whole) {
                try await $0.releaseClaims(at: now, for: $1)
            },
            Act(name: "remindOfRequests", row: try row(DeliverMessages.self), facts: whole) {
                _ = try await $0.remindOfRequests(at: now, limit: 9, telling: { _, _, _ in "x" }, for: $1)
            },
            Act(name: "remindOfExpiry", row: try row(DeliverMessages.self), facts: whole) {
                _ = try await $0.remindOfExpiry(at: now, telling: { _ in "x" }, for: $1)
            },
            Act(name: "noteBounce", row: try row(DeliverMessages.self), facts: whole) {
                _ = try await $0.noteBounce(
                    of: MessageID(1), by: WayID(1), to: ["a@example.org"], isOfTheAddress: true, for: $1, at: now)
            },
            Act(name: "nextDelivery", row: try row(DeliverMessages.self), facts: whole) {
                _ = try await $0.nextDelivery(for: $1)
            },
            Act(name: "outboxCounts", row: try row(ReadSystem.self), facts: whole) {
                _ = try await $0.outboxCounts(for: $1)
            },
            Act(name: "makeDataKey", row: try row(RotateKeys.self), facts: whole) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.makeDataKey(for: $1, using: &random)
            },
            Act(name: "rewrapDataKeys", row: try row(RotateKeys.self), facts: whole) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.rewrapDataKeys(for: $1, using: &random)
            },
            Act(name: "readingsHead", row: try row(VerifyReadings.self), facts: whole) {
                _ = try await $0.readingsHead(for: $1)
            },
            Act(name: "verifyReadings", row: try row(VerifyReadings.self), facts: whole) {
                _ = try await $0.verifyReadings(knowing: [], for: $1)
            },
        ]
    }

    /// What those functions do about the caller alone.
    private static func ownActs() throws -> [Act] {
        let now = Sample.now
        func act(
            _ name: String, _ row: PermissionRow, _ run: @escaping @Sendable (Store, Caller) async throws -> Void
        ) -> Act {
            Act(name: name, row: row, facts: SubjectFacts(units: []), run: run)
        }
        let hash = try PasswordHash(stored: Hospital.hash)
        return [
            act("sessions", try row(ManageSessions.self)) { _ = try await $0.sessions(for: $1) },
            act("check of oneself", try row(IssueToken.self)) { try await $0.checkOwn(IssueToken.self, for: $1) },
            act("tokens", try row(ManageSessions.self)) { _ = try await $0.tokens(for: $1) },
            act("hasEntryCode", try row(ChangeSignIn.self)) { _ = try await $0.hasEntryCode(for: $1) },
            act("setEntryCode", try row(ChangeSignIn.self)) { try await $0.setEntryCode(nil, for: $1, at: now) },
            act("calendars", try row(ManageSessions.self)) { _ = try await $0.calendars(for: $1) },
            act("makeCalendar", try row(IssueToken.self)) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.makeCalendar(name: "x", for: $1, at: now, using: &random)
            },
            act("ownFile", try row(DownloadFile.self)) { _ = try await $0.ownFile(for: $1, at: now) },
            act("ownRoles", try row(ReadPerson.self)) { _ = try await $0.ownRoles(for: $1) },
            act("askAbsence", try row(AskAbsence.self)) {
                var random = SystemRandomNumberGenerator()
                let date = Hospital.date("2026-02-01")
                try await $0.askAbsence(
                    try Away(first: date, last: date), because: Confidential(try AbsenceGround(.holiday)), for: $1,
                    at: now, using: &random)
            },
            act("ownRequests", try row(AskShifts.self)) { _ = try await $0.ownRequests(for: $1) },
            act("ask", try row(AskShifts.self)) {
                let date = Hospital.date("2026-02-02")
                try await $0.ask(for: .dayOff, on: date, today: date, for: $1, at: now)
            },
            act("ownAttendance", try row(ReadSchedule.self)) {
                _ = try await $0.ownAttendance(over: now...now, for: $1)
            },
            act("ownHoursSignatures", try row(ReadSchedule.self)) {
                _ = try await $0.ownHoursSignatures(of: Hospital.date("2026-01-01"), for: $1)
            },
            act("signHours", try row(SignHours.self)) {
                do {
                    try await $0.signHours(
                        in: "ward-7", of: Hospital.date("2026-01-01"), as: Fingerprint(of: []), for: $1, at: now)
                } catch let error as StoreError where error.code == .unusableEntry {
                    // Not of that ward.
                }
            },
            act("ownRequestCalls", try row(AskShifts.self)) {
                _ = try await $0.ownRequestCalls(from: Hospital.date("2026-02-02"), for: $1)
            },
            act("withdrawRequest", try row(AskShifts.self)) {
                try await $0.withdrawRequest(on: Hospital.date("2026-02-02"), for: $1)
            },
            act("ownExchanges", try row(AskShifts.self)) { _ = try await $0.ownExchanges(limit: 9, for: $1) },
            act("ownAccountEntries", try row(ReadSchedule.self)) {
                _ = try await $0.ownAccountEntries(in: 2026, for: $1)
            },
            act("received", try row(ReadMessages.self)) { _ = try await $0.received([MessageID(1)], for: $1) },
            act("inbox", try row(ReadMessages.self)) { _ = try await $0.inbox(limit: 9, for: $1) },
            act("owed", try row(ReadMessages.self)) { _ = try await $0.owed(for: $1) },
            act("sent", try row(ReadMessages.self)) { _ = try await $0.sent(limit: 9, for: $1) },
            act("boxCounts", try row(ReadMessages.self)) { _ = try await $0.boxCounts(for: $1) },
            act("messageNews", try row(ReadMessages.self)) {
                _ = try await $0.messageNews(after: NewsID(0), limit: 9, for: $1)
            },
            act("newestNews", try row(ReadMessages.self)) { _ = try await $0.newestNews(for: $1) },
            act("ways", try row(ReadMessages.self)) { _ = try await $0.ways(for: $1) },
            act("note", try row(KeepMessages.self)) { _ = try await $0.note(received: [], for: $1, at: now) },
            act("add", try row(ChooseWays.self)) {
                try await $0.add(NewWay(channel: .mail, name: "x", address: "x@example.org"), for: $1, at: now)
            },
            act("remove", try row(ChooseWays.self)) { try await $0.remove(WayID(0), for: $1) },
            act("set", try row(ChooseWays.self)) { try await $0.set(quiet: nil, for: $1) },
            act("correctContact", try row(CorrectContact.self)) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.correctContact(
                    Confidential(try EntryContent(title: "Telephone")), .leads, for: $1, at: now, using: &random)
            },
            act("readings", try row(ReadReadings.self)) { _ = try await $0.readings(skipping: 0, limit: 9, for: $1) },
            act("brokenGlass", try row(ReadReadings.self)) { _ = try await $0.brokenGlass(for: $1) },
            act("notices", try row(ReadReadings.self)) { _ = try await $0.notices(for: $1) },
            act("unseenNotices", try row(ReadReadings.self)) { _ = try await $0.unseenNotices(for: $1) },
            act("noteSeen", try row(ReadReadings.self)) { try await $0.noteSeen("none", for: $1, at: now) },
            act("changePassword", try row(ChangeSignIn.self)) {
                try await $0.changePassword(to: hash, keeping: nil, for: $1, at: now)
            },
            act("connect", try row(ChangeSignIn.self)) {
                let subject = try #require(Sample.subject(UUID().uuidString))
                try await $0.connect(subject, for: $1)
            },
            act("disconnect", try row(ChangeSignIn.self)) {
                try await $0.disconnect(keeping: nil, for: $1, at: now)
            },
            act("allowPairing", try row(ChangeSignIn.self)) {
                var random = SystemRandomNumberGenerator()
                try await $0.allowPairing(by: Token(using: &random), for: $1, at: now, using: &random)
            },
            act("issueToken", try row(IssueToken.self)) {
                var random = SystemRandomNumberGenerator()
                _ = try await $0.issueToken(
                    name: "x", rights: [.readRotas], until: Instant(seconds: now.seconds + 60), for: $1, at: now,
                    using: &random)
            },
        ]
    }

    /// Whether the caller may do it about themselves.
    private static func isOwn(_ act: Act, _ caller: Caller) -> Bool {
        guard let person = caller.person else { return false }
        return act.row.ground(for: caller, on: SubjectFacts(units: [], person: person)) != nil
    }

    /// What the acts are done to.
    struct Things: Sendable {
        var problem = ProblemID(0)
        var build = BuildID(0)
        var ended = BuildID(0)
        /// Published once.
        var publishable = BuildID(0)
        var session: SessionID = ""
        var token: APITokenID = ""
        var calendar: CalendarFeedID = ""
        var station: StationID = ""
        var alarm = AlarmID(0)
        var grant = GrantID(0)
        var more = Hospital.directory()
        /// On training, open to the unit, of Mia.
        var entry: EntryID = ""
        var attachment: AttachmentID = ""
        /// On health, of Mia.
        var sealed: EntryID = ""
        /// That Mia has asked for.
        var absence: EntryID = ""
        /// On Mia's fitness.
        var decision: EntryID = ""
        /// From Pia to Mia.
        var message = MessageID(0)
    }

    private func things(in hospital: Hospital) async throws -> Things {
        let store = hospital.store
        var random = SystemRandomNumberGenerator()
        var things = Things()
        let pia = try await hospital.caller("pia")
        things.problem = try await store.add(problem: [1], name: "Ward 7", unit: "ward-7", at: now, for: pia)
        things.build = try await store.startBuild(Sample.order(things.problem), at: now, for: pia)
        things.ended = try await store.startBuild(Sample.order(things.problem), at: now, for: pia)
        things.publishable = try await store.startBuild(Sample.order(things.problem), at: now, for: pia)
        try await store.end(
            things.publishable, as: .finished, outcome: Sample.outcome(penalty: 1), at: now, for: pia)
        try await store.publish(things.publishable, of: Sample.plan, at: now, for: pia)
        let mia = try await hospital.visit("mia")
        things.session = try #require(mia.session?.id)
        _ = try await store.issueToken(
            name: "Mia's", rights: [.readRotas], until: Instant(seconds: now.seconds + 86_400), for: mia.caller,
            at: now,
            using: &random)
        things.token = try #require(try await store.tokens(for: mia.caller).first?.id)
        _ = try await store.makeCalendar(name: "Mia's", for: mia.caller, at: now, using: &random)
        things.calendar = try #require(try await store.calendars(for: mia.caller).first?.id)
        things.station = try await store.makeStation(
            "Main door", in: "ward-7", code: Token(using: &random), for: try await hospital.caller("lea"), at: now,
            using: &random
        ).id
        var early = Self.missing
        early.start = now.adding(.minutes(-30))
        let watch = try await store.entrance.admit(.watch, at: now)
        things.alarm = try #require(try await store.raise([early], for: watch, at: now).first)
        let administrator = try await hospital.caller(Hospital.administrator)
        things.grant = try await store.give(
            .lead, in: "ward-7", to: "mia", term: Term(from: now, until: Instant(seconds: now.seconds + 1)),
            for: administrator)
        try await store.takeAway(things.grant, for: administrator, at: now)
        var directory = try await store.exportDirectory(for: administrator)
        // Somebody to be erased.
        directory.people.append(PersonEntry(id: "ture", name: "Ture", memberships: [Held("ward-7")]))
        try await store.importDirectory(directory, for: administrator, at: now)
        let file = Confidential(try AttachedFile(name: "a.txt", declared: nil, bytes: [0x61]))
        things.entry = try await store.writeEntry(
            Confidential(try EntryContent(title: "Drill")), attaching: [file], in: .training, .unit, of: "mia",
            for: try await hospital.caller("rita"), at: now, using: &random)
        things.attachment = try #require(
            try await store.readEntry(things.entry, for: pia, at: now).attachments.first?.id)
        things.sealed = try await store.writeEntry(
            Confidential(try EntryContent(title: "Migraine")), in: .health, .sealed, of: "mia",
            for: try await hospital.caller("max"), at: now, using: &random)
        let day = Hospital.date("2026-02-01")
        things.absence = try await store.askAbsence(
            try Away(first: day, last: day), because: Confidential(try AbsenceGround(.holiday)), for: mia.caller,
            at: now, using: &random)
        things.decision = try await store.decideFitness(
            .fit, of: "mia", because: Confidential(""), for: try await hospital.caller("max"), at: now, using: &random)
        things.message = try await store.send(NewMessage(text: "Hello", recipients: ["mia"]), for: pia, at: now).message
        things.more = directory
        things.more.people.append(PersonEntry(id: "more", name: "More", memberships: [Held("ward-3")]))
        return things
    }

    /// People with every role in several places, programs with every right, and every job.
    private func callers(of hospital: Hospital) async throws -> [(name: String, caller: Caller)] {
        var random = SystemRandomNumberGenerator()
        var callers: [(name: String, caller: Caller)] = []
        let people = Hospital.roles.map(\.person) + ["mia", "olof", "gone", Hospital.administrator]
        for person in people { callers.append((person.rawValue, try await hospital.caller(person))) }
        for person in ["pia", "vera", "rita", "mia"] as [PersonID] {
            let itself = try await hospital.caller(person)
            for right in TokenRight.allCases {
                let token = try await hospital.store.issueToken(
                    name: "x", rights: [right], until: Instant(seconds: now.seconds + 86_400), for: itself, at: now,
                    using: &random)
                let visit = try #require(try await hospital.store.entrance.admit(token, at: now))
                callers.append(("\(person)'s program with \(right.rawValue)", visit.caller))
            }
        }
        for person in ["pia", "mia"] as [PersonID] {
            let feed = try await hospital.store.makeCalendar(
                name: "x", for: try await hospital.caller(person), at: now, using: &random)
            let visit = try #require(try await hospital.store.entrance.admit(feed, at: now))
            callers.append(("\(person)'s calendar", visit.caller))
        }
        for job in SystemJob.allCases {
            callers.append(("\(job)", try await hospital.store.entrance.admit(job, at: now)))
        }
        return callers
    }

    private static let missing = NewAlarm(
        unit: "ward-7", person: "mia", date: Hospital.date("2026-01-05"), shift: "E", start: Sample.now,
        end: Instant(seconds: Sample.now.seconds + 28_800), toldTo: ["lea"], text: "x")

    /// All that is stored, but for what admitting somebody notes.
    private func contents(of scratch: ScratchStore) async throws -> String {
        var contents: [String] = []
        for table in [
            "organisation", "unit", "person", "problem", "build", "account", "session", "oneTimeLink", "apiToken",
            "calendarFeed", "station", "alarm", "absenceReturn",
            "shiftRequest", "exchange", "accountEntry", "roleGrant", "recordEntry", "attachment", "absence",
            "fitnessDecision", "glassGrant", "message", "messageCopy", "copyEvent", "way", "delivery", "coverCall",
            "hoursSignature",
        ] {
            contents.append(try await scratch.byHand("SELECT * FROM \(table) ORDER BY id"))
        }
        for table in ["heldRank", "heldQualification", "heldContract", "membership"] {
            contents.append(try await scratch.byHand("SELECT * FROM \(table) ORDER BY personID, place"))
        }
        contents.append(try await scratch.byHand("SELECT * FROM reach ORDER BY personID"))
        contents.append(try await scratch.byHand("SELECT * FROM entryCode ORDER BY personID"))
        contents.append(try await scratch.byHand("SELECT * FROM watchRule ORDER BY unitID"))
        for table in ["messageNumber", "copyNews"] {
            contents.append(try await scratch.byHand("SELECT * FROM \(table) ORDER BY personID, number"))
        }
        contents.append(try await scratch.byHand("SELECT * FROM unitSetup ORDER BY unitID, number"))
        contents.append(try await scratch.byHand("SELECT * FROM draft ORDER BY buildID"))
        for table in ["draftStep", "draftBranch", "buildPins"] {
            contents.append(try await scratch.byHand("SELECT * FROM \(table) ORDER BY buildID"))
        }
        contents.append(try await scratch.byHand("SELECT * FROM recordReference ORDER BY entryID"))
        contents.append(try await scratch.byHand("SELECT * FROM retentionRule ORDER BY category"))
        for table in ["reading", "notice", "dataKey"] {
            contents.append(try await scratch.byHand("SELECT * FROM \(table) ORDER BY number"))
        }
        for table in ["message", "messageCopy", "copyEvent", "coverCall"] {
            contents.append(try await scratch.byHand("SELECT * FROM \(table) ORDER BY id"))
        }
        return contents.joined(separator: "\n")
    }

    @Test("is what the table of permissions says, and nothing else", arguments: StoreKind.allCases)
    func followsTable(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open(masters: [Sample.master()])
        let hospital = try await Hospital.open(in: store)
        let things = try await things(in: hospital)
        let callers = try await callers(of: hospital)
        let (acts, ownActs) = (try Self.acts(things), try Self.ownActs())
        let before = try await contents(of: scratch)
        var refusals = 0
        for (name, caller) in callers {
            for act in acts where act.row.ground(for: caller, on: act.facts) == nil {
                refusals += 1
                await #expect(throws: expected(act, caller), "\(name): \(act.name)") {
                    try await act.run(store, caller)
                }
            }
            for act in ownActs where !Self.isOwn(act, caller) {
                refusals += 1
                await #expect(throws: Refusal.self, "\(name): \(act.name)") { try await act.run(store, caller) }
            }
        }
        #expect(refusals > 500)
        #expect(try await contents(of: scratch) == before, "nothing has changed for whoever was refused")

        var allowed: Set<String> = []
        for (name, caller) in callers {
            for act in acts where act.row.ground(for: caller, on: act.facts) != nil {
                allowed.insert(act.name)
                do {
                    try await act.run(store, caller)
                } catch let refusal as Refusal {
                    Issue.record("\(name): \(act.name) is refused: \(refusal.rawValue)")
                } catch {
                    // Allowed, but done already by the one before.
                }
            }
            for act in ownActs where Self.isOwn(act, caller) {
                allowed.insert(act.name)
                try await act.run(store, caller)
            }
        }
        let all = Set((acts + ownActs).map(\.name))
        #expect(allowed == all, "somebody may do each of them")
        try await store.close()
    }

    /// How the act is refused to that caller.
    private func expected(_ act: Act, _ caller: Caller) -> Refusal {
        guard ["invite", "checkMayInvite"].contains(act.name) else {
            return act.row.refusal(for: caller, on: act.facts)
        }
        // Whoever may not know of the person does not learn that there is one.
        let knows = Permission.table.first { $0.name == "ReadPerson" }?.ground(for: caller, on: act.facts) != nil
        return knows ? act.row.refusal(for: caller, on: act.facts) : .hidden
    }

    @Test("is in the lists above: every function that takes a caller")
    func complete() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Sources/WatchbillStore")
        var taken: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            guard file.lastPathComponent.hasPrefix("Store+") else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            let functions = text.matches(of: #/package func (\w+)\([^{]*?for caller: Caller/#)
            taken.formUnion(functions.map { String($0.1) })
        }
        let told = Set(try Self.acts(Things()).map(\.name) + Self.ownActs().map(\.name))
            .filter { !$0.hasPrefix("check of") }
        // Those that never refuse, or ask of many things at once, have tests of their own.
        let others = [
            "latestProblem", "mayBuild", "mayPublish", "checkMayAppoint", "checkMayBreakGlass", "detailChoices", "file",
            "search", "eraseDue", "manageable", "exchange", "answer", "withdrawExchange", "decide", "exchangesToDecide",
            "send", "conversation", "delete", "retract", "waive", "finish", "cover", "covers", "answerCover",
            "withdrawCover",
            // Of stations alone, or of many units at once: StationTests.
            "stationCrew", "noteSeen", "begin", "settle", "graces", "endAlarms", "sayBack", "returns",
            "expiry", "changeExpiry",
        ]
        #expect(taken == told.union(others))
    }
}
