//! The manifest of a ZIP: what is in it, each file with its hash, signed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The form of a manifest, as it is signed.
pub const MANIFEST: &str = "carnet.passport-manifest/1";

/// Where the manifest, the JSON and the PDF are in a ZIP, and the folder of proofs.
pub const MANIFEST_PATH: &str = "manifest.json";
/// The signed JSON.
pub const JSON_PATH: &str = "carnet.json";
/// The PDF.
pub const PDF_PATH: &str = "carnet.pdf";
/// The folder of proofs.
pub const PROOFS: &str = "preuves";

/// What is in a ZIP, the manifest itself aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The number of the export.
    pub number: String,
    /// The day it was issued on.
    pub issued_on: NaiveDate,
    /// Every file, in the order of the ZIP.
    pub files: Vec<ManifestFile>,
}

/// A file of a ZIP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestFile {
    /// Its path within the ZIP.
    pub path: String,
    /// What its bytes are.
    pub media_type: String,
    /// How many.
    pub bytes: u64,
    /// Their SHA-256.
    pub sha256: String,
}

/// The path of a proof: its place among them keeps two files of one name apart.
pub fn proof_path(place: usize, name: &str) -> String {
    format!("{PROOFS}/{place:03}-{}", name.replace(['/', '\\'], "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proofs_stay_in_their_folder_and_apart() {
        assert_eq!(proof_path(7, "Diplôme.pdf"), "preuves/007-Diplôme.pdf");
        assert_eq!(proof_path(8, "../a\\b.pdf"), "preuves/008-.._a_b.pdf");
        assert_ne!(proof_path(1, "a"), proof_path(2, "a"));
    }
}
