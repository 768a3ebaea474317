import CrewRecords
import RotaModel
import WatchbillTestKit

/// What is in people's files by now.
struct FilesSoFar: Sendable {
    struct Entry: Sendable {
        /// The deed that wrote it.
        let number: Int
        let person: PersonID
        let category: RecordCategory
        let recordClass: RecordClass
        let only: Side?
        let isContest: Bool
        var isSuperseded = false
        /// Whether somebody may be not eligible because of it.
        var runsOut = false
    }

    var entries: [Entry] = []
}

extension History {
    /// Whose files are written into.
    private var people: [PersonID] { concerned + concerned + ["d&e", "s-beside"] }

    /// Somebody who keeps a category, in a place that reaches the person.
    private mutating func keeper(of category: RecordCategory, for person: PersonID) -> PersonID {
        TwinHospital.holder(
            category.keeper, in: random.pick(person == "s-beside" ? ["w4", "hospital"] : ["w3", "surgery"]))
    }

    mutating func write() {
        let person = random.pick(people)
        let category = random.chance(percent: 40) ? .health : random.pick(RecordCategory.allCases)
        write(.write, person, category, random.pick(category.classes))
    }

    /// A newer entry in the place of another, at least as closed.
    mutating func supersede() {
        let old = files.entries.filter { !$0.isSuperseded }
        guard !old.isEmpty else { return write() }
        let entry = random.pick(old)
        let isSealed = entry.recordClass == .sealed
        let classes = entry.category.classes.filter { $0 >= entry.recordClass && ($0 == .sealed) == isSealed }
        write(.supersede, entry.person, entry.category, random.pick(classes), referring: entry)
    }

    /// The person concerned says what is wrong.
    mutating func contest() {
        let own = files.entries.filter { !$0.isContest && !$0.isSuperseded }
        guard !own.isEmpty else { return write() }
        let entry = random.pick(own)
        write(.contest, entry.person, entry.category, entry.recordClass, referring: entry)
    }

    private mutating func write(
        _ kind: Deed.Kind, _ person: PersonID, _ category: RecordCategory, _ recordClass: RecordClass,
        referring other: FilesSoFar.Entry? = nil
    ) {
        let isContest = kind == .contest
        let writer = isContest ? person : keeper(of: category, for: person)
        let isTold = recordClass == .sealed && TwinHospital.concerned.contains(person) && theme.covers(category)
        // What refers to something that is in one world only, is there only; and what ends that somebody is not eligible, which
        // planners see, is in both.
        var only = other?.only ?? (isTold ? random.pick([nil, nil, .a, .b]) : nil)
        if !isContest, other?.runsOut ?? false { only = nil }
        var fields: [(name: String, value: Twin<String>)] = []
        if isTold {
            fields = [("title", secretText(1)), ("body", secretText())]
        } else {
            fields = [("title", Twin("The \(History.open) of day \(deeds.count)")), ("body", Twin("Of no weight"))]
        }
        if !isContest { fields += [("category", Twin(category.rawValue)), ("class", Twin(recordClass.rawValue))] }
        var address = isContest ? "/crew/{person}/file/{entry}/contest" : "/crew/{person}/file"
        address = address.replacing("{person}", with: Ask.inForm(person.rawValue))
        if let other {
            if isContest {
                address = address.replacing("{entry}", with: "{\(other.number)}")
            } else {
                fields.append(("supersedes", Twin("{\(other.number)}")))
            }
        }
        var form = Deed.Form(address: address, fields: fields)
        form.isUpload = true
        if !isContest, random.chance(percent: 25) { form.file = file(isTold: isTold) }
        let number = add(
            kind, by: writer, page: isContest ? "/me/file" : "/crew/\(Ask.inForm(person.rawValue))/file", form,
            only: only, fact: isTold ? Fact(person: person, kind: .entry(category), author: writer) : nil)
        if !isContest, let index = files.entries.firstIndex(where: { $0.number == other?.number }) {
            files.entries[index].isSuperseded = true
        }
        files.entries.append(
            FilesSoFar.Entry(
                number: number, person: person, category: category, recordClass: recordClass, only: only,
                isContest: isContest))
    }

    private mutating func secretText(_ most: Int) -> Twin<String> {
        let text = secretText()
        func first(_ text: String) -> String { String(text.prefix(most * 30)) }
        return Twin(a: first(text.a), b: first(text.b))
    }

    private mutating func file(isTold: Bool) -> Twin<Upload> {
        func upload(_ name: String, _ text: String) -> Upload {
            Upload(field: "file", name: "\(name).txt", type: "text/plain", bytes: Array(text.utf8))
        }
        guard isTold else { return Twin(upload(History.open, "A file of no weight")) }
        let text = secretText()
        return Twin(a: upload(History.secret.a, text.a), b: upload(History.secret.b, text.b))
    }

    /// A keeper reads a sealed entry.
    mutating func read() {
        let sealed = files.entries.filter { $0.recordClass == .sealed }
        guard !sealed.isEmpty else { return write() }
        let entry = random.pick(sealed)
        add(
            .read, by: keeper(of: entry.category, for: entry.person),
            page: "/crew/\(Ask.inForm(entry.person.rawValue))/file/{\(entry.number)}")
    }

    /// A rule by which all entries of a category are due at once, and the server's job that erases them.
    mutating func eraseDue() {
        let category = random.pick(RecordCategory.allCases)
        add(
            .setRetention, by: TwinHospital.holder(.administrator, in: "hospital"), page: "/settings",
            Deed.Form(
                address: "/settings/retention",
                fields: [
                    ("years-\(category.rawValue)", Twin("0")), ("start-\(category.rawValue)", Twin("writing")),
                ]))
        add(.eraseDue, by: TwinHospital.holder(.administrator, in: "hospital"), page: "/settings")
        files.entries.removeAll { $0.category == category }
        // From then on all are kept.
        add(
            .setRetention, by: TwinHospital.holder(.administrator, in: "hospital"), page: "/settings",
            Deed.Form(address: "/settings/retention", fields: []))
    }

    /// All that is kept about somebody is erased.
    mutating func erase() {
        let person = TwinHospital.leaving
        add(
            .erase, by: TwinHospital.holder(.recordsKeeper, in: "w3"),
            page: "/crew/\(Ask.inForm(person.rawValue))/file",
            Deed.Form(address: "/crew/\(Ask.inForm(person.rawValue))/erase", fields: [("sure", Twin("on"))]))
        files.entries.removeAll { $0.person == person }
        sealed.absences.removeAll { $0.person == person }
        sealed.decisions.removeAll { $0.person == person }
        concerned.removeAll { $0 == person }
    }
}
