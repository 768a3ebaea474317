package import RotaModel

/// What an entry says.
package struct EntryContent: Hashable, Sendable {
    /// One line, 1 to 200 characters.
    package let title: String
    /// Up to 20,000 characters.
    package let body: String
    /// The dates for which it holds. Part of the content, since of a sealed entry they tell too much.
    package let valid: Validity
    /// What of it runs out; nil of all that does not.
    package let terms: ExpiryTerms?

    package static let longestTitle = 200
    package static let longestBody = 20_000

    /// - Throws: `RecordError` if a length is out of its limits, the dates are swapped, or a supply has dates.
    package init(
        title: String, body: String = "", valid: Validity = .always, terms: ExpiryTerms? = nil
    ) throws(RecordError) {
        guard (1...Self.longestTitle).contains(title.count), !title.contains(where: \.isNewline),
            title.utf8.count <= 4 * Self.longestTitle
        else {
            throw RecordError(.badTitle, "An entry's title is one line of 1 to \(Self.longestTitle) characters.")
        }
        // One character may be any number of bytes long.
        guard body.count <= Self.longestBody, body.utf8.count <= 4 * Self.longestBody else {
            throw RecordError(
                .tooLong,
                "An entry's text has at most \(Self.longestBody) characters. Maybe part of it is an entry of its own.")
        }
        if let from = valid.from, let until = valid.until, until < from {
            throw RecordError(.datesSwapped, "An entry ends before it begins. Maybe the two dates are swapped.")
        }
        guard terms?.supply == nil || valid == .always else {
            throw RecordError(.badExpiry, "Until when a supply lasts follows from what there is and what goes.")
        }
        self.title = title
        self.body = body
        self.valid = valid
        self.terms = terms
    }
}

extension EntryContent: SealedValue {
    package var sealedBytes: [UInt8] {
        var bytes = CanonicalBytes()
        bytes.add(title)
        bytes.add(body)
        bytes.add(valid.from.map(\.dayNumber))
        bytes.add(valid.until.map(\.dayNumber))
        if let terms { bytes.add(terms.sealedBytes) }
        return bytes.bytes
    }

    package init?(sealedBytes: [UInt8]) {
        var reader = CanonicalReader(sealedBytes)
        guard let title = reader.text(), let body = reader.text(), let from = reader.optionalNumber(),
            let until = reader.optionalNumber()
        else { return nil }
        var terms: ExpiryTerms?
        if !reader.isAtEnd {
            guard let read = reader.field().flatMap(ExpiryTerms.init(sealedBytes:)), reader.isAtEnd else { return nil }
            terms = read
        }
        let valid = Validity(
            from: from.map(CalendarDate.init(dayNumber:)), until: until.map(CalendarDate.init(dayNumber:)))
        do { self = try EntryContent(title: title, body: body, valid: valid, terms: terms) } catch { return nil }
    }
}

/// Why something is not taken into a file. Messages hold nothing of what was written.
package struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fit for a metric's label.
    package enum Code: String, Sendable {
        case badTitle, tooLong, datesSwapped, otherFile, alreadySuperseded, moreOpen, sealsOpen, damaged, noLimits
        case noReason, tooLasting, tooMany, alreadyDecided, wrongClass, emptyQuery, longQuery
        case emptyAttachment, largeAttachment, unknownType, otherType, tooManyAttachments, badYears
        case badExpiry
    }

    package let code: Code
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
