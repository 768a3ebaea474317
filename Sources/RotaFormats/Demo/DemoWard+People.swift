internal import RotaModel

extension DemoWard {
    /// A person of the ward in one line, and the week before the period: a letter a day, a point for a day off.
    struct Member {
        var person: Person
        var week: String

        init(
            _ id: PersonID, _ name: String, _ rank: String, _ contract: ContractID,
            _ qualifications: [Held<QualificationID>], week: String, from: CalendarDate? = nil
        ) {
            person = Person(
                id: id, name: name, rank: rank, qualifications: qualifications,
                contracts: [Held(contract, valid: Validity(from: from))])
            self.week = week
        }

        var contract: ContractID? { person.contracts.first?.id }

        var history: [HistoryEntry] {
            zip((-7)..., week).filter { $0.1 != "." }.map { day, letter in
                HistoryEntry(person: person.id, date: DemoWard.date(day), shift: ShiftTypeID(String(letter)))
            }
        }
    }

    private static let nurse = [Held<QualificationID>("nurse")]
    private static let infusionNurse = nurse + [Held("infusion")]
    private static let lead = infusionNurse + [Held("charge")]

    private static func until(_ day: Int) -> Validity { Validity(until: date(day)) }
}

extension DemoWard.Member {
    /// By rank, as the list on the ward's wall has it.
    static var all: [Self] { DemoWard.leads + DemoWard.nurses + DemoWard.assistants }
}

extension DemoWard {
    fileprivate static let leads: [Member] = [
        Member("lindqvist", "Astrid Lindqvist", "Ward sister", "full", lead, week: "EDDED.."),
        Member("okafor", "Chidi Okafor", "Senior nurse", "full", lead, week: "EE.LLLL"),
        Member("ortega", "Alejandra Ortega", "Senior nurse", "full", lead, week: "..EELEE"),
        // May lead a shift until 24 March, when the course has to be taken again.
        Member(
            "zielinski", "Tomasz Zieliński", "Senior nurse", "full",
            infusionNurse + [Held("charge", valid: until(16))], week: "NN..EE."),
        Member("el-amrani", "Fatima El Amrani", "Senior nurse", "c80", lead, week: "LLL.E.."),
        Member("bergstrom", "Johan Bergström", "Senior nurse", "c75", lead, week: "..EEE.."),
        Member("chen", "Mei-Ling Chen", "Senior nurse", "full", lead, week: "E..NNN."),
        Member("byrne", "Siobhán Byrne", "Senior nurse", "c80", lead, week: "EE..LLL"),
        Member("raghunathan", "Priya Raghunathan", "Senior nurse", "night", lead, week: "NNN..NN"),
        Member("petrovic", "Marko Petrović", "Senior nurse", "night", lead, week: "...NN.."),
    ]

    fileprivate static let nurses: [Member] = [
        Member("nwosu", "Emeka Nwosu", "Staff nurse", "full", infusionNurse, week: "EEL..EE"),
        Member("virtanen", "Hanna Virtanen", "Staff nurse", "full", infusionNurse, week: "EELL..."),
        Member("moretti", "Luca Moretti", "Staff nurse", "full", infusionNurse, week: "..NNNN."),
        Member("demir", "Aylin Demir", "Staff nurse", "c80", infusionNurse, week: "LL..EE."),
        // The certificate for infusions runs out on 31 March.
        Member(
            "papadaki", "Sofia Papadaki", "Staff nurse", "c75", nurse + [Held("infusion", valid: until(23))],
            week: "E.LL..."),
        Member("keller", "Jonas Keller", "Staff nurse", "full", nurse, week: "NNN..LL"),
        Member("solheim", "Ingrid Solheim", "Staff nurse", "c50", infusionNurse, week: "..EE..."),
        Member("haddad", "Rania Haddad", "Staff nurse", "c80", nurse, week: ".EEL.LL"),
        Member("novak", "Petr Novák", "Staff nurse", "full", nurse, week: "DDE..EE"),
        Member("diallo", "Amara Diallo", "Staff nurse", "full", infusionNurse, week: "LLLE..."),
        Member("wojcik", "Katarzyna Wójcik", "Staff nurse", "c75", nurse, week: "..LLL.."),
        Member("mensah", "Daniel Mensah", "Staff nurse", "night", nurse, week: "NN...NN"),
        Member("yildiz", "Elif Yıldız", "Staff nurse", "c80", nurse, week: "EE.DE.."),
        Member("santos", "Maria Santos", "Staff nurse", "full", nurse, week: "..EELL."),
        // Joins the ward on 22 March.
        Member("menon", "Ravi Menon", "Staff nurse", "joining", nurse, week: ".......", from: date(14)),
    ]

    fileprivate static let assistants: [Member] = [
        Member("holm", "Gunnar Holm", "Assistant nurse", "full", [], week: "LL..EEE"),
        Member("abdi", "Yusuf Abdi", "Assistant nurse", "full", [], week: "EELL..."),
        Member("rostami", "Leila Rostami", "Assistant nurse", "c80", [], week: "..NNN.."),
        Member("ivanchenko", "Olga Ivanchenko", "Assistant nurse", "c75", [], week: "EE..LL."),
        Member("ferreira", "Mateus Ferreira", "Assistant nurse", "c50", [], week: "...LLL."),
        Member("nystrom", "Birgitta Nyström", "Assistant nurse", "c50", [], week: "EEE...."),
        Member("nguyen", "Thuy Nguyen", "Assistant nurse", "c80", [], week: "L..EE.."),
        Member("tesfaye", "Samuel Tesfaye", "Assistant nurse", "full", [], week: ".LLLL.."),
        Member("kowalczyk", "Anna Kowalczyk", "Assistant nurse", "night", [], week: "..NN.NN"),
        Member("al-sayed", "Noor Al-Sayed", "Assistant nurse", "full", [], week: "E.EE.EE"),
        Member("dahl", "Freja Dahl", "Trainee", "full", [], week: "EELL..."),
    ]
}
