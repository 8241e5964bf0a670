//! The catalogue that comes with Carnet, so that a machine without network has a living one.
//!
//! Same layout as the publisher's archive and read by the same code; `data/LICENCES.md` says what is whose.

use super::archive::{Member, Members};

macro_rules! file {
    ($name:literal) => {
        ($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/starter/", $name)))
    };
}

const FILES: [(&str, &[u8]); 11] = [
    file!("unix_coherence_item_v460_utf8.csv"),
    file!("unix_domaine_professionnel_v460_utf8.csv"),
    file!("unix_grand_domaine_v460_utf8.csv"),
    file!("unix_referentiel_appellation_v460_utf8.csv"),
    file!("unix_referentiel_code_rome_v460_utf8.csv"),
    file!("unix_referentiel_competence_v460_utf8.csv"),
    file!("unix_referentiel_contexte_travail_v460_utf8.csv"),
    file!("unix_referentiel_savoir_v460_utf8.csv"),
    file!("unix_rubrique_mobilite_v460_utf8.csv"),
    file!("unix_texte_v460_utf8.csv"),
    file!("version.txt"),
];

/// The files of the starter catalogue.
pub fn members() -> Members {
    let file = |(name, bytes): (&str, &[u8])| Member { name: name.to_owned(), bytes: bytes.to_vec() };
    Members::from_files(FILES.into_iter().map(file).collect())
}
