internal import Foundation

/// Names of files from elsewhere, made harmless: for headers, for file systems, and for whoever reads them.
enum AttachmentName {
    static let longest = 100

    /// The bare name: no folders, nothing invisible or that turns the direction of writing, no signs that shells or file
    /// systems take for more than a letter; with an ending of the type's.
    static func clean(_ name: String, for type: AttachmentType) -> String {
        let bare = name.precomposedStringWithCanonicalMapping.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let letters = bare.unicodeScalars.compactMap { scalar -> Character? in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: nil
            case .spaceSeparator: " "
            default: "\"'<>:|?*;%&$`".unicodeScalars.contains(scalar) ? "_" : Character(scalar)
            }
        }
        let words = String(letters).split(separator: " ").joined(separator: " ")
        var clean = String(words.drop { $0 == "." })
        if clean.isEmpty { clean = "attachment" }
        let ending = type.endings.first { clean.lowercased().hasSuffix($0) }
        let stem = ending.map { clean.dropLast($0.count) } ?? clean[...]
        // A name of nothing but an ending has none.
        let kept = stem.isEmpty ? "attachment" : shortened(stem)
        return kept + (ending ?? type.endings[0])
    }

    /// To `longest` characters and twice as many bytes: file systems count bytes.
    private static func shortened(_ stem: Substring) -> String {
        var short = String(stem.prefix(longest))
        while short.utf8.count > 2 * longest { short.removeLast() }
        return short
    }
}
