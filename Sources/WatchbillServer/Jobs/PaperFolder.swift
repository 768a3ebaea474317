internal import CrewRecords
internal import Foundation
internal import RotaModel

/// A folder of printable files. Whoever reads one gets all of it, as it was or as it is now, and never half of it.
struct PaperFolder: Sendable {
    /// Why a file was not written, with its path.
    struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        let path: String
        let reason: String

        var description: String {
            "\(path): \(reason). Maybe the folder is missing, or belongs to somebody else."
        }
    }

    static let index = "index.html"

    let path: String

    /// The name of a unit's file: its id, if that is plain, or what of it is plain and a hash of the whole. No two units
    /// have the same.
    static func name(of unit: UnitID) -> String {
        let id = unit.rawValue
        let plain = String(id.unicodeScalars.filter(isPlain).prefix(64).map(Character.init))
        if plain == id { return "rota-\(id).html" }
        // What base64url writes beside letters and digits is plain, too, but for the underscore.
        return "rota-\(plain)_\(Fingerprint(of: [Array(id.utf8)])).html"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// Puts a file in the place of the one of that name, if there is one. Owner and group may read it.
    func write(_ text: String, to name: String) throws(Failure) {
        let (file, beside) = ("\(path)/\(name)", "\(path)/.\(name).new")
        // One that was left behind when a server ended just then.
        unlink(beside)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure(at: file) }
        do throws(Failure) {
            defer { close(descriptor) }
            guard fchmod(descriptor, 0o640) == 0, Self.write(Array(text.utf8), to: descriptor), fsync(descriptor) == 0
            else { throw failure(at: file) }
        } catch {
            unlink(beside)
            throw error
        }
        guard rename(beside, file) == 0 else {
            let failure = failure(at: file)
            unlink(beside)
            throw failure
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Removes units' files, and what was left behind of one, but for those of these names. Other files stay.
    func removeUnits(butFor names: Set<String>) throws(Failure) {
        guard let all = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw failure(at: path) }
        for name in all where !names.contains(name) && Self.isUnits(name) {
            let file = "\(path)/\(name)"
            guard unlink(file) == 0 || errno == ENOENT else { throw failure(at: file) }
        }
    }

    private static func isUnits(_ name: String) -> Bool {
        name.wholeMatch(of: /rota-[-_0-9A-Za-z]*\.html|\.rota-[-_0-9A-Za-z]*\.html\.new/) != nil
    }

    private func failure(at path: String) -> Failure { Failure(path: path, reason: String(cString: strerror(errno))) }
}
