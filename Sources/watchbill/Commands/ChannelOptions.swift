import ArgumentParser
import CrewChannels
import CrewRecords
import Foundation
import WatchbillServer

/// How messages leave the building, besides by pushes and webhooks, which need nothing.
struct ChannelOptions: ParsableArguments {
    @Option(help: "The server that mail is handed to: smtp://mail.example.org:587 or smtps://. (default: no mail)")
    var mailServer: String?

    @Option(help: "Whom mail is from, an address of yours. Needed with --mail-server.")
    var mailFrom: String?

    @Option(help: "The user at the mail server; none if it wants none.")
    var mailUser: String?

    @Option(help: "A file with the user's password, which only its owner may read.")
    var mailPasswordFile: String?

    @Option(help: "starttls, tls, or none: plain text, to this machine alone. (default: what goes with the address)")
    var mailProtection: String?

    @Option(help: "A file with the certificates that the mail server's goes back to. (default: those of the machine)")
    var mailAuthorities: String?

    @Option(help: "Whom push services may ask about this server: mailto: or https:.")
    var pushContact: String?

    @Option(help: "Where browsers reach the pages, for links in mail: https://crew.example.org.")
    var address: String?

    private static let longestPassword = 1024

    /// - Throws: `ValidationError`; `ExitCode.unusable`, having told why, if the password cannot be read.
    var settings: ChannelSettings {
        get throws {
            let environment = ProcessInfo.processInfo.environment
            func value(_ option: String?, _ variable: String) -> String? {
                (option ?? environment["WATCHBILL_\(variable)"]).flatMap { $0.isEmpty ? nil : $0 }
            }
            var settings = ChannelSettings()
            if let contact = value(pushContact, "PUSH_CONTACT") { settings.contact = contact }
            settings.address = value(address, "ADDRESS").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            do {
                _ = try PushContact(settings.contact)
                if let address = settings.address {
                    _ = try OutboundAddress(address, reach: .plainToo, what: "--address")
                }
                guard let server = value(mailServer, "MAIL_SERVER") else {
                    guard value(mailFrom, "MAIL_FROM") == nil, value(mailUser, "MAIL_USER") == nil else {
                        throw ValidationError("There is a sender of mail and no server for it: add --mail-server.")
                    }
                    return settings
                }
                guard let from = value(mailFrom, "MAIL_FROM") else {
                    throw ValidationError("Mail needs a sender: add --mail-from with an address of yours.")
                }
                var protection: MailServer.Protection?
                if let text = value(mailProtection, "MAIL_PROTECTION") {
                    guard let named = MailServer.Protection(rawValue: text) else {
                        throw ValidationError("--mail-protection is \(text); expected is starttls, tls or none.")
                    }
                    protection = named
                }
                settings.mail = try MailServer(
                    address: server, protection: protection, user: value(mailUser, "MAIL_USER"),
                    password: try value(mailPasswordFile, "MAIL_PASSWORD_FILE").map(Self.password),
                    sender: Mailbox(try MailAddress(from), name: "Watchbill"),
                    authorities: value(mailAuthorities, "MAIL_AUTHORITIES"))
                return settings
            } catch let error as ChannelError {
                throw ValidationError(error.message)
            }
        }
    }

    private static func password(in path: String) throws -> Secret {
        do throws(PrivateFile.Failure) {
            let text = try PrivateFile.text(of: path, most: longestPassword).trimmingCharacters(in: .newlines)
            if !text.isEmpty { return Secret(text: text) }
            Console.tell("watchbill: The file of the mail password, \(path), is empty.\n")
        } catch {
            Console.tell("watchbill: The file of the mail password, \(path), \(error.reason)\n")
        }
        throw ExitCode.unusable
    }
}
