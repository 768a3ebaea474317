import RotaModel
import Testing

@Suite("Dates")
struct CalendarDateTests {
    @Test("Known dates have their number and their weekday")
    func known() throws {
        #expect(try #require(CalendarDate("1970-01-01")).dayNumber == 0)
        #expect(try #require(CalendarDate("2000-03-01")).dayNumber == 11_017)
        #expect(try #require(CalendarDate("1969-12-31")).dayNumber == -1)
        #expect(try #require(CalendarDate("0001-01-01")).dayNumber == -719_162)
        #expect(try #require(CalendarDate("9999-12-31")).dayNumber == 2_932_896)
        #expect(CalendarDate("2026-01-05")?.weekday == .monday)
        #expect(CalendarDate("1969-07-20")?.weekday == .sunday)
        #expect(CalendarDate("0001-01-01")?.weekday == .monday)
    }

    @Test("Over four hundred years each day follows the one before, and every leap year has its day")
    func calendar() throws {
        var date = try #require(CalendarDate("1899-12-31"))
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...CalendarDate.days(inMonth: month, of: year) {
                    let next = try #require(CalendarDate(year: year, month: month, day: day))
                    try #require(next == date.advanced(by: 1))
                    try #require(next.components == (year, month, day))
                    try #require(CalendarDate(next.description) == next)
                    try #require(next.weekday.rawValue == (date.weekday.rawValue + 1) % 7)
                    date = next
                }
            }
        }
        #expect((1900..<2300).count(where: CalendarDate.isLeap) == 97)
        #expect(!CalendarDate.isLeap(year: 1900) && CalendarDate.isLeap(year: 2000))
    }

    @Test(
        "Dates that do not exist, and other ways of writing, are refused",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-5", "26-01-05", "2026-01-05 ",
            " 2026-01-05",
            "2026/01/05", "2026-01", "2026-01-05-01", "", "-026-01-05", "+026-01-05", "２０２６-01-05", "0000-01-01",
        ])
    func refused(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("Dates are spoken as planners say them")
    func spoken() {
        #expect(CalendarDate("2026-01-05")?.spoken == "Mon 5 Jan")
        #expect(CalendarDate("2026-12-31")?.spoken == "Thu 31 Dec")
    }

    @Test("Weekdays are read by their names")
    func weekdays() {
        for weekday in Weekday.allCases { #expect(Weekday(name: weekday.name) == weekday) }
        #expect(Weekday(name: "Monday") == nil)
    }
}
