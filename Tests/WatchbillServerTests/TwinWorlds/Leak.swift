import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// A leak of the kind that gets programmed: somewhere the second world's answers depend on what is sealed.
struct Leak: Sendable, CustomStringConvertible {
    /// What it is, in words.
    let description: String
    /// The address at which the comparison must find it, and the part of the answer.
    let address: String
    let part: Part
    /// Changes answers of the second world, as code that has the sealed fact at hand might.
    let tampering: Seam.Tampering

    init(_ description: String, at address: String, _ part: Part, _ tampering: @escaping Seam.Tampering) {
        self.description = description
        self.address = address
        self.part = part
        self.tampering = tampering
    }

    /// One in the text of what an address shows.
    static func text(
        _ description: String, at address: String, where isThere: @escaping @Sendable (Request) -> Bool = { _ in true },
        _ change: @escaping @Sendable (String) -> String
    ) -> Leak {
        Leak(description, at: "GET \(address)", .body) { request, _, response in
            guard request.method == .get, response.status == .ok, fits(request, address), isThere(request) else {
                return response
            }
            var changed = response
            changed.body = response.body.map { ByteBuffer(string: change(String(buffer: $0))) }
            changed.headers[.contentLength] = response.headers[.contentLength]
            return changed
        }
    }

    /// Whether a request is to an address as the product declares it.
    static func fits(_ request: Request, _ pattern: String) -> Bool {
        let parts = request.uri.path.split(separator: "/")
        let wanted = pattern.split(separator: "/")
        return parts.count == wanted.count && zip(parts, wanted).allSatisfy { $1.hasPrefix(":") || $0 == $1 }
    }
}
