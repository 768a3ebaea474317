internal import CZlib
internal import NIOCore

/// gzip (RFC 1952), by zlib. The same bytes are always compressed to the same: no time and no name is written.
enum Gzip {
    /// - Parameter level: 1, the fastest, to 9, the smallest.
    /// - Returns: nil if zlib has no memory for it.
    static func compressed(_ buffer: ByteBuffer, level: Int = 6) -> ByteBuffer? {
        var stream = z_stream()
        guard watchbill_gzip_begin(&stream, Int32(level)) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(buffer.readableBytes)))
        var compressed = ByteBufferAllocator().buffer(capacity: bound)
        let result = buffer.withUnsafeReadableBytes { input in
            compressed.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { output in
                // zlib reads through this pointer and does not write.
                stream.next_in = UnsafeMutablePointer(
                    mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
            }
        }
        return result > 0 ? compressed : nil
    }
}
