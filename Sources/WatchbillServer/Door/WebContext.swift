internal import Hummingbird
internal import NIOCore

/// What a request carries along: besides what every one does, where it comes from.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection: behind a proxy, the proxy's.
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
