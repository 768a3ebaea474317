import Foundation

extension Encodable {
    /// As JSON text with its keys in order, so that the same report is the same text.
    ///
    /// - Parameter isPretty: over many lines; else in one.
    func jsonText(isPretty: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            isPretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
