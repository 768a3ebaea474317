import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A store's location")
struct LocationTests {
    @Test("is a path, unless it is an address")
    func isPath() throws {
        for path in ["watchbill.sqlite", "/var/lib/postgres.sqlite", "postgres", "a b:c@d"] {
            #expect(try StoreLocation(path) == .sqlite(path: path))
        }
    }

    @Test(
        "tells where a PostgreSQL database is, without the password",
        arguments: [
            ("postgres://ana:s3cret@db.example:5433/crew", "crew on db.example:5433"),
            ("postgresql://ana:s3cret@db.example/crew?sslmode=require", "crew on db.example"),
            ("postgres://ana:s3cret@%2Frun%2Fpostgresql/crew", "crew on /run/postgresql"),
            ("postgres:///crew?user=ana&password=s3cret", "crew on this machine"),
        ])
    func describes(text: String, description: String) throws {
        let location = try StoreLocation(text)
        #expect(location.description == description)
        var dumped = ""
        dump(location, to: &dumped)
        for shown in [dumped, "\(location)", String(reflecting: location)] { #expect(!shown.contains("s3cret")) }
    }

    @Test(
        "is refused without being told again, if it cannot be read",
        arguments: [
            "postgres://ana:s3cret@db.example", "postgres://ana:s3cret@db.example/", "postgres://ana:s3cret%zz@h/crew",
            "postgres://ana:s3cret@h/crew?nonsense=1", "mysql://ana:s3cret@h/crew", "POSTGRES://ana:s3cret@h/crew",
            "postgres://ana:s3cret@h:port/crew", "postgres://ana:12/s3cret@h/crew", "postgres://ana:s3cret/12@h/crew",
            "postgres://ana:12@s3cret@h/crew", "postgres://ana:12@34:s3cret@h/crew", "postgres://ana/s3cret@h/crew",
        ])
    func refuses(text: String) {
        #expect {
            _ = try StoreLocation(text)
        } throws: { error in
            code(error) == .cannotOpen && "\(error)".contains("postgres://") && !"\(error)".contains("s3cret")
        }
    }

    @Test("however an address is mangled, reading it neither crashes nor tells the password", arguments: 0..<20)
    func survivesMutation(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let whole = Array("postgres://ana:s3cret@db.example:5433/crew?sslmode=require&options=-cx%3Dy".utf8)
        for _ in 0..<500 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<4, using: &generator) {
                let place = Int.random(in: 11..<bytes.count, using: &generator)
                bytes[place] = UInt8.random(in: 1..<127, using: &generator)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                let description = try StoreLocation(text).description
                // Without both marks beside it, it is a part of the host's name and no password.
                guard text.contains(":s3cret") || text.contains("s3cret@") else { continue }
                #expect(!description.contains("s3cret"), "seed \(seed): \(text)")
            } catch {
                #expect(!"\(error)".contains("s3cret"), "seed \(seed): \(text)")
            }
        }
    }
}
