internal import Hummingbird
package import Logging
package import RotaModel

/// Runs the server until it is told to end (SIGTERM, SIGINT), then ends its builds with the best so far.
///
/// - Parameters:
///   - demo: the crew an empty database is given.
///   - announce: told the address browsers can use, once the server listens.
/// - Throws: `StoreError` if the database cannot be used, or an error of the system if the address cannot.
package func serve(
    _ settings: ServerSettings, demo: RotaProblem, logger: Logger,
    announce: @escaping @Sendable (String) -> Void
) async throws {
    let installation = try await Installation(settings, demo: demo, surroundings: .machine, logger: logger)
    let application = buildApplication(installation, logger: logger, announce: announce)
    try await application.runService()
}
