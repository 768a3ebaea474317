import Foundation

/// How big an instance is, counted from its file.
struct InstanceSize {
    var days = 0
    var people = 0
    var shiftTypes = 0

    /// Cells of the rota times what each may be.
    var cells: Int { days * people * shiftTypes }

    /// Every `Instance<number>.txt` of a folder, by number.
    static func all(in folder: URL) throws -> [Int: InstanceSize] {
        var sizes: [Int: InstanceSize] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let name = file.deletingPathExtension().lastPathComponent
            guard file.pathExtension == "txt", name.hasPrefix("Instance"), let number = Int(name.dropFirst(8)) else {
                continue
            }
            sizes[number] = InstanceSize(try String(contentsOf: file, encoding: .utf8))
        }
        return sizes
    }

    private init(_ text: String) {
        var section = ""
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") && !line.isEmpty {
            if line.hasPrefix("SECTION_") {
                section = String(line)
                continue
            }
            switch section {
            case "SECTION_HORIZON": days = Int(line) ?? 0
            case "SECTION_SHIFTS": shiftTypes += 1
            case "SECTION_STAFF": people += 1
            default: break
            }
        }
    }
}
