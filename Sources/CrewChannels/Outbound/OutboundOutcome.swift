/// What became of an `OutboundRequest`.
package enum OutboundOutcome: Hashable, Sendable {
    /// The receiver has it.
    case taken
    /// There is nobody any more: the browser's subscription has ended, or the webhook says that it is gone for good.
    /// Not to be sent again, nor anything else there.
    case gone
    /// The receiver will not have it, however often it is sent; with the status.
    case refused(Int)
    /// To be sent again: the receiver was too busy, broken or not to be reached. After that time, if it named one.
    case later(after: Duration?)

    /// The longest time that a receiver may put us off for: a day.
    package static let longestPause = Duration.seconds(86_400)
}
