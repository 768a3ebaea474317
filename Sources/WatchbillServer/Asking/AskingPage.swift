/// A page of lines, in sections, each with what can be done about it: exchanges, requests.
struct AskingPage: Sendable {
    struct Section: Sendable {
        let id: String
        let title: String
        /// What stands there instead of lines.
        var empty: String?
        var lines: [Line]
    }

    struct Line: Sendable {
        var chip: String?
        var letter = ""
        var words: String
        var note: String?
        var link: Link?
        /// Where the buttons' form goes.
        var action = ""
        var hidden: [FormPage.Hidden] = []
        var buttons: [Button] = []
        var hasButtons: Bool = false
    }

    struct Link: Sendable {
        let address: String
        let name: String
        /// What it says to whoever does not see what it stands beside.
        let label: String
    }

    struct Button: Sendable {
        let name: String
        let value: String
        let text: String
        let label: String
        var isFirst = false
        /// Where it leads if not where its line's form goes.
        var elsewhere: String?
    }

    /// A field by which another date is looked at.
    struct GoTo: Sendable {
        let action: String
        let hidden: [FormPage.Hidden]
        let label: String
        /// A date.
        let value: String
        let button: String
    }

    var title: String
    var refusal: String?
    var intro: String?
    var goTo: GoTo?
    var sections: [Section]
    var links: [RotaPage.Link] = []
}

extension AskingPage.Line {
    /// The line with buttons of a form.
    func asking(_ action: String, _ hidden: [FormPage.Hidden], _ buttons: AskingPage.Button...) -> AskingPage.Line {
        var line = self
        line.action = action
        line.hidden = hidden
        line.buttons = buttons
        line.hasButtons = true
        return line
    }
}

extension PageRenderer {
    /// - Parameter form: what its forms carry along so that they are taken for the visitor's own.
    func askingPage(_ page: AskingPage, place: Place = .today, form: String?) -> String {
        var frame = frame(place, title: page.title, problem: nil, style: "text")
        frame.form = form
        return render("exchanges", page, frame: frame)
    }
}
