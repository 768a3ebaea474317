internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// What is kept about whoever asks, and who looked.
    var ownFileOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me/file", id: "downloadFile", group: "Me",
                summary: "Take out everything that is kept about you, sealed entries opened",
                asks: Asked(always: [DownloadFile.self, ReadSchedule.self]),
                answer: DocumentAnswers.answer(
                    .document("Everything that is kept about a person, as docs/formats.md describes it."),
                    "The file.", example: ["person": "lindqvist"])
            ) { call in
                let file = try await self.store.ownFile(for: try call.caller, at: call.now)
                return .json(
                    OwnFileAnswer(file, try await self.ownShifts(try call.visit).shifts, at: call.now))
            },
            APIOperation(
                method: .get, path: "/me/readings", id: "listReadings", group: "Me",
                summary: "List who read your sealed entries", asks: Asked(always: [ReadReadings.self]),
                parameters: [.limit],
                answer: .json(ListAnswer<ReadingAnswer>.self, "The newest, the newest first. /me/file has all.")
            ) { call in
                let readings = try await self.store.readings(skipping: 0, limit: call.limit, for: try call.caller)
                return .json(ListAnswer(items: readings.map(ReadingAnswer.init), next: nil))
            },
            APIOperation(
                method: .get, path: "/me/notices", id: "listNotices", group: "Me",
                summary: "List what you were told of broken glass", asks: Asked(always: [ReadReadings.self]),
                parameters: [.limit, .after],
                answer: .json(ListAnswer<NoticeAnswer>.self, "A page of notices, by the glass's ids.")
            ) { call in
                let notices = try await self.store.notices(for: try call.caller)
                return try self.list("notices", notices, by: \.glass, call) { NoticeAnswer($0) }
            },
            APIOperation(
                method: .put, path: "/me/notices/{glass}/seen", id: "noteSeen", group: "Me",
                summary: "Say that you have seen a notice", asks: Asked(always: [ReadReadings.self]),
                parameters: [Self.glass], answer: .nothing("It is noted, if you were told of it.")
            ) { call in
                try await self.store.noteSeen(call.id(Self.glass), for: try call.caller, at: call.now)
                return .nothing
            },
        ]
    }

    private static let glass = APIParameter.path("glass", .id, "the glass's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")
}
