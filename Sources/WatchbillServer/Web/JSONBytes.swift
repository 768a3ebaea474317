internal import Foundation
internal import Hummingbird

/// What is answered, as JSON.
enum JSONBytes {
    /// With its keys sorted, so that the same value is the same bytes.
    static func of(_ value: some Encodable) -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            // What is answered is made of text, whole numbers and finite fractions: encodable, all of it.
            preconditionFailure("An answer cannot be written as JSON.")
        }
        return ByteBuffer(bytes: data)
    }

    /// The same for what goes elsewhere than into an answer.
    static func array(of value: some Encodable) -> [UInt8] { Array(of(value).readableBytesView) }
}
