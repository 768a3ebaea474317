internal import Foundation
import RotaModel
import RotaRules

extension PageRenderer {
    /// Where a person's own days are.
    func personAddress(_ id: PersonID) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        return "/person?id=\(id.rawValue.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }

    func peoplePage(_ loaded: LoadedProblem) -> String {
        struct Row: Sendable {
            let name: String
            let address: String
            let rank: String
            let contract: String
            let qualifications: String
            let notes: String
        }
        struct Model: Sendable {
            let intro: String
            let rows: [Row]
        }
        let problem = loaded.problem
        let rows = problem.people.map { person in
            Row(
                name: person.name, address: personAddress(person.id), rank: person.rank ?? "",
                contract: contract(of: person, problem), qualifications: qualifications(of: person, problem),
                notes: notes(on: person, problem))
        }
        return render(
            "people", Model(intro: language.text(.peopleIntro, ["count": "\(rows.count)"]), rows: rows),
            frame: frame(.people, title: language[.people], problem: problem, of: loaded.id, style: "text wide"))
    }

    private func contract(of person: Person, _ problem: RotaProblem) -> String {
        guard !person.contracts.isEmpty else { return language[.everyDay] }
        return person.contracts.map { held in
            dated(problem.contracts.first { $0.id == held.id }?.name ?? held.id.rawValue, held.valid, problem)
        }.joined(separator: ", ")
    }

    private func qualifications(of person: Person, _ problem: RotaProblem) -> String {
        guard !person.qualifications.isEmpty else { return language[.noQualifications] }
        return person.qualifications.map { held in
            dated(problem.qualifications.first { $0.id == held.id }?.name ?? held.id.rawValue, held.valid, problem)
        }.joined(separator: ", ")
    }

    /// The dates are told only where they matter for this period.
    private func dated(_ name: String, _ valid: Validity, _ problem: RotaProblem) -> String {
        if let until = valid.until, until < problem.end {
            return language.text(.heldUntil, ["name": name, "date": language.long(until)])
        }
        if let from = valid.from, from > problem.start {
            return language.text(.heldFrom, ["name": name, "date": language.long(from)])
        }
        return name
    }

    /// Requests and absences. Of an absence the page knows, and says, the days alone.
    private func notes(on person: Person, _ problem: RotaProblem) -> String {
        let wishes = problem.requests.count { $0.person == person.id }
        var notes: [String] = []
        if wishes > 0 {
            notes.append(wishes == 1 ? language[.wishCountOne] : language.text(.wishCount, ["count": "\(wishes)"]))
        }
        for absence in problem.absences where absence.person == person.id {
            notes.append(language.text(.awayOn, ["days": language.days(absence.first, absence.last)]))
        }
        return notes.joined(separator: ", ")
    }

    /// One person's days as a list.
    func personPage(_ person: PersonIndex, _ loaded: LoadedProblem, view: BuildView?, today: CalendarDate) -> String {
        struct Model: Sendable {
            let name: String
            let title: String
            let detail: String
            let source: String?
            let totals: String?
            let people: [RotaPage.Choice]
            let days: [PersonDay]
            let isEmpty: Bool
        }
        let problem = loaded.problem
        let rota = view?.rota
        let totals = rota.map { loaded.judge.totals($0)[person.value] }
        let model = Model(
            name: problem[person].name,
            title: language.text(.personDays, ["name": problem[person].name]),
            detail: [problem[person].rank, contract(of: problem[person], problem)].compactMap { $0 }
                .joined(separator: " · "),
            source: view.map { StatusModel($0, language: language).name },
            totals: totals.map {
                language.text(
                    .personTotals,
                    [
                        "hours": language.hours($0.worked + $0.credited), "nights": "\($0.nights)",
                        "weekends": "\($0.weekends)",
                    ])
            },
            people: people(problem, chosen: person),
            days: rota.map { rota in problem.days.map { personDay($0, of: person, in: rota, problem, today) } } ?? [],
            isEmpty: rota == nil)
        return render(
            "person", model,
            frame: frame(.people, title: problem[person].name, problem: problem, of: loaded.id, style: "text"))
    }

    private struct PersonDay: Sendable {
        let day: String
        let note: String?
        let chip: String
        let letter: String
        let duty: String
        let with: String?
        let style: String
    }

    private func personDay(
        _ day: DayIndex, of person: PersonIndex, in rota: Rota, _ problem: RotaProblem, _ today: CalendarDate
    ) -> PersonDay {
        let date = problem.date(of: day)
        let note = problem.holidays.first { $0.date == date }?.name
        let style = Self.dayStyle(date, problem, today: today)
        guard let shift = rota[person, day].shift else {
            let id = problem[person].id
            let isAway = problem.absences.contains { $0.person == id && $0.first <= date && date <= $0.last }
            return PersonDay(
                day: language.day(date), note: note, chip: isAway ? "aw" : "of", letter: "",
                duty: language[isAway ? .away : .off], with: nil, style: "\(style) free")
        }
        let type = problem[shift]
        let others = problem.personIndices.filter { $0 != person && rota[$0, day].shift == shift }
            .map { problem[$0].name }
        return PersonDay(
            day: language.day(date), note: note, chip: "s\(type.colour)", letter: type.id.rawValue,
            duty: "\(type.name) \(language.times(of: type, on: date, in: problem.unit.zone))",
            with: others.isEmpty ? language[.alone] : language.text(.with, ["names": others.joined(separator: ", ")]),
            style: style)
    }
}
