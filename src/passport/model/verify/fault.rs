//! Faults in words; the English ones are those of the types.

use super::super::badges::BadgeFault;
use super::super::chain::ChainFault;
use super::super::export::PassportFault;
use super::said::Said;
use crate::platform::seal::{PdfFault, SealFault};

/// Why an export is refused.
pub fn of_export(fault: &PassportFault) -> Said {
    let french = match fault {
        PassportFault::Unreadable => "Ce n’est pas un carnet exporté par Carnet.".to_owned(),
        PassportFault::NothingAttached => "Le PDF ne contient aucun carnet signé.".to_owned(),
        PassportFault::NotAsIssued => {
            "Le fichier n’est pas, octet pour octet, celui qui a été émis.".to_owned()
        }
        PassportFault::Pdf(PdfFault::NoSeal) => "Le PDF ne porte pas de sceau.".to_owned(),
        PassportFault::Pdf(PdfFault::Seal(fault)) => format!("Sceau du PDF\u{a0}: {}.", of_seal(*fault)),
        PassportFault::NoZipSeal => "Le ZIP ne porte pas de sceau.".to_owned(),
        PassportFault::Zip(fault) => format!("Sceau du ZIP\u{a0}: {}.", of_seal(*fault)),
        PassportFault::Seal(fault) => format!("Sceau du document\u{a0}: {}.", of_seal(*fault)),
        PassportFault::Manifest(fault) => format!("Sceau du manifeste\u{a0}: {}.", of_seal(*fault)),
        PassportFault::File(path) => {
            format!("Le fichier «\u{a0}{path}\u{a0}» n’est pas celui que liste le manifeste.")
        }
        PassportFault::Chain(fault) => format!("Chaîne des inscriptions\u{a0}: {}.", of_chain(fault)),
        PassportFault::Claims => {
            "Les preuves compétence par compétence ne sont pas celles qui ont été signées.".to_owned()
        }
    };
    Said::new(french, sentence(&fault.to_string()))
}

/// Why a badge is refused.
pub fn of_badge(fault: &BadgeFault) -> Said {
    let french = match fault {
        BadgeFault::Unreadable => "Ce n’est pas un badge signé sous forme de JWT.".to_owned(),
        BadgeFault::Header(what) => format!("L’en-tête demande ce qui ne peut être contrôlé\u{a0}: {what}."),
        BadgeFault::NoKey => "Aucune clé pour contrôler la signature n’a été donnée.".to_owned(),
        BadgeFault::Signature => "La signature n’est pas d’une clé de cet émetteur.".to_owned(),
        BadgeFault::Structure(what) => {
            format!(
                "Ce qui est signé n’est pas un Open Badge 3.0\u{a0}: {what} manque ou n’est pas conforme."
            )
        }
        BadgeFault::Claim(claim) => {
            format!("La déclaration «\u{a0}{claim}\u{a0}» contredit l’attestation.")
        }
        BadgeFault::NotYet(moment) => format!("Le badge ne compte qu’à partir du {moment}."),
        BadgeFault::Expired(moment) => format!("Le badge a expiré le {moment}."),
        BadgeFault::Revoked(moment) => {
            format!("Le badge est révoqué, selon la liste de statuts du {moment}.")
        }
    };
    Said::new(french, sentence(&fault.to_string()))
}

/// An English fault as a sentence.
fn sentence(fault: &str) -> String {
    let mut letters = fault.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

const fn of_seal(fault: SealFault) -> &'static str {
    match fault {
        SealFault::Content => "le contenu a été modifié après avoir été scellé",
        SealFault::UnknownKey => "la clé n’est pas connue",
        SealFault::Signature => "la signature n’est pas de cette clé",
    }
}

fn of_chain(fault: &ChainFault) -> String {
    match fault {
        ChainFault::Number(number) => format!("le maillon {number} manque ou figure deux fois"),
        ChainFault::Previous(number) => format!("le maillon {number} ne suit pas le précédent"),
        ChainFault::BackDated(number) => format!("le maillon {number} est daté d’avant celui qu’il suit"),
        ChainFault::Content(number) => format!("ce que dit le maillon {number} a été modifié"),
        ChainFault::Seal(number, fault) => format!("sceau du maillon {number}, {}", of_seal(*fault)),
    }
}
