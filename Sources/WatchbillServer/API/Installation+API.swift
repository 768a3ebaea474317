internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel

extension Installation {
    /// Everything the pages do, for programs.
    func addAPI(to routes: inout Routes) {
        let operations = operations
        for operation in operations + [openAPIOperation(of: operations)] {
            routes.add(operation, now: surroundings.now)
        }
    }

    /// All but the one that describes them.
    private var operations: [APIOperation] {
        meOperations + unitOperations + detailOperations + roleOperations + accountOperations + documentOperations
            + setupOperations + askingOperations + attendanceOperations + watchOperations + hoursOperations
            + messageOperations
            + coverOperations
            + reachOperations
            + buildOperations + draftOperations + rotaFileOperations + publishedOperations
            + compareOperations + repairOperations
            + entryOperations + expiryOperations + ownFileOperations + absenceOperations + fitnessOperations
            + glassOperations
            + settingsOperations
    }

    /// The document that describes the API to programs. It tells nothing of what is stored, so it is open to everybody.
    private func openAPIOperation(of operations: [APIOperation]) -> APIOperation {
        let answer = APIAnswer(
            status: .ok, words: "The document.", type: APIAnswer.json, schema: .document("An OpenAPI 3.1 document."),
            example: ["openapi": .text(OpenAPIDocument.version)])
        func make(_ bytes: ByteBuffer) -> APIOperation {
            APIOperation(
                method: .get, path: "/openapi.json", id: "describe", group: "API", summary: "Describe the API",
                asks: nil, answer: answer, handler: { _ in .document(bytes) })
        }
        let document = OpenAPIDocument(operations + [make(ByteBuffer())])
        return make(JSONBytes.of(document.content))
    }

    /// The day on the wall of a zone.
    func today(in zone: Zone) -> CalendarDate { zone.date(at: surroundings.now()) }
}
