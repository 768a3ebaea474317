import CrewRecords
internal import Foundation
import RotaModel
import WatchbillStore

/// Everything that is kept about somebody, as they download it: docs/formats.md.
struct OwnFileAnswer: Encodable {
    struct HeldAnswer: Encodable {
        let id: String
        let name: String
        let from: String?
        let until: String?
    }

    struct Person: Encodable {
        let id: String
        let name: String
        let units: [HeldAnswer]
        let ranks: [HeldAnswer]
        let qualifications: [HeldAnswer]
        let contracts: [HeldAnswer]
    }

    struct Account: Encodable {
        let login: String
        let created: String
        let disabled: String?
        let hasPassword: Bool
        let provider: String?
    }

    struct Session: Encodable {
        let browser: String
        let way: String
        let begun: String
        let lastSeen: String
        let ended: String?
    }

    struct Token: Encodable {
        let name: String
        let rights: [String]
        let created: String
        let expires: String
        let lastUsed: String?
        let revoked: String?
    }

    struct Calendar: Encodable {
        let name: String
        let created: String
        let lastFetched: String?
        let revoked: String?
    }

    struct Role: Encodable {
        let role: String
        let unit: String
        let from: String
        let until: String?
    }

    struct Attachment: Encodable {
        let name: String
        let type: String
        /// Base64.
        let content: Data
    }

    struct Entry: Encodable {
        let id: String
        let category: String
        let `class`: String
        let title: String
        let text: String
        let from: String?
        let until: String?
        let runsOut: TermsAnswer?
        let writtenBy: String
        let writtenAt: String
        let supersedes: String?
        let contests: String?
        let attachments: [Attachment]
    }

    struct Shift: Encodable {
        let unit: String
        let date: String
        let shift: String
        let start: String
        let end: String
        let version: Int
    }

    struct Exchange: Encodable {
        let unit: String
        let asker: String
        let other: String?
        let date: String
        let shift: String
        let otherDate: String?
        let otherShift: String?
        let asked: String
        let state: String
        let since: String
    }

    struct AccountChange: Encodable {
        let year: Int
        let change: AccountNumbers
        let leave: Int
        let note: String
        let by: String
        let at: String
    }

    struct Absence: Encodable {
        let id: String
        let first: String
        let last: String
        let from: String?
        let until: String?
        let state: String
        let kind: String
        let reason: String
    }

    struct Fitness: Encodable {
        let id: String
        let fitness: String
        let reason: String
        let decidedBy: String
        let decidedAt: String
    }

    struct Glass: Encodable {
        let reader: String
        let category: String
        let from: String
        let until: String?
        let reason: String
    }

    struct Reading: Encodable {
        let reader: String
        let at: String
        let category: String
        let entry: String
    }

    let watchbill = "own file 1"
    let organisation: String
    let made: String
    let person: Person
    let account: Account?
    let sessions: [Session]
    let tokens: [Token]
    let calendars: [Calendar]
    let roles: [Role]
    let entries: [Entry]
    let shifts: [Shift]
    let requests: [RequestAnswer]
    let exchanges: [Exchange]
    let accountEntries: [AccountChange]
    let attendance: [AttendanceAnswer]
    let signatures: [HoursSignatureAnswer]
    let absences: [Absence]
    let fitness: [Fitness]
    let brokenGlass: [Glass]
    let readings: [Reading]

