import CrewRecords
import RotaModel
import WatchbillTestKit

/// What was asked, decided and broken by now.
struct SealedSoFar: Sendable {
    struct Absence: Sendable {
        /// The deed that asked for it or noted it.
        let number: Int
        let person: PersonID
        var isDecided: Bool
    }

    var absences: [Absence] = []
    var decisions: [(number: Int, person: PersonID)] = []
}

/// That somebody is away, and whether they are fit, is the same in both worlds; why, is not.
extension History {
    private static let medic = TwinHospital.holder(.medicalKeeper, in: "w3")
    private static let lead = TwinHospital.holder(.lead, in: "w3")

    private func address(_ person: PersonID, _ rest: String) -> String {
        "/crew/\(Ask.inForm(person.rawValue))/\(rest)"
    }

    /// What is told of why, and the fact that comes of it where it is not the same in both worlds.
    private mutating func why(
        of person: PersonID, told by: PersonID
    ) -> (kind: Twin<String>, reason: Twin<String>, fact: Fact?) {
        guard theme.covers(.health) else { return (Twin("holiday"), Twin("A reason of no weight"), nil) }
        let kinds = AbsenceGround.Kind.allCases.map(\.rawValue)
        let kind =
            random.chance(percent: 50) ? Twin(a: "illness", b: "training") : Twin(a: random.pick(kinds), b: "duty")
        return (kind, secretText(), Fact(person: person, kind: .entry(.health), author: by))
    }

    private mutating func days() -> [(name: String, value: Twin<String>)] {
        let first = SmallWard.start.advanced(by: random.number(in: -5...40))
        let last = first.advanced(by: random.number(in: 0...9))
        return [("first", Twin("\(first)")), ("last", Twin("\(last)"))]
    }

    /// The person asks to be away, or the medical keeper notes that they are.
    mutating func askOrNoteAbsence() {
        let person = random.pick(concerned)
        let isAsked = random.chance(percent: 70)
        let by = isAsked ? person : Self.medic
        let (kind, reason, fact) = why(of: person, told: by)
        let page = isAsked ? "/me/away" : address(person, "away")
        let form = Deed.Form(address: page, fields: days() + [("kind", kind), ("reason", reason)])
        let number = add(isAsked ? .askAbsence : .noteAbsence, by: by, page: page, form, fact: fact)
        sealed.absences.append(SealedSoFar.Absence(number: number, person: person, isDecided: !isAsked))
    }

    /// The lead decides what was asked, by its dates.
    mutating func decideAbsence() {
        guard let index = sealed.absences.firstIndex(where: { !$0.isDecided }) else { return askOrNoteAbsence() }
        let absence = sealed.absences[index]
        sealed.absences[index].isDecided = true
        let granted = random.chance(percent: 70) ? "yes" : "no"
        add(
            .decideAbsence, by: Self.lead, page: address(absence.person, "away"),
            Deed.Form(
                address: address(absence.person, "away/decide"),
                fields: [("absence", Twin("{\(absence.number)}")), ("granted", Twin(granted))]))
    }

    mutating func decideFitness() {
        let person = random.pick(concerned)
        let (_, reason, fact) = why(of: person, told: Self.medic)
        let until = SmallWard.start.advanced(by: random.number(in: 1...60))
        let decision: [(name: String, value: Twin<String>)] = random.pick([
            [("fitness", Twin("fit"))], [("fitness", Twin("limits")), ("noNights", Twin("on"))],
            [("fitness", Twin("unfit")), ("until", Twin("\(until)"))],
        ])
        let page = address(person, "fitness")
        let number = add(
            .decideFitness, by: Self.medic, page: page,
            Deed.Form(address: page, fields: decision + [("reason", reason)]), fact: fact)
        sealed.decisions.append((number, person))
    }

