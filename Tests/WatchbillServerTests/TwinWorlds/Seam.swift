import Hummingbird
import Logging
import Synchronization

/// Where a world's answers can be tampered with: a leak planted there stands for one that somebody has programmed.
final class Seam: Sendable {
    /// Gets the request, the request's own logger, and the answer as the product makes it.
    typealias Tampering = @Sendable (Request, Logger, Response) async throws -> Response

    private let tampering = Mutex<Tampering?>(nil)

    /// Nil: answers are the product's own.
    func plant(_ new: Tampering?) { tampering.withLock { $0 = new } }

    fileprivate var planted: Tampering? { tampering.withLock { $0 } }
}

/// The product's own application with the seam around it. What runs beside its routes is left out: that would be work
/// at times of its own.
struct SeamedApplication<Inner: ApplicationProtocol>: ApplicationProtocol {
    private let inner: Inner
    private let seam: Seam

    init(_ inner: Inner, _ seam: Seam) {
        self.inner = inner
        self.seam = seam
    }

    var responder: CallbackResponder<Inner.Responder.Context> {
        get async throws {
            let product = try await inner.responder
            return CallbackResponder { [seam, logger = inner.logger] request, context in
                let response = try await product.respond(to: request, context: context)
                guard let tampering = seam.planted else { return response }
                return try await tampering(request, (context as? any RequestContext)?.logger ?? logger, response)
            }
        }
    }

    var configuration: ApplicationConfiguration { inner.configuration }
    var logger: Logger { inner.logger }
}
