package import Hummingbird
package import Logging
internal import NIOCore

/// The whole server: routes, services, address.
///
/// - Parameter announce: told the address browsers can use, once it is listening.
package func buildApplication(
    _ installation: Installation, logger: Logger, announce: @escaping @Sendable (String) -> Void
) -> some ApplicationProtocol {
    let settings = installation.settings
    return Application(
        router: buildRouter(installation),
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port), serverName: nil),
        services: [BuildDeskService(desk: installation.desk)],
        onServerRunning: { channel in
            guard let port = channel.localAddress?.port else { return }
            let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
            announce("http://\(host):\(port)/")
        },
        logger: logger)
}

func buildRouter(_ installation: Installation) -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ProblemAnswers(pages: installation.pages))
    let names = ["localhost", installation.settings.host] + installation.settings.names
    router.add(middleware: HostCheck(names: Set(names.map { $0.lowercased() })))
    router.add(middleware: SameOriginCheck())
    var routes = Routes()
    installation.addPages(to: &routes)
    installation.addAPI(to: &routes)
    routes.register(in: router)
    return router
}
