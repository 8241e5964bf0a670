//! Proofs: where the antivirus is, what is masked, what others are shown.

use carnet_documents::masking::{MOST_PAGES, MOST_ZONES, Source, Zone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::files::{Kind, Scan};
use crate::platform::http::{Code, FieldError};
use crate::platform::storage::Unchecked;

/// Most proofs of one experience.
pub const MOST_PROOFS: i64 = 10;

/// Where a proof is with the antivirus, and with the masking of its zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceProofState)]
pub enum ProofState {
    /// The antivirus has not spoken, or the masked copy is being made: nobody opens it.
    Waiting,
    /// It can be opened.
    Clean,
    /// The antivirus found something: the bytes are gone. Told to organisations alone.
    Infected,
    /// It cannot be used: send it again, or another one.
    Error,
    /// Its person removed it; its fingerprint stays.
    Removed,
}

/// Where the masked copy of a proof is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = ExperienceProofMask)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Mask {
    /// Nothing is masked: others see the file.
    None,
    /// The copy is being made: others see nothing.
    Making,
    /// Others see the copy.
    Ready,
    /// The copy could not be made: others see nothing.
    Failed,
}

impl Mask {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Making => "making",
            Self::Ready => "ready",
            Self::Failed => "failed",
        }
    }
}

/// What the antivirus said, as a state of the proof.
pub fn scanned(scan: Scan, unchecked: Unchecked) -> ProofState {
    match (scan, unchecked) {
        (Scan::Pending, _) => ProofState::Waiting,
        (Scan::Clean, _) | (Scan::Unchecked, Unchecked::Serve) => ProofState::Clean,
        (Scan::Infected, _) => ProofState::Infected,
        (Scan::Unchecked, Unchecked::Hold) => ProofState::Error,
    }
}

impl ProofState {
    /// What its own person is told: whoever sends files learns nothing from the antivirus by trying.
    pub const fn to_sender(self) -> Self {
        match self {
            Self::Infected => Self::Error,
            other => other,
        }
    }
}

/// What others are shown of a proof, from the states of the original and of the copy.
pub fn shown(mask: Mask, original: ProofState, copy: Option<ProofState>) -> ProofState {
    match mask {
        Mask::None => original,
        _ if matches!(original, ProofState::Removed | ProofState::Infected) => original,
        Mask::Making => ProofState::Waiting,
        Mask::Failed => ProofState::Error,
        Mask::Ready => copy.unwrap_or(ProofState::Error),
    }
}

/// A rectangle to mask, in fractions of the page as it is shown, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExperienceProofZone)]
pub struct ProofZone {
    /// The page, counted from 1; 1 for a picture.
    page: u16,
    /// Left edge, 0 to 1.
    x: f32,
    /// Top edge, 0 to 1.
    y: f32,
    /// Width, above 0, within the page.
    width: f32,
    /// Height, above 0, within the page.
    height: f32,
}

/// What rounding may add to a rectangle that ends with its page.
const ROUNDING: f32 = 0.001;

impl ProofZone {
    fn is_within(&self) -> bool {
        let along = |from: f32, length: f32| from >= 0.0 && length > 0.0 && from + length <= 1.0 + ROUNDING;
        (1..=MOST_PAGES).contains(&usize::from(self.page))
            && along(self.x, self.width)
            && along(self.y, self.height)
    }
}

impl From<ProofZone> for Zone {
    fn from(zone: ProofZone) -> Self {
        let ProofZone { page, x, y, width, height } = zone;
        Self { page, x, y, width, height }
    }
}

/// Refuses zones that are none.
pub fn check_zones(zones: &[ProofZone]) -> Result<(), FieldError> {
    if zones.len() > MOST_ZONES {
        return Err(FieldError::new("/zones", "too_many", format!("{MOST_ZONES} zones au plus.")));
    }
    match zones.iter().position(|zone| !zone.is_within()) {
        Some(place) => {
            let message = "Cette zone sort de la page.";
            Err(FieldError::new(format!("/zones/{place}"), "out_of_range", message))
        }
        None => Ok(()),
    }
}

