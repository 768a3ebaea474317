import RotaModel
import RotaRules

extension PageRenderer {
    /// Why one's own published day is as it is.
    ///
    /// - Parameter days: one for each unit in whose rota one is; none: nothing is published for the date.
    func whyPage(_ days: [OwnDay], on date: CalendarDate) -> String {
        struct Unit: Sendable {
            let chip: String
            let letter: String
            let title: String
            let version: String
            let cover: [String]
            let serves: [String]
            let servesNothing: Bool
            let misses: [String]
            let missesNothing: Bool
        }
        struct Model: Sendable {
            let title: String
            let units: [Unit]
            let isEmpty: Bool
            let back: String
        }
        let units = days.map { day in
            Unit(
                chip: day.shift.map { "s\($0.colour)" } ?? "of", letter: day.shift?.id.rawValue ?? "",
                title: day.shift.map { "\($0.name), \(language.times(of: $0, on: date, in: day.unit.zone))" }
                    ?? language[.offDuty],
                version: "\(day.unit.name) · \(language.text(.publishedVersion, ["number": "\(day.version)"]))",
                cover: day.cover.map { words(for: $0) }, serves: day.reasons.serves,
                servesNothing: day.reasons.serves.isEmpty && day.cover.isEmpty, misses: day.reasons.misses,
                missesNothing: day.reasons.misses.isEmpty)
        }
        let model = Model(
            title: language.text(.whyTitle, ["day": language.day(date)]), units: units, isEmpty: units.isEmpty,
            back: "/me/shifts?month=\(date.description.prefix(7))")
        return render("why", model, frame: ownFrame(model.title, days.first?.unit))
    }

    /// `Cover of Early: 2 on; at least 1, wanted 2.`
    private func words(for cover: OwnDay.Cover) -> String {
        let asked = long(cover.demand)
        guard let have = cover.have else {
            return language.text(.whyCoverAsked, ["shift": cover.what, "asked": asked])
        }
        return language.text(.whyCover, ["shift": cover.what, "have": "\(have)", "asked": asked])
    }
}