    /// The medical keeper opens why somebody is away, or not fit.
    mutating func openReason() {
        if random.chance(percent: 50), let absence = sealed.absences.last {
            add(
                .openGround, by: Self.medic, page: address(absence.person, "away"),
                Deed.Form(
                    address: address(absence.person, "away/ground"), fields: [("absence", Twin("{\(absence.number)}"))])
            )
        } else if let decision = sealed.decisions.last {
            add(
                .openReason, by: Self.medic, page: address(decision.person, "fitness"),
                Deed.Form(
                    address: address(decision.person, "fitness/reason"),
                    fields: [("decision", Twin("{\(decision.number)}"))]))
        } else {
            decideFitness()
        }
    }

    /// The medical keeper writes down what runs out: which paper or supply it is, and how sure its day, is not the same in both
    /// worlds; from when the person is not eligible, is.
    mutating func writeExpiry() {
        let person = random.pick(concerned)
        let isTold = theme.covers(.health)
        let isPaper = random.chance(percent: 50)
        let title = isTold ? secretText() : Twin("Of no weight")
        func short(_ text: Twin<String>) -> Twin<String> {
            Twin(a: String(text.a.prefix(30)), b: String(text.b.prefix(30)))
        }
        let need = random.chance(percent: 70) ? "duty" : ""
        let day = SmallWard.start.advanced(by: random.number(in: -10...60))
        var fields: [(name: String, value: Twin<String>)] = [
            ("category", Twin("health")), ("class", Twin("")), ("title", short(title)), ("need", Twin(need)),
            ("body", isTold ? short(secretText()) : Twin("")),
        ]
        if isPaper {
            fields += [
                ("issuer", isTold ? short(secretText()) : Twin("")), ("number", Twin(a: "1", b: isTold ? "2" : "1")),
                ("from", Twin("")), ("until", Twin("\(day)")),
            ]
        } else {
            // Ten of which one goes each day, or twenty of which two go, give or take one.
            let told =
                isTold ? Twin(a: ["10", "1", "1", "1"], b: ["20", "2", "1", "3"]) : Twin(["10", "1", "1", "1"])
            let names = ["quantity", "use", "least", "most"]
            fields += names.indices.map { (name: names[$0], value: Twin(a: told.a[$0], b: told.b[$0])) }
            fields += [("on", Twin("\(day)")), ("measure", isTold ? Twin(a: "pens", b: "drops") : Twin("pens"))]
        }
        var form = Deed.Form(address: address(person, "expiry/\(isPaper ? "paper" : "supply")"), fields: fields)
        form.isUpload = true
        let number = add(
            isPaper ? .writePaper : .writeSupply, by: Self.medic, page: address(person, "file"), form,
            fact: isTold ? Fact(person: person, kind: .entry(.health), author: Self.medic) : nil)
        files.entries.append(
            FilesSoFar.Entry(
                number: number, person: person, category: .health, recordClass: .sealed, only: nil, isContest: false,
                runsOut: true))
    }

    /// The server's job.
    mutating func remindOfExpiry() {
        add(.remindOfExpiry, by: TwinHospital.holder(.administrator, in: "hospital"), page: "/settings")
    }

    /// A lead breaks the glass over somebody's health, and looks at their file.
    mutating func breakGlass() {
        let person = random.pick(concerned)
        let reader = TwinHospital.holder(.lead, in: random.pick(["w3", "surgery"]))
        let isTold = theme == .everything || theme == .glass
        let told = secretText()
        // A reason has at most 1000 characters.
        let reason =
            isTold ? Twin(a: String(told.a.prefix(900)), b: String(told.b.prefix(900))) : Twin("A reason of no weight")
        add(
            .breakGlass, by: reader, page: address(person, "glass"),
            Deed.Form(
                address: address(person, "glass"),
                fields: [("category", Twin("health")), ("minutes", Twin("60")), ("reason", reason)]),
            fact: isTold ? Fact(person: person, kind: .glassReason, author: reader) : nil)
        add(.look, by: reader, page: address(person, "file"))
    }
}
