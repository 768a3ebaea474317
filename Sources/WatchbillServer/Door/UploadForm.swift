internal import CrewRecords
internal import Hummingbird

/// What a form with files has sent.
struct UploadForm: Sendable {
    /// As many of the largest files as may go together, and room for the text of an entry.
    static let longest = AttachedFile.mostTogether * AttachedFile.largest + 256 << 10

    let form: FormBody
    /// Those that were chosen: a browser sends an empty one where none was.
    let files: [Confidential<AttachedFile>]

    /// - Throws: `ServerProblem` if it is too large or no such form; `RecordError` if a file cannot be taken.
    init(_ request: Request) async throws {
        guard let boundary = request.headers[.contentType].flatMap(Multipart.boundary) else {
            throw ServerProblem.badBody("a form with files")
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.longest)
        } catch {
            throw ServerProblem.tooLarge(Self.longest)
        }
        var values: [String: String] = [:]
        var files: [Confidential<AttachedFile>] = []
        do {
            for part in try Multipart(Array(body.readableBytesView), boundary: boundary).parts {
                if let name = part.fileName {
                    if name.isEmpty, part.bytes.isEmpty { continue }
                    files.append(
                        Confidential(try AttachedFile(name: name, declared: part.type, bytes: part.bytes)))
                } else {
                    guard let text = String(validating: part.bytes, as: UTF8.self),
                        values.updateValue(text, forKey: part.name) == nil
                    else { throw Multipart.Fault() }
                }
            }
        } catch is Multipart.Fault {
            throw ServerProblem.badBody("a form with files, with each field once")
        }
        form = FormBody(values)
        self.files = files
    }
}
