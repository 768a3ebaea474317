internal import HTTPTypes
internal import Hummingbird
internal import WatchbillStore

/// What an operation of the API answers.
struct APIResult: Sendable {
    enum Content: Sendable {
        case nothing
        case bytes(ByteBuffer)
        case events(ResponseBody)
    }

    var status = HTTPResponse.Status.ok
    var content: Content
    /// Below `/api/v1`.
    var location: String?

    static let nothing = Self(status: .noContent, content: .nothing)

    static func json(_ value: some Encodable) -> Self { Self(content: .bytes(JSONBytes.of(value))) }

    static func created(_ value: some Encodable, at location: String? = nil) -> Self {
        Self(status: .created, content: .bytes(JSONBytes.of(value)), location: location)
    }

    static func document(_ bytes: ByteBuffer) -> Self { Self(content: .bytes(bytes)) }

    /// To be answered again.
    var kept: KeptAnswer {
        guard case .bytes(let bytes) = content else {
            preconditionFailure("Only what is made is answered again, and that has a body.")
        }
        return KeptAnswer(status: status.code, body: Array(bytes.readableBytesView), location: location)
    }

    init(status: HTTPResponse.Status = .ok, content: Content, location: String? = nil) {
        self.status = status
        self.content = content
        self.location = location
    }

    /// What was answered before.
    init(_ kept: KeptAnswer) {
        self.init(
            status: HTTPResponse.Status(code: kept.status), content: .bytes(ByteBuffer(bytes: kept.body)),
            location: kept.location)
    }
}
