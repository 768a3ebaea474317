internal import CCurl
internal import CrewRecords
internal import Foundation

/// Hands one message to a server, and blocks the thread that calls it.
final class MailTransfer {
    /// How far the talk with the server has come: what its answer is about.
    private enum Stage {
        case greeting, sender, receiver, content
    }

    private let message: [UInt8]
    private var position = 0
    private var stage = Stage.greeting
    /// Whether the last thing was said that an outcome depends on.
    private var isOver = false
    /// Of the last answer.
    private var status: MailStatus?

    init(_ message: [UInt8]) {
        self.message = message
    }

    func run(_ server: MailServer, from envelope: MailAddress, to receiver: MailAddress) -> MailOutcome {
        // The library holds pointers to this object until it is done with the handle.
        defer { withExtendedLifetime(self) {} }
        guard CurlLibrary.isReady, let handle = curl_easy_init() else { return .later(.other) }
        defer { curl_easy_cleanup(handle) }
        var receivers: UnsafeMutablePointer<curl_slist>?
        receivers = curl_slist_append(receivers, "<\(receiver.text)>")
        defer { curl_slist_free_all(receivers) }
        guard receivers != nil, prepare(handle, server, envelope, receivers) else { return .later(.other) }
        let result = curl_easy_perform(handle)
        var code = 0
        _ = watchbill_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &code)
        return outcome(result, code)
    }

    /// - Returns: whether the library took all of it: the ways it is protected by, above all.
    private func prepare(
        _ handle: UnsafeMutableRawPointer, _ server: MailServer, _ envelope: MailAddress,
        _ receivers: UnsafeMutablePointer<curl_slist>?
    ) -> Bool {
        let milliseconds = CurlLibrary.milliseconds(server.patience)
        let own = Unmanaged.passUnretained(self).toOpaque()
        var steps: [CURLcode] = [
            watchbill_curl_set_text(handle, CURLOPT_URL, server.url),
            watchbill_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            watchbill_curl_set_long(
                handle, CURLOPT_USE_SSL,
                Int(server.protection == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue)),
            watchbill_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            watchbill_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            watchbill_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            // No proxy that the environment names: those are for the web.
            watchbill_curl_set_text(handle, CURLOPT_PROXY, ""),
            watchbill_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            watchbill_curl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds),
            // Else the farewell could take two minutes more.
            watchbill_curl_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, milliseconds / 1000)),
            watchbill_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(envelope.text)>"),
            watchbill_curl_set_list(handle, CURLOPT_MAIL_RCPT, receivers),
            watchbill_curl_set_long(handle, CURLOPT_UPLOAD, 1),
            watchbill_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.count)),
            watchbill_curl_set_pointer(handle, CURLOPT_READDATA, own),
            watchbill_curl_set_read(handle) { buffer, size, count, own in
                guard let buffer, let own else { return Int(CURL_READFUNC_ABORT) }
                return MailTransfer.of(own).read(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
            },
            // What the server says is printed nowhere.
            watchbill_curl_set_write(handle) { _, size, count, _ in size * count },
            watchbill_curl_set_pointer(handle, CURLOPT_DEBUGDATA, own),
            watchbill_curl_set_debug(handle) { _, kind, text, count, own in
                if let text, let own {
                    MailTransfer.of(own).follow(kind, UnsafeRawBufferPointer(start: text, count: count))
                }
                return 0
            },
            watchbill_curl_set_long(handle, CURLOPT_VERBOSE, 1),
        ]
        if let authorities = server.authorities {
            steps.append(watchbill_curl_set_text(handle, CURLOPT_CAINFO, authorities))
        }
        if let user = server.user, let password = server.password {
            steps.append(watchbill_curl_set_text(handle, CURLOPT_USERNAME, user))
            steps.append(
                (password.reveal() + [0]).withUnsafeBufferPointer { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        watchbill_curl_set_text(handle, CURLOPT_PASSWORD, $0.baseAddress)
                    }
                })
        }
        return steps.allSatisfy { $0 == CURLE_OK }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer) -> MailTransfer {
        Unmanaged<MailTransfer>.fromOpaque(pointer).takeUnretainedValue()
    }

    private func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let end = min(position + buffer.count, message.count)
        buffer.copyBytes(from: message[position..<end])
        defer { position = end }
        return end - position
    }

    /// Looks at what is said, and keeps of it only how far the talk has come and the last answer's status. What is sent
    /// to sign in passes here, too.
    private func follow(_ kind: curl_infotype, _ text: UnsafeRawBufferPointer) {
        guard !isOver else { return }
        switch kind {
        case CURLINFO_HEADER_OUT:
            // The library says farewell by itself, also after what went wrong.
            if text.starts(with: "QUIT\r\n".utf8) {
                isOver = true
                return
            }
            if text.starts(with: "MAIL FROM:".utf8) {
                stage = .sender
            } else if text.starts(with: "RCPT TO:".utf8) {
                stage = .receiver
            } else if stage == .receiver, text.starts(with: "DATA\r\n".utf8) {
                stage = .content
            }
            status = nil
        case CURLINFO_HEADER_IN:
            // `550 5.1.1 …` (RFC 2034, 4).
            let rest = text.dropFirst(4)
            let word = rest.prefix(9).prefix { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
            status = MailStatus(String(decoding: word, as: UTF8.self))
        default: break
        }
    }

    private func outcome(_ result: CURLcode, _ code: Int) -> MailOutcome {
        switch result {
        case CURLE_OK: return .taken
        case CURLE_COULDNT_RESOLVE_HOST: return .later(.hostUnknown)
        case CURLE_COULDNT_CONNECT, CURLE_GOT_NOTHING, CURLE_RECV_ERROR: return .later(.noConnection)
        case CURLE_OPERATION_TIMEDOUT: return .later(.late)
        case CURLE_USE_SSL_FAILED: return .later(.encryptionMissing)
        case CURLE_PEER_FAILED_VERIFICATION: return .later(.certificateUntrusted)
        case CURLE_SSL_CACERT_BADFILE: return .later(.authoritiesUnreadable)
        case CURLE_SSL_CONNECT_ERROR: return .later(.encryptionFailed)
        case CURLE_LOGIN_DENIED: return .later((400...499).contains(code) ? .serverUnready : .signInRefused)
        default: break
        }
        switch (code, stage) {
        case (530, _): return .later(.signInRefused)
        case (500...599, .receiver), (500...599, .content): return .refused(MailRefusal(code: code, status: status))
        case (500...599, .sender): return .later(.senderRefused)
        case (400...599, _): return .later(.serverUnready)
        // The library calls it so, too, when the connection breaks while it sends.
        case _ where result == CURLE_SEND_ERROR: return .later(.noConnection)
        default: return .later(.other)
        }
    }
}
