internal import CrewRecords
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats

/// Reads what a request says besides its body, and holds it to what its operation declares.
struct ParameterReader {
    private let request: Request
    private let context: WebContext

    init(_ request: Request, _ context: WebContext) {
        self.request = request
        self.context = context
    }

    /// Those that are there, by their names.
    ///
    /// - Throws: `ServerProblem`; `Refusal.hidden` for a part of the address.
    func values(of operation: APIOperation) throws -> [String: JSONContent] {
        let parameters = operation.allParameters
        try checkQuery(parameters)
        var values: [String: JSONContent] = [:]
        var faults: [RequestFault] = []
        for parameter in parameters {
            guard let text = text(of: parameter) else {
                if parameter.isRequired {
                    if parameter.name == APIParameter.ifMatch.name { throw ServerProblem.preconditionRequired }
                    faults.append(.in(parameter, "\(parameter.name) is missing: \(parameter.words)."))
                }
                continue
            }
            let value = parameter.schema.value(of: text)
            let found = parameter.schema.faults(in: value)
            if !found.isEmpty, parameter.place == .path { throw Refusal.hidden }
            faults += found.map { .in(parameter, $0.detail) }
            values[parameter.name] = value
        }
        guard faults.isEmpty else { throw ServerProblem.badParameters(faults) }
        return values
    }

    private func text(of parameter: APIParameter) -> String? {
        switch parameter.place {
        case .path: context.parameters.get(parameter.name)?.removingPercentEncoding
        case .query: request.uri.queryParameters.get(parameter.name)
        case .header: HTTPField.Name(parameter.name).flatMap { request.headers[$0] }
        }
    }

    /// Each name once, and none that the operation does not know: a slip in a name would else be passed over.
    private func checkQuery(_ parameters: [APIParameter]) throws(ServerProblem) {
        let known = parameters.filter { $0.place == .query }.map(\.name)
        var seen: Set<String> = []
        for (name, _) in request.uri.queryParameters {
            let name = String(name)
            guard known.contains(name) else {
                let list = known.isEmpty ? "none" : known.joined(separator: ", ")
                throw .badParameter(String(name.prefix(80)), "there is none of that name here. Known: \(list).")
            }
            guard seen.insert(name).inserted else { throw .badParameter(name, "it is there twice.") }
        }
    }
}

extension RequestFault {
    fileprivate static func `in`(_ parameter: APIParameter, _ detail: String) -> Self {
        Self(parameter: parameter.name, detail: detail)
    }
}

extension JSONSchema {
    /// A parameter's text as the value it stands for.
    fileprivate func value(of text: String) -> JSONContent {
        switch self {
        case .whole: Self.isWhole(text) ? Int(text).map { .whole($0) } ?? .text(text) : .text(text)
        case .truth: text == "true" ? true : text == "false" ? false : .text(text)
        default: .text(text)
        }
    }

    /// As JSON writes them.
    private static func isWhole(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && (digits.count == 1 || digits.first != UInt8(ascii: "0")) && text.utf8.count - digits.count <= 1
    }
}
