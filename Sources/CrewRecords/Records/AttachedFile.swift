/// A file that goes with an entry, as its reader gets it.
package struct AttachedFile: Hashable, Sendable {
    /// In bytes.
    package static let largest = 10 << 20
    /// How many may go with one entry.
    package static let mostTogether = 5

    /// Made clean: a bare name that ends as its type demands.
    package let name: String
    package let type: AttachmentType
    package let bytes: [UInt8]

    /// A file that somebody sends. What it is, its bytes say; what they were said to be must not contradict.
    ///
    /// - Parameters:
    ///   - name: as the browser tells it; may be a path, or nothing.
    ///   - declared: the media type that the browser tells, if it does.
    /// - Throws: `RecordError`: it is empty, too large, of no type that is taken, or of another than it says.
    package init(name: String, declared: String?, bytes: [UInt8]) throws(RecordError) {
        guard !bytes.isEmpty else {
            throw RecordError(.emptyAttachment, "The attachment is empty. Maybe it was not saved yet.")
        }
        guard bytes.count <= Self.largest else {
            throw RecordError(
                .largeAttachment,
                "An attachment has at most \(Self.largest >> 20) MB. Maybe make it smaller, or attach it in parts.")
        }
        guard let type = AttachmentType(of: bytes) else {
            throw RecordError(
                .unknownType,
                "An attachment is a PDF, a picture (PNG, JPEG, WebP) or plain text. Maybe print it to a PDF.")
        }
        guard type.agrees(with: declared) else {
            throw RecordError(
                .otherType, "The attachment is \(type.words), and was sent as something else. Maybe its name is wrong.")
        }
        self.init(name: AttachmentName.clean(name, for: type), type: type, bytes: bytes)
    }

    /// A file as the store holds it.
    package init(name: String, type: AttachmentType, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
    }
}
