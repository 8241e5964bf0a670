//! Who issues a document, who signs it, and where it can be checked.

use crate::certificates::ActionNature;

/// The training organisation, as its documents name it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provider {
    /// Name or business name.
    pub name: String,
    /// 14 digits, without spaces.
    pub siret: Option<String>,
    /// The number of the declaration of activity (NDA): 11 digits, without spaces.
    pub declaration_number: Option<String>,
    /// The region whose prefect registered the declaration, with its article: "d’Île-de-France", "de Bretagne".
    pub prefecture: Option<String>,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// An address or telephone number people can write to or call.
    pub contact: Option<String>,
    /// The kinds of action for which the organisation's Qualiopi certification may be named, in the order they are printed;
    /// empty where it is named without any, nothing where it is not named at all.
    pub qualiopi: Option<Vec<ActionNature>>,
}

/// Who signs a certificate for the organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signatory {
    /// First and last name.
    pub name: String,
    /// Capacity: "directrice", "responsable pédagogique".
    pub capacity: String,
    /// Where it is signed: a town.
    pub place: Option<String>,
    /// A drawn signature; without one, a frame is left for stamp and signature.
    pub signature: Option<Drawing>,
}

/// How whoever holds a document checks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The number of the document, printed and spoken: "CR-2026-000123".
    pub number: String,
    /// The page that says whether it is valid or replaced; printed, linked, and in the QR code.
    pub url: String,
}

/// A signature as it was drawn: strokes in a box.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Width of the box, in the unit of the points; more than 0, or nothing is drawn.
    pub width: u16,
    /// Height of the box, in the unit of the points, growing downwards; more than 0, or nothing is drawn.
    pub height: u16,
    /// Strokes, each the points `[x, y]` the pen went through; points outside the box are moved to its edge. A stroke of
    /// one point is a dot. Points that change nothing at the printed size are left out.
    pub strokes: Vec<Vec<[u16; 2]>>,
}
