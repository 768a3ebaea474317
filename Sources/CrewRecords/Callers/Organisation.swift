package import RotaModel

/// The whole that one set of units, people and keys belongs to.
package enum Organisation {}

package typealias OrganisationID = Identifier<Organisation>
