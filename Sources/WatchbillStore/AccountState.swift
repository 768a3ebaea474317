package import CrewRecords
package import RotaModel

/// How somebody signs in and where they are signed in, for whoever looks after that.
package struct AccountState: Sendable {
    package let login: LoginName
    package let hasPassword: Bool
    /// Whether a provider signs them in.
    package let isConnected: Bool
    /// Since when they cannot sign in.
    package let disabled: Instant?
    /// The open ones, the one used last first.
    package let sessions: [Session]
    /// Those that open something.
    package let tokens: [APIToken]
    /// The addresses of their calendar that open it.
    package let calendars: [CalendarFeed]
    /// Whether the caller may stop them from signing in, and let them again.
    package let mayDisable: Bool
}
