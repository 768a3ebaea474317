internal import Foundation

/// Where a page of a list ends: the key of its last entry, with the list it is of. Whatever comes and goes in the list, the
/// next page begins after that key. Opaque to programs; holds nothing but what they have seen.
struct PageCursor: Sendable {
    let list: String
    let key: String

    init(_ list: String, after key: some CustomStringConvertible) {
        self.list = list
        self.key = key.description
    }

    /// Nil for what is no cursor of that list.
    init?(_ text: String, of list: String) {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        let head = Array("\(list):".utf8)
        guard let data = Data(base64Encoded: padded), data.starts(with: head), data.count > head.count,
            let key = String(validating: data.dropFirst(head.count), as: UTF8.self)
        else { return nil }
        self.init(list, after: key)
        // One text for each cursor.
        guard self.text == text else { return nil }
    }

    var text: String {
        Data("\(list):\(key)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

/// A page of a list, and the address of the next.
struct Page<Entry: Sendable>: Sendable {
    let entries: [Entry]
    /// Nil: this is the last one.
    let next: PageCursor?

    /// - Parameters:
    ///   - entries: one more than the page may have, if there are so many.
    ///   - key: by which the entries are in order.
    init(_ entries: [Entry], of list: String, limit: Int, key: (Entry) -> some CustomStringConvertible) {
        self.entries = Array(entries.prefix(limit))
        next = entries.count > limit ? self.entries.last.map { PageCursor(list, after: key($0)) } : nil
    }
}
