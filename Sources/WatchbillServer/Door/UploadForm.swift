internal import CrewRecords
internal import Hummingbird

/// What a form with files has sent.
struct UploadForm: Sendable {
    /// As many of the largest files as may go together, and room for the text of an entry.
    static let longest = AttachedFile.mostTogether * AttachedFile.largest + 256 << 10

    let form: FormBody
    /// The files that were chosen: a browser sends an empty one where none was.
    private let parts: [Multipart.Part]

    /// The only file that was chosen, which is nothing confidential.
    ///
    /// - Throws: `ServerProblem` if there is none, or another.
    func file() throws(ServerProblem) -> (name: String, bytes: [UInt8]) {
        guard let part = parts.first, parts.count == 1 else {
            throw .badValue("file", parts.isEmpty ? "" : "several files", expected: "one file")
        }
        return (part.fileName ?? "", part.bytes)
    }

    /// Those that were chosen, to go with an entry.
    ///
    /// - Throws: `RecordError` if one cannot be taken.
    var files: [Confidential<AttachedFile>] {
        get throws(RecordError) {
            var files: [Confidential<AttachedFile>] = []
            for part in parts {
                files.append(
                    Confidential(try AttachedFile(name: part.fileName ?? "", declared: part.type, bytes: part.bytes)))
            }
            return files
        }
    }

    /// - Parameter most: in bytes.
    /// - Throws: `ServerProblem` if it is too large or no such form.
    init(_ request: Request, upTo most: Int = UploadForm.longest) async throws(ServerProblem) {
        guard let boundary = request.headers[.contentType].flatMap(Multipart.boundary) else {
            throw ServerProblem.badBody("a form with files")
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: most)
        } catch {
            throw ServerProblem.tooLarge(most)
        }
        var values: [String: String] = [:]
        var files: [Multipart.Part] = []
        do throws(Multipart.Fault) {
            for part in try Multipart(Array(body.readableBytesView), boundary: boundary).parts {
                if let name = part.fileName {
                    if name.isEmpty, part.bytes.isEmpty { continue }
                    files.append(part)
                } else {
                    guard let text = String(validating: part.bytes, as: UTF8.self),
                        values.updateValue(text, forKey: part.name) == nil
                    else { throw Multipart.Fault() }
                }
            }
        } catch {
            throw ServerProblem.badBody("a form with files, with each field once")
        }
        form = FormBody(values)
        parts = files
    }
}
