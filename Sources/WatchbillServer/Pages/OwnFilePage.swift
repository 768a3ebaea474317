import CrewRecords
import RotaModel
import WatchbillStore

extension PageRenderer {
    /// Everything that is kept about somebody, to be read and kept by them.
    ///
    /// - Parameter own: their published shifts.
    func ownFilePage(_ file: OwnFile, _ own: OwnShifts, zone: Zone, now: Instant) -> String {
        struct Line: Sendable {
            let name: String
            let note: String
        }
        struct Part: Sendable {
            let title: String
            let lines: [Line]
            let hasNone: Bool

            init(_ title: String, _ lines: [Line]) {
                self.title = title
                self.lines = lines
                hasNone = lines.isEmpty
            }
        }
        struct Entry: Sendable {
            let title: String
            let facts: String
            let body: [String]
            let files: [String]
        }
        struct Model: Sendable {
            let name: String
            let intro: String
            let parts: [Part]
            let entries: [Entry]
            let hasNoEntry: Bool
        }
        func held<ID: Hashable>(_ held: [Held<ID>], _ name: (ID) -> String) -> [Line] {
            held.map { Line(name: name($0.id), note: words(for: $0.valid)) }
        }
        let (person, directory) = (file.person, file.directory)
        let units = Dictionary(uniqueKeysWithValues: directory.units.map { ($0.unit.id, $0.unit.name) })
        let account = file.account.map { account in
            [
                Line(
                    name: account.login.text,
                    note: language.text(.ownSince, ["time": language.moment(account.created, in: zone)]))
            ]
        }
        let parts = [
            Part(language[.ownUnits], held(person.memberships) { units[$0] ?? $0.rawValue }),
            Part(
                language[.ownRanks],
                held(person.ranks) { id in directory.ranks.first { $0.id == id }?.name ?? id.rawValue }),
            Part(
                words(for: .qualifications),
                held(person.qualifications) { id in
                    directory.qualifications.first { $0.id == id }?.name ?? id.rawValue
                }),
            Part(
                words(for: .contracts),
                held(person.contracts) { id in directory.contracts.first { $0.id == id }?.name ?? id.rawValue }),
            Part(
                language[.yourRoles],
                file.roles.map { grant in
                    Line(
                        name: "\(words(for: grant.role)), \(units[grant.unit] ?? grant.unit.rawValue)",
                        note: language.text(.ownSince, ["time": language.moment(grant.term.from, in: zone)]))
                }),
            Part(language[.ownAccount], account ?? []),
            Part(
                language[.sessions],
                file.sessions.map {
                    Line(
                        name: $0.userAgent.text.isEmpty ? language[.unknownBrowser] : $0.userAgent.text,
                        note: language.text(.lastSeen, ["time": language.moment($0.lastSeen, in: zone)]))
                }),
            Part(
                language[.tokens],
                file.tokens.map {
                    Line(
                        name: $0.name,
                        note: language.text(
                            .tokenNote,
                            [
                                "rights": $0.rights.map(\.rawValue).sorted().joined(separator: ", "),
                                "time": language.moment($0.expires, in: zone),
                            ]))
                }),
            Part(
                language[.calendarFeeds],
                lines(file.calendars, in: zone).map { Line(name: $0.name, note: $0.note) }),
            Part(
                language[.ownShifts],
                own.shifts.map { shift in
                    Line(
                        name: "\(language.day(shift.date)) \(shift.date.components.year)",
                        note:
                            "\(shift.type.name), \(language.times(of: shift.type, on: shift.date, in: shift.unit.zone))"
                            + " · \(shift.unit.name)")
                }),
            Part(
                language[.awayAll],
                file.absences.map { own in
                    let (kind, reason) = told(own.ground)
                    return Line(
                        name: days(of: own.absence.away),
                        note: [words(for: own.absence.state), kind, reason].filter { !$0.isEmpty }
                            .joined(separator: " · "))
                }),
            Part(
                language[.fitnessIs],
                file.fitness.map { own in
                    Line(
                        name: words(for: own.decision.fitness),
                        note: [
                            language.text(
                                .fitnessDecided,
                                [
                                    "name": own.decision.decidedBy,
                                    "time": language.moment(own.decision.decidedAt, in: zone),
                                ]), own.reason.reveal(),
                        ].filter { !$0.isEmpty }.joined(separator: " · "))
                }),
            Part(
                language[.glassOverYou],
                file.glass.map { own in
                    Line(
                        name: language.text(
                            .glassBroken, ["reader": own.reader, "category": words(for: own.grant.category)]),
                        note: "\(language.moment(own.grant.term.from, in: zone)) · \(own.reason.reveal())")
                }),
            Part(
                language[.ownReadings],
                file.readings.map {
                    Line(
                        name: $0.reader,
                        note: "\(words(for: $0.reading.category)), \(language.moment($0.reading.at, in: zone))")
                }),
        ]
        let entries = file.entries.map { own in
            Entry(
                title: title(of: own.entry),
                facts: ([
                    words(for: own.entry.category), words(for: own.entry.recordClass),
                    own.entry.content.map { words(for: $0.valid) } ?? "",
                    language.text(
                        .entryWritten,
                        ["name": own.entry.writer, "time": language.moment(own.entry.writtenAt, in: zone)]),
                    state(of: own.entry),
                ] + (own.entry.content.map { self.facts(of: $0, directory.qualifications) } ?? []))
                .filter { !$0.isEmpty }.joined(separator: " · "), body: paragraphs(of: own.entry),
                files: own.entry.attachments.map { "\($0.name) (\(words(for: $0.type)), \(size($0.size)))" })
        }
        return render(
            "ownfile",
            Model(
                name: person.name, intro: language.text(.ownIntro, ["time": language.moment(now, in: zone)]),
                parts: parts, entries: entries, hasNoEntry: entries.isEmpty),
            frame: frame(.me, title: person.name, problem: nil, style: "text"))
    }
}
