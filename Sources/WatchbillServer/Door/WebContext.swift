internal import CrewRecords
internal import Hummingbird
internal import NIOCore

/// What a request carries along: besides what every one does, where it comes from, for the limits on guessing.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Of the other end of the connection: behind a proxy, the proxy's.
    let address: ClientAddress

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = ClientAddress(source.channel.remoteAddress?.ipAddress)
    }
}
