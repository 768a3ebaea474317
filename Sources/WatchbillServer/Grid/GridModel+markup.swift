/// The cells of a grid as markup. There are thousands in one: a template filled in for each took 40 ms for 36 people by 35
/// days.
extension GridModel.Row {
    /// The days.
    var days: String {
        Markup.join(cells) { markup, cell in
            markup.open("td", id: cell.id, style: cell.style)
            markup.text += "<span>"
            markup.add(cell.text)
            markup.text += "</span>"
            markup.remark(cell.remark, after: ", ")
            markup.text += "</td>"
        }
    }

    var sums: String {
        Markup.join(totals) { markup, cell in
            markup.open("td", style: "total \(cell.style)")
            markup.add(cell.text)
            markup.text += "</td>"
        }
    }
}

extension GridModel.Cover {
    var days: String {
        Markup.join(cells) { markup, cell in
            markup.open("td", id: cell.id, style: cell.style)
            markup.text += "<b>"
            markup.add(cell.text)
            markup.text += "</b>"
            if let sub = cell.sub {
                markup.text += "<small>"
                markup.add(sub)
                markup.text += "</small>"
            }
            markup.remark(cell.remark, after: " ")
            markup.text += "</td>"
        }
    }
}

/// Text with tags, in which everything that comes from outside is escaped.
private struct Markup {
    var text = ""

    static func join(_ cells: [GridModel.Cell], _ write: (inout Markup, GridModel.Cell) -> Void) -> String {
        var markup = Markup()
        for cell in cells { write(&markup, cell) }
        return markup.text
    }

    mutating func open(_ tag: String, id: String? = nil, style: String) {
        text += "<\(tag)"
        if let id {
            text += " id=\""
            add(id)
            text += "\""
        }
        text += " class=\""
        add(style)
        text += "\">"
    }

    /// For those who do not see the marks.
    mutating func remark(_ remark: String?, after separator: String) {
        guard let remark else { return }
        text += "<span class=\"vh\">\(separator)"
        add(remark)
        text += "</span>"
    }

    mutating func add(_ value: String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
