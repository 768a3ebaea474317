import Foundation

/// A connection to a server of this machine that sends what it is told, byte for byte.
struct RawConnection {
    /// What the system would not do.
    struct Failure: Error {
        let code = errno
    }

    private let socket: Int32

    /// - Throws: `Failure` if there is no connection.
    init(to port: UInt16) throws {
        #if canImport(Darwin)
            socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #else
            socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard socket >= 0, connected == 0 else { throw Failure() }
    }

    /// - Returns: whether the other end still takes it.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// All that comes, up to the end of the connection or until that text is in it. On a thread of its own: it waits.
    ///
    /// - Parameters:
    ///   - drip: sent again and again meanwhile, twenty times a second.
    ///   - patience: in seconds.
    /// - Returns: nil if there was no end within the patience.
    func receive(until end: String? = nil, dripping drip: String? = nil, patience: Int = 120) async -> String? {
        await withCheckedContinuation { waiter in
            Thread.detachNewThread {
                var text: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65536)
                let limit = Date(timeIntervalSinceNow: TimeInterval(patience))
                while Date() < limit {
                    if let drip { send(drip) }
                    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
                    if poll(&waiting, 1, 50) == 0 { continue }
                    let count = recv(socket, &buffer, buffer.count, 0)
                    if count > 0 { text += buffer[..<count] }
                    let string = String(decoding: text, as: UTF8.self)
                    if count <= 0 || end.map({ string.contains($0) }) ?? false {
                        waiter.resume(returning: string)
                        return
                    }
                }
                waiter.resume(returning: nil)
            }
        }
    }

    func close() {
        Foundation.close(socket)
    }
}
