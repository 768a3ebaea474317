internal import CCurl
internal import CrewRecords
internal import Synchronization

/// Whether whoever asked has gone.
final class CancelFlag: Sendable {
    let isUp = Atomic(false)
}

/// One question and its answer. Blocks the thread that calls it.
final class WebTransfer {
    private let question: WebQuestion
    private let handle: UnsafeMutableRawPointer
    private let flag: CancelFlag
    private let onPart: (@Sendable ([UInt8]) -> Void)?
    private var body: [UInt8] = []
    private var isTooLong = false

    /// - Parameter handle: of libcurl, with no options set.
    init(
        _ question: WebQuestion, on handle: UnsafeMutableRawPointer, _ flag: CancelFlag,
        onPart: (@Sendable ([UInt8]) -> Void)?
    ) {
        self.question = question
        self.handle = handle
        self.flag = flag
        self.onPart = onPart
    }

    func run() -> Result<WebAnswer, WebFailure> {
        // The library holds pointers to this object until it is done.
        defer { withExtendedLifetime(self) {} }
        guard !flag.isUp.load(ordering: .relaxed) else { return .failure(.cancelled) }
        var fields: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(fields) }
        for line in lines {
            guard let longer = curl_slist_append(fields, line) else { return .failure(.network("Out of memory")) }
            fields = longer
        }
        return (question.body?.reveal() ?? []).withUnsafeBytes { sent in
            guard prepare(fields, sent) else { return .failure(.network("It cannot be asked")) }
            return outcome(curl_easy_perform(handle))
        }
    }

    /// The question's fields; and those that libcurl would add by itself are taken out.
    private var lines: [String] {
        let names = question.fields.map { $0.name.lowercased() }
        return question.fields.map { "\($0.name): \($0.value.reveal())" }
            + ["Expect", "Content-Type"].filter { !names.contains($0.lowercased()) }.map { "\($0):" }
    }

    /// - Returns: whether the library took all of it: the ways it is protected by, above all.
    private func prepare(_ fields: UnsafeMutablePointer<curl_slist>?, _ sent: UnsafeRawBufferPointer) -> Bool {
        let own = Unmanaged.passUnretained(self).toOpaque()
        let milliseconds = question.patience.map { max(1, CurlLibrary.milliseconds($0)) } ?? 0
        var steps: [CURLcode] = [
            watchbill_curl_set_text(handle, CURLOPT_URL, question.address.reveal()),
            watchbill_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            watchbill_curl_set_long(handle, CURLOPT_PATH_AS_IS, 1),
            watchbill_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            watchbill_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            watchbill_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            watchbill_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            watchbill_curl_set_long(handle, CURLOPT_TCP_KEEPALIVE, 1),
            watchbill_curl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds),
            watchbill_curl_set_list(handle, CURLOPT_HTTPHEADER, fields),
            watchbill_curl_set_pointer(handle, CURLOPT_WRITEDATA, own),
            watchbill_curl_set_write(handle) { buffer, size, count, own in
                guard let own else { return 0 }
                let part = UnsafeRawBufferPointer(start: buffer, count: size * count)
                return WebTransfer.of(own).take(part) ? part.count : 0
            },
            watchbill_curl_set_long(handle, CURLOPT_NOPROGRESS, 0),
            watchbill_curl_set_pointer(handle, CURLOPT_XFERINFODATA, own),
            watchbill_curl_set_progress(handle) { own, _, _, _, _ in
                own.map { WebTransfer.of($0).flag.isUp.load(ordering: .relaxed) } ?? true ? 1 : 0
            },
        ]
        if question.method != "GET" || question.body != nil {
            steps += [
                watchbill_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(sent.count)),
                // It copies nothing, and asks for a pointer where there is nothing to send, too.
                sent.isEmpty
                    ? watchbill_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, "")
                    : watchbill_curl_set_pointer(
                        handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: sent.baseAddress)),
                watchbill_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, question.method),
            ]
        }
        return steps.allSatisfy { $0 == CURLE_OK }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer) -> WebTransfer {
        Unmanaged<WebTransfer>.fromOpaque(pointer).takeUnretainedValue()
    }

    // MARK: The answer

    /// - Returns: whether more is wanted.
    private func take(_ part: UnsafeRawBufferPointer) -> Bool {
        if let onPart, type == "text/event-stream" {
            onPart(Array(part))
            return true
        }
        isTooLong = body.count + part.count > question.longest
        if !isTooLong { body += part }
        return !isTooLong
    }

    private func outcome(_ result: CURLcode) -> Result<WebAnswer, WebFailure> {
        let isCancelled = result == CURLE_ABORTED_BY_CALLBACK
        let isLate = result == CURLE_OPERATION_TIMEDOUT
        let words = String(cString: curl_easy_strerror(result))
        var status = 0
        _ = watchbill_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        // What came before a status that decides is nothing yet.
        guard status >= 200, !isCancelled else {
            if isCancelled { return .failure(.cancelled) }
            return .failure(isLate ? .late : .network(words))
        }
        let cut: WebAnswer.Cut? =
            if result == CURLE_OK { nil } else if isTooLong { .tooLong } else if isLate { .late } else {
                .broken(words)
            }
        return .success(
            WebAnswer(status: status, type: type, retryAfter: field("Retry-After"), body: body, cut: cut))
    }

    private var type: String {
        (field("Content-Type") ?? "").prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    /// Of the answer's head; nil if it has none of that name.
    private func field(_ name: String) -> String? {
        var found: UnsafeMutablePointer<curl_header>?
        // -1: of the last answer, where others came before it.
        guard curl_easy_header(handle, name, 0, UInt32(CURLH_HEADER), -1, &found) == CURLHE_OK else { return nil }
        return found?.pointee.value.map { String(cString: $0) }
    }
}
