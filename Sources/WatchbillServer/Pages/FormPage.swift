/// A page that is a form of fields in groups, whatever it is about.
struct FormPage: Sendable {
    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    struct Group: Sendable {
        let legend: String
        var hint: String?
        /// `week` for a row of short fields.
        var style = ""
        var fields: [FormField]
    }

    var title: String
    var intro: String?
    var refusal: String?
    var method = "post"
    var action: String
    var hidden: [Hidden] = []
    var groups: [Group]
    /// What is said of the files that go with it; nil: it takes none.
    var files: String?
    var button: String
    var back: String
    var backName: String
}

/// One field of a form, with what is in it.
struct FormField: Sendable {
    struct Option: Sendable {
        let value: String
        let name: String
        let isChosen: Bool
    }

    let name: String
    let label: String
    let value: String
    /// Of an input: `text`, `number`, `date`, `time`.
    let type: String
    let options: [Option]
    let isInput: Bool
    let isSelect: Bool
    let isCheck: Bool
    let isChosen: Bool

    private init(
        _ name: String, _ label: String, value: String = "", type: String = "", options: [Option] = [],
        isChosen: Bool = false, isInput: Bool = false, isSelect: Bool = false, isCheck: Bool = false
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.type = type
        self.options = options
        self.isChosen = isChosen
        self.isInput = isInput
        self.isSelect = isSelect
        self.isCheck = isCheck
    }

    /// - Parameter values: of the form's fields, by their names.
    static func input(_ name: String, _ label: String, _ values: FormBody, type: String = "text") -> FormField {
        FormField(name, label, value: values[name] ?? "", type: type, isInput: true)
    }

    static func check(_ name: String, _ label: String, _ values: FormBody) -> FormField {
        FormField(name, label, isChosen: values[name] == "yes", isCheck: true)
    }

    /// - Parameter choices: values with their names.
    static func select(
        _ name: String, _ label: String, _ values: FormBody, _ choices: [(value: String, name: String)]
    ) -> FormField {
        let chosen = values[name] ?? ""
        let options = choices.map { Option(value: $0.value, name: $0.name, isChosen: $0.value == chosen) }
        return FormField(name, label, options: options, isSelect: true)
    }
}

extension PageRenderer {
    /// - Parameter form: what the form carries along so that it is taken for the visitor's own; nil for one that only asks.
    func formPage(_ page: FormPage, place: Place? = .setup, form: String?) -> String {
        var frame = frame(place, title: page.title, problem: nil, style: "text")
        frame.form = form
        return render("form", page, frame: frame)
    }
}
