#include <zlib.h>

// deflateInit2 is a macro, which Swift does not call. 31: the largest window, in gzip's format (zlib.h).
static inline int watchbill_gzip_begin(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
