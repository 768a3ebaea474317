internal import Hummingbird
package import Logging

/// Runs the server until it is told to end (SIGTERM, SIGINT), then ends its builds with the best so far.
///
/// - Parameters:
///   - demo: what an empty database is given, for visitors of this machine; nil: no demo.
///   - announce: told the address browsers can use, once the server listens, and the address at which the first account
///     can be made, as long as there is none.
/// - Throws: `StoreError` if the database cannot be used, or an error of the system if the address cannot.
package func serve(
    _ settings: ServerSettings, demo: DemoOrganisation?, logger: Logger,
    announce: @escaping @Sendable (_ address: String, _ firstLink: String?) -> Void
) async throws {
    let installation = try await Installation(settings, demo: demo, surroundings: .machine, logger: logger)
    let application = buildApplication(
        installation, firstLink: try await installation.firstLink(), logger: logger, announce: announce)
    try await application.runService()
    try await installation.close()
}