/// What a file of this kind is to the masking; none for kinds no proof has.
pub const fn source_of(kind: Kind) -> Option<Source> {
    match kind {
        Kind::Pdf => Some(Source::Pdf),
        Kind::Png => Some(Source::Png),
        Kind::Jpeg => Some(Source::Jpeg),
        _ => None,
    }
}

/// The name of a copy: that of the file, and that it is one.
pub fn name_of_copy(name: &str, source: Source) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let extension = if source == Source::Pdf { "pdf" } else { "jpg" };
    format!("{stem} (masqué).{extension}")
}

/// Why a proof is not handed out in this state.
pub const fn to_be_opened(state: ProofState) -> Result<(), Code> {
    match state {
        ProofState::Clean => Ok(()),
        ProofState::Waiting => Err(Code::FileNotChecked),
        ProofState::Infected => Err(Code::FileInfected),
        ProofState::Error => Err(Code::ProofUnusable),
        ProofState::Removed => Err(Code::ProofRemoved),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_see_the_copy_or_nothing_once_something_is_masked() {
        use ProofState::{Clean, Error, Infected, Removed, Waiting};
        for (mask, original, copy, expected) in [
            (Mask::None, Clean, None, Clean),
            (Mask::None, Infected, None, Infected),
            (Mask::Making, Clean, None, Waiting),
            (Mask::Failed, Clean, None, Error),
            (Mask::Ready, Clean, Some(Clean), Clean),
            (Mask::Ready, Clean, Some(Waiting), Waiting),
            (Mask::Ready, Clean, None, Error),
            (Mask::Ready, Removed, None, Removed),
            (Mask::Ready, Infected, Some(Clean), Infected),
        ] {
            assert_eq!(shown(mask, original, copy), expected, "{mask:?} {original:?} {copy:?}");
        }
    }

    #[test]
    fn a_sender_does_not_learn_what_the_antivirus_found() {
        assert_eq!(scanned(Scan::Infected, Unchecked::Serve), ProofState::Infected);
        assert_eq!(ProofState::Infected.to_sender(), scanned(Scan::Unchecked, Unchecked::Hold));
        assert_eq!(ProofState::Clean.to_sender(), ProofState::Clean);
    }

    #[test]
    fn zones_are_within_their_page() {
        let zone = |page, x, y, width, height| ProofZone { page, x, y, width, height };
        assert!(check_zones(&[zone(1, 0.0, 0.0, 1.0, 1.0), zone(40, 0.5, 0.5, 0.5, 0.1)]).is_ok());
        for wrong in [
            zone(0, 0.0, 0.0, 0.1, 0.1),
            zone(41, 0.0, 0.0, 0.1, 0.1),
            zone(1, -0.1, 0.0, 0.1, 0.1),
            zone(1, 0.0, 0.95, 0.1, 0.1),
            zone(1, 0.0, 0.0, 0.0, 0.1),
            zone(1, 0.0, 0.0, f32::INFINITY, 0.1),
        ] {
            let fault = check_zones(&[zone(1, 0.0, 0.0, 0.1, 0.1), wrong]).unwrap_err();
            assert_eq!(
                (fault.pointer.as_str(), fault.code.as_ref()),
                ("/zones/1", "out_of_range"),
                "{wrong:?}"
            );
        }
        let many = vec![zone(1, 0.0, 0.0, 0.1, 0.1); MOST_ZONES + 1];
        assert_eq!(check_zones(&many).unwrap_err().code, "too_many");
    }

    #[test]
    fn a_copy_says_in_its_name_that_it_is_one() {
        assert_eq!(name_of_copy("Diplôme.pdf", Source::Pdf), "Diplôme (masqué).pdf");
        assert_eq!(name_of_copy("scan.png", Source::Png), "scan (masqué).jpg");
        assert_eq!(name_of_copy("scan", Source::Jpeg), "scan (masqué).jpg");
    }
}
