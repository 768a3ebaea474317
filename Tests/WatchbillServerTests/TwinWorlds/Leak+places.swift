import Foundation
import HTTPTypes
import Hummingbird
import Logging

extension Leak {
    /// One in each kind of place.
    static let all: [Leak] = [
        text("a page tells the kind of an absence", at: "/crew") { $0.replacing("</main>", with: "illness</main>") },
        text("a search finds a sealed word", at: "/search", where: { $0.uri.query?.contains("obsid") ?? false }) {
            $0.replacing("</main>", with: "<ul class=\"lines\"><li>Health</li></ul></main>")
        },
        text("an answer of the API has a field more", at: "/api/v1/people/:person") {
            $0.replacing("{", with: "{\"absent\":\"illness\",")
        },
        text("somebody's notices have one more", at: "/me/readings") {
            $0.replacing("</main>", with: "<p>The glass was broken.</p></main>")
        },
        text("an export has a remark", at: "/api/v1/directory") {
            $0.replacing("\"organisation\"", with: "\"remark\": \"illness\", \"organisation\"")
        },
        text("a count counts a sealed entry", at: "/me") { $0.replacing("</h1>", with: " (1)</h1>") },
        text("an order puts whoever has a sealed entry first", at: "/crew") { page in
            // The first two people of the list change places.
            guard let first = page.firstRange(of: "A. Ortega"), let second = page.firstRange(of: "B. Lindqvist") else {
                return page
            }
            var page = page
            page.replaceSubrange(second, with: "A. Ortega")
            page.replaceSubrange(first, with: "B. Lindqvist")
            return page
        },
        text("a calendar has a remark", at: "/calendars/:secret") {
            $0.replacing("END:VCALENDAR", with: "COMMENT:illness\r\nEND:VCALENDAR")
        },
        text("an event tells more", at: "/api/v1/builds/:build/events") { $0 + "event: file\ndata: 1\n\n" },
        Leak("a log line counts sealed entries", at: "GET /crew", .log) { request, logger, response in
            if fits(request, "/crew") { logger.debug("A crew was shown.", metadata: ["sealed": "1"]) }
            return response
        },
        Leak("an error tells that there is something", at: "GET nowhere", .status) { request, _, response in
            guard request.uri.path == "/no-such-page" else { return response }
            return Response(status: .forbidden, headers: response.headers, body: response.body)
        },
        Leak("a version counts sealed writes", at: "GET /me", .header("etag")) { request, _, response in
            var response = response
            if fits(request, "/me") { response.headers[.eTag] = "\"8\"" }
            return response
        },
    ]
}
