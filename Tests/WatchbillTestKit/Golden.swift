import Foundation

/// Compares printed text with a file in the folder `Golden` beside the test, and keeps such files.
package enum Golden {
    /// How `text` differs from the content of `Golden/name`; nil if it does not.
    ///
    /// With WATCHBILL_RECORD set, or when there is no such file, the file is written and that is told as a difference, so
    /// that a recording never passes for a check.
    package static func difference(_ text: String, _ name: String, file: String = #filePath) -> String? {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden")
        let golden = folder.appending(path: name)
        let isRecording = ProcessInfo.processInfo.environment["WATCHBILL_RECORD"] != nil
        if !isRecording, let expected = try? String(contentsOf: golden, encoding: .utf8) {
            return expected == text ? nil : firstDifference(expected, text)
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: golden, atomically: true, encoding: .utf8)
            return "Recorded \(name); read it, then run again."
        } catch {
            return "Cannot record \(name): \(error)"
        }
    }

    private static func firstDifference(_ expected: String, _ found: String) -> String {
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = found.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
        let want = line < left.count ? "\"\(left[line])\"" : "the end"
        let have = line < right.count ? "\"\(right[line])\"" : "the end"
        return "Line \(line + 1) should be\n  \(want)\nand is\n  \(have)"
    }
}
