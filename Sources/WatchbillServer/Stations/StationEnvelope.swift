internal import CrewRecords
internal import RotaFormats
internal import RotaModel

/// What a station sends: what was pressed there and not taken yet, each press signed when it was pressed, and the whole signed
/// when it is sent. docs/stations.md tells of the form.
struct StationEnvelope: Sendable {
    struct Press: Sendable {
        let press: StationPress
        /// What was signed.
        let text: String
        let signature: [UInt8]
        /// Nil for what can be no code.
        let code: CodeEnvelope?
    }

    /// In bytes, of the whole request.
    static let longest = 512 << 10

    /// By the station's clock.
    let sent: Instant
    let presses: [Press]

    private static let clock = JSONSchema.whole(least: 0, most: 1 << 40)

    private static let schema = JSONSchema.object([
        .always("sent", clock, "when it is sent, by the station's clock: seconds since 1970"),
        .always(
            "presses",
            .list(
                of: .object([
                    .always("press", .text(2...2048), "what was pressed, as text of JSON"),
                    .always("signature", .text(80...100), "of it"),
                ]), most: StationPress.mostTogether), "what was pressed, in order"),
    ])

    private static let pressSchema = JSONSchema.object([
        .always("sequence", .whole(least: 1, most: 1 << 40), "its number"),
        .always("person", .id, "who"), .always("kind", .choice(of: AttendanceEvent.Kind.self), "what"),
        .always("at", clock, "when, by the station's clock: seconds since 1970"),
        .maybe(
            "skew", .whole(least: -(1 << 40), most: 1 << 40), "by how many seconds the clock was taken to be behind"),
        .always("code", .text(80...200), "the entry code, closed"),
    ])

    /// - Throws: `ServerProblem` if it is none.
    init(_ text: String) throws(ServerProblem) {
        let content = try Self.content(text, Self.schema)
        var presses: [Press] = []
        for element in content["presses"]?.elements ?? [] {
            let (text, signature) = (element["press"]?.text ?? "", element["signature"]?.text ?? "")
            let body = ReadBody(bytes: [], content: try Self.content(text, Self.pressSchema))
            guard let kind = body.text("kind").flatMap(AttendanceEvent.Kind.init(rawValue:)) else {
                throw .badBody("an envelope of a station")
            }
            presses.append(
                Press(
                    press: StationPress(
                        sequence: body.whole("sequence") ?? 0, person: PersonID(body.text("person") ?? ""), kind: kind,
                        pressed: Instant(seconds: body.whole("at") ?? 0), skewThen: body.whole("skew")),
                    text: text, signature: Base64.url.bytes(signature.utf8) ?? [],
                    code: Base64.url.bytes((body.text("code") ?? "").utf8).flatMap(CodeEnvelope.init)))
        }
        self.presses = presses.sorted { $0.press.sequence < $1.press.sequence }
        sent = Instant(seconds: ReadBody(bytes: [], content: content).whole("sent") ?? 0)
    }

    private static func content(_ text: String, _ schema: JSONSchema) throws(ServerProblem) -> JSONContent {
        let (content, diagnostics) = JSONContent.read(Array(text.utf8))
        guard let content else { throw .noJSON(diagnostics) }
        let faults = schema.faults(in: content)
        guard faults.isEmpty else { throw .badBody(faults) }
        return content
    }
}