    /// - Parameter own: the person's published shifts.
    init(_ file: OwnFile, _ own: OwnShifts, at now: Instant) {
        let directory = file.directory
        organisation = directory.organisation
        made = Self.text(now)
        person = Person(
            id: file.person.id.rawValue, name: file.person.name,
            units: Self.held(file.person.memberships) { id in
                directory.units.first { $0.unit.id == id }?.unit.name
            },
            ranks: Self.held(file.person.ranks) { id in directory.ranks.first { $0.id == id }?.name },
            qualifications: Self.held(file.person.qualifications) { id in
                directory.qualifications.first { $0.id == id }?.name
            },
            contracts: Self.held(file.person.contracts) { id in directory.contracts.first { $0.id == id }?.name })
        account = file.account.map {
            Account(
                login: $0.login.text, created: Self.text($0.created), disabled: $0.disabled.map(Self.text),
                hasPassword: $0.passwordHash != nil, provider: $0.subject?.issuer.text)
        }
        sessions = file.sessions.map {
            Session(
                browser: $0.userAgent.text, way: $0.way.rawValue, begun: Self.text($0.created),
                lastSeen: Self.text($0.lastSeen), ended: $0.end.map { Self.text($0.at) })
        }
        tokens = file.tokens.map {
            Token(
                name: $0.name, rights: $0.rights.map(\.rawValue).sorted(), created: Self.text($0.created),
                expires: Self.text($0.expires), lastUsed: $0.lastUsed.map(Self.text), revoked: $0.revoked.map(Self.text)
            )
        }
        calendars = file.calendars.map {
            Calendar(
                name: $0.name, created: Self.text($0.created), lastFetched: $0.lastFetched.map(Self.text),
                revoked: $0.revoked.map(Self.text))
        }
        roles = file.roles.map {
            Role(
                role: $0.role.rawValue, unit: $0.unit.rawValue, from: Self.text($0.term.from),
                until: $0.term.until.map(Self.text))
        }
        entries = file.entries.map(Self.entry)
        shifts = own.shifts.map {
            Shift(
                unit: $0.unit.id.rawValue, date: $0.date.description, shift: $0.type.id.rawValue,
                start: Self.text($0.start), end: Self.text($0.end), version: $0.version)
        }
        requests = file.requests.map(RequestAnswer.init)
        exchanges = file.exchanges.map { named in
            let (exchange, proposal) = (named.exchange, named.exchange.proposal)
            return Exchange(
                unit: exchange.unit.rawValue, asker: named.asker, other: named.other, date: proposal.date.description,
                shift: proposal.shift.rawValue, otherDate: proposal.otherDate?.description,
                otherShift: proposal.otherShift?.rawValue, asked: Self.text(exchange.askedAt),
                state: exchange.state.rawValue, since: Self.text(exchange.at))
        }
        accountEntries = file.accountEntries.map {
            AccountChange(
                year: $0.year, change: AccountNumbers($0.change), leave: $0.leave, note: $0.note, by: $0.by.rawValue,
                at: Self.text($0.at))
        }
        attendance = file.attendance.map(AttendanceAnswer.init)
        signatures = file.signatures.map(HoursSignatureAnswer.init)
        absences = file.absences.map { own in
            let (away, ground) = (own.absence.away, own.ground.reveal())
            return Absence(
                id: own.absence.id.rawValue, first: away.first.description, last: away.last.description,
                from: away.from?.description, until: away.until?.description, state: own.absence.state.rawValue,
                kind: ground.kind.rawValue, reason: ground.reason)
        }
        fitness = file.fitness.map { own in
            Fitness(
                id: own.decision.id.rawValue, fitness: own.decision.fitness.description, reason: own.reason.reveal(),
                decidedBy: own.decision.decidedBy, decidedAt: Self.text(own.decision.decidedAt))
        }
        brokenGlass = file.glass.map { own in
            Glass(
                reader: own.reader, category: own.grant.category.rawValue, from: Self.text(own.grant.term.from),
                until: own.grant.term.until.map(Self.text), reason: own.reason.reveal())
        }
        readings = file.readings.map {
            Reading(
                reader: $0.reader, at: Self.text($0.reading.at), category: $0.reading.category.rawValue,
                entry: $0.reading.subject.rawValue)
        }
    }

    private static func entry(_ own: OwnEntry) -> Entry {
        let entry = own.entry
        var (supersedes, contests): (String?, String?) = (nil, nil)
        switch entry.reference {
        case .supersedes(let other): supersedes = other.rawValue
        case .contests(let other): contests = other.rawValue
        case nil: break
        }
        return Entry(
            id: entry.id.rawValue, category: entry.category.rawValue, class: entry.recordClass.rawValue,
            title: entry.content?.title ?? "", text: entry.content?.body ?? "",
            from: entry.content?.valid.from?.description, until: entry.content?.valid.until?.description,
            runsOut: entry.content?.terms.map(TermsAnswer.init), writtenBy: entry.writer,
            writtenAt: text(entry.writtenAt), supersedes: supersedes, contests: contests,
            attachments: own.files.map {
                Attachment(name: $0.name, type: $0.type.mediaType, content: Data($0.bytes))
            })
    }

    private static func held<ID>(_ held: [Held<Identifier<ID>>], _ name: (Identifier<ID>) -> String?) -> [HeldAnswer] {
        held.map {
            HeldAnswer(
                id: $0.id.rawValue, name: name($0.id) ?? $0.id.rawValue, from: $0.valid.from?.description,
                until: $0.valid.until?.description)
        }
    }

    /// RFC 3339, UTC.
    private static func text(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.seconds)).formatted(.iso8601)
    }
}
