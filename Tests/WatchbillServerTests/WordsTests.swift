import Foundation
import RotaModel
import Testing
import WatchbillServer

@Suite("The words")
struct WordsTests {
    static let languages = [Language.english]

    private var templates: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/WatchbillServer/Resources/templates")
    }

    @Test("are whole in every language, with the same places to fill in as in English", arguments: languages)
    func whole(language: Language) {
        for phrase in Phrase.allCases {
            let text = language.phrases[phrase]
            #expect(text?.isEmpty == false, "\(language.code) lacks \(phrase)")
            #expect(
                Phrase.placeholders(in: text ?? "") == Phrase.placeholders(in: Language.english[phrase]),
                "\(language.code) \(phrase)")
        }
        #expect(language.weekdays.count == 7 && language.weekdayLetters.count == 7 && language.months.count == 12)
    }

    @Test("that templates ask for are all there, and templates hold none of their own")
    func templatesUseThem() throws {
        let files = try FileManager.default.contentsOfDirectory(at: templates, includingPropertiesForKeys: nil)
        #expect(files.count > 10)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /\{\{t\.([A-Za-z0-9]+)\}\}/) where match.1 != "code" {
                #expect(Phrase(rawValue: String(match.1)) != nil, "\(file.lastPathComponent): \(match.1)")
            }
            // What is left when tags and fields are gone is punctuation, keys' names and the product's name.
            let bare = text.replacing(/\{\{\{?[^}]*\}?\}\}/, with: "").replacing(/<kbd>[^<]*<\/kbd>/, with: "")
                .replacing(/<[^>]*>/, with: "").replacing("Watchbill", with: "")
            let words = bare.matches(of: /[A-Za-z]{2,}/).map { String($0.0) }
            #expect(words.isEmpty, "\(file.lastPathComponent): \(words)")
        }
    }

    @Test("say dates, hours and shares as people do")
    func saysThings() {
        let english = Language.english
        let date = CalendarDate(dayNumber: 20_459)
        #expect(english.day(date) == "Tue 6 Jan")
        #expect(english.days(date, date) == "6 Jan")
        #expect(english.days(date, date.advanced(by: 30)) == "6 Jan – 5 Feb")
        #expect(english.moment(ServerFixture.now, in: .utc) == "Tue 6 Jan 2026 11:46")
        #expect(english.hours(.hours(152)) == "152")
        #expect(english.hours(Minutes(9090)) == "151.5")
        #expect(english.hours(Minutes(-240), signed: true) == "−4")
        #expect(english.hours(Minutes(240), signed: true) == "+4")
        #expect(english.hours(.zero, signed: true) == "0")
        // Rounded up, since "at most" is a claim.
        #expect(english.percent(0.018) == "1.8")
        #expect(english.percent(0.0181) == "1.9")
        #expect(english.percent(0.04) == "4")
        #expect(english.percent(0.121) == "13")
        #expect(english.percent(0) == "0")
    }
}
