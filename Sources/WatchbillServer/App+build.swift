package import Hummingbird
package import Logging
internal import NIOCore

/// The whole server: routes, services, address.
///
/// - Parameters:
///   - firstLink: the path of the link that makes the first account, as long as there is none.
///   - announce: told the address browsers can use, once it is listening, and that of the link.
package func buildApplication(
    _ installation: Installation, firstLink: String? = nil, logger: Logger,
    announce: @escaping @Sendable (_ address: String, _ firstLink: String?) -> Void
) -> some ApplicationProtocol {
    let settings = installation.settings
    let paper = settings.paper.map { installation.paperJob($0, logger: logger) }
    return Application(
        router: buildRouter(installation), server: settings.limits.server,
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port), serverName: nil,
            availableConnectionsDelegate: settings.limits.connections(logger: logger)),
        services: [
            BuildDeskService(desk: installation.desk), installation.retentionJob(logger: logger),
            installation.chaseJob(logger: logger), installation.watchJob(logger: logger),
            installation.restJob(logger: logger), installation.expiryJob(logger: logger),
        ] + installation.deliveryJobs(logger: logger) + [paper].compactMap(\.self),
        onServerRunning: { channel in
            guard let port = channel.localAddress?.port else { return }
            let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
            let address = "http://\(host):\(port)/"
            announce(address, firstLink.map { address + $0 })
        },
        logger: logger)
}

func buildRouter(_ installation: Installation) -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: Compression())
    router.add(middleware: ProblemAnswers(pages: installation.pages))
    let names = ["localhost", installation.settings.host] + installation.settings.names
    router.add(middleware: HostCheck(names: Set(names.map { $0.lowercased() })))
    router.add(middleware: SameOriginCheck())
    installation.routes.register(in: router)
    return router
}

extension Installation {
    /// Every address the server answers, and what it asks.
    package var addresses: [Address] { routes.all }

    var routes: Routes {
        var routes = Routes(door)
        addDoor(to: &routes)
        addCrew(to: &routes)
        addDetails(to: &routes)
        addOutline(to: &routes)
        addSetup(to: &routes)
        addOffline(to: &routes)
        addOwnRequests(to: &routes)
        addExchanges(to: &routes)
        addYear(to: &routes)
        addMessages(to: &routes)
        addCover(to: &routes)
        addReach(to: &routes)
        addBounces(to: &routes)
        addRecords(to: &routes)
        addExpiry(to: &routes)
        addOwnFile(to: &routes)
        addAway(to: &routes)
        addFitness(to: &routes)
        addGlass(to: &routes)
        addReadings(to: &routes)
        addSearch(to: &routes)
        addSettings(to: &routes)
        addAccounts(to: &routes)
        addPages(to: &routes)
        addDrafts(to: &routes)
        addPublished(to: &routes)
        addRotaFiles(to: &routes)
        addCompare(to: &routes)
        addRepair(to: &routes)
        addWish(to: &routes)
        addToday(to: &routes)
        addAttendance(to: &routes)
        addStation(to: &routes)
        addStations(to: &routes)
        addWatch(to: &routes)
        addAlarms(to: &routes)
        addReturns(to: &routes)
        addMonthHours(to: &routes)
        addWhy(to: &routes)
        addCalendars(to: &routes)
        addAPI(to: &routes)
        return routes
    }
}
