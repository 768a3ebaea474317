package import RotaModel

/// A rank or appointment that people hold: senior nurse, second officer, trainee.
package struct Rank: Hashable, Sendable {
    package var id: RankID
    package var name: String

    package init(id: RankID, name: String) {
        self.id = id
        self.name = name
    }
}

package typealias RankID = Identifier<Rank>
