//! What lies in a download of somebody's data, and how it is named.

use std::collections::HashSet;
use std::fmt::Write;

/// A file of the archive: its name, and what it holds, in the words of who reads it.
pub struct Part {
    /// Its name without ending.
    pub name: &'static str,
    /// What it holds.
    pub holds: &'static str,
}

/// Every part, in the order in which they are read.
pub const PARTS: [Part; 16] = [
    Part {
        name: "compte",
        holds: "votre compte, vos connexions, les liens qui vous ont été envoyés par e-mail",
    },
    Part {
        name: "organismes",
        holds: "les organismes dont vous êtes membre, et les invitations reçues ou envoyées",
    },
    Part {
        name: "fichiers",
        holds: "les fichiers que vous avez envoyés (ceux qui sont à vous sont dans le dossier fichiers/)",
    },
    Part { name: "entreprises", holds: "les entreprises pour lesquelles vous recrutez" },
    Part { name: "formations", holds: "les formations que vous avez écrites ou modifiées" },
    Part {
        name: "sessions",
        holds: "vos inscriptions à des sessions, celles que vous animez, votre calendrier",
    },
    Part { name: "presences", holds: "vos présences, vos signatures, vos attestations" },
    Part {
        name: "quiz",
        holds: "les quiz que vous avez passés, vos réponses, vos résultats, les invitations reçues",
    },
    Part {
        name: "carnet",
        holds: "votre carnet\u{a0}: compétences, validations, expériences, exports et liens de partage",
    },
    Part {
        name: "partages",
        holds: "votre visibilité, vos consentements et leurs reçus, ce que vous partagez, qui a ouvert votre profil",
    },
    Part {
        name: "recherche",
        holds: "ce que des recruteurs ont noté ou classé à votre sujet, et vos propres recherches",
    },
    Part { name: "offres", holds: "les offres reçues ou envoyées et vos réponses" },
    Part { name: "messages", holds: "vos messages et vos salons" },
    Part {
        name: "avis", holds: "les avis qui vous ont été donnés dans l’application, et vos réglages"
    },
    Part {
        name: "confidentialite",
        holds: "vos téléchargements de données, et les consultations de vos données par la plateforme",
    },
    Part { name: "journal", holds: "le journal des actions faites par vous ou à votre sujet" },
];

/// The name of a part within the archive.
pub fn path(place: usize) -> String {
    let part = &PARTS[place];
    format!("{:02}-{}.json", place + 1, part.name)
}

/// The text that explains the archive.
pub fn readme(day: &str, missing: &[String]) -> String {
    let mut text = format!(
        "VOS DONNÉES DANS CARNET\n\nCette archive, faite le {day}, réunit tout ce que Carnet conserve à votre sujet. \
         Chaque fichier .json est un texte structuré\u{a0}: un navigateur ou un éditeur de texte l’ouvre. Les noms des champs \
         sont ceux que le logiciel emploie\u{a0}; les dates sont en temps universel.\n\n"
    );
    for (place, part) in PARTS.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}\u{a0}: {}.", path(place), part.holds);
    }
    text.push_str(
        "\nfichiers/\u{a0}: les fichiers que vous avez envoyés pour vous-même.\n\nCe qui n’y est pas\u{a0}: votre mot de passe et les \
         secrets qui prouvent qui vous êtes (Carnet n’en garde que des empreintes), et ce qui concerne d’autres personnes dans les \
         mêmes documents.\n\nPour reprendre vos compétences ailleurs, utilisez plutôt l’export du carnet («\u{a0}Mes exports\u{a0}»)\u{a0}: il est \
         signé, et d’autres plateformes savent le lire.\n\nPour faire corriger ou effacer des données\u{a0}: votre page \
         «\u{a0}Mon compte\u{a0}».\n",
    );
    if !missing.is_empty() {
        text.push_str("\nFichiers que le stockage n’a pas pu rendre\u{a0}:\n");
        for name in missing {
            let _ = writeln!(text, "- {name}");
        }
    }
    text
}

/// Names for files within the archive: nothing of a path, and each once.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// The place of a file of this name.
    pub fn place(&mut self, name: &str) -> String {
        let safe: String =
            name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c }).collect();
        let safe = safe.trim_matches(['.', ' ']);
        let safe = if safe.is_empty() { "fichier" } else { safe };
        let (stem, ending) = safe.rsplit_once('.').unwrap_or((safe, ""));
        let ending = if ending.is_empty() { String::new() } else { format!(".{ending}") };
        let mut number = 1;
        loop {
            let counted = if number == 1 { stem.to_owned() } else { format!("{stem} ({number})") };
            let place = format!("fichiers/{counted}{ending}");
            if self.0.insert(place.to_lowercase()) {
                return place;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stay_in_their_folder_and_apart() {
        let mut names = Names::default();
        let placed = ["CV.pdf", "cv.PDF", "../../etc/passwd", "...", "a\u{0}b", "CV.pdf"]
            .map(|name| names.place(name));
        assert_eq!(
            placed,
            [
                "fichiers/CV.pdf",
                "fichiers/cv (2).PDF",
                "fichiers/_.._etc_passwd",
                "fichiers/fichier",
                "fichiers/a_b",
                "fichiers/CV (3).pdf",
            ]
        );
    }

    #[test]
    fn the_text_names_every_part() {
        let text = readme("3 mars 2026", &["perdu.pdf".to_owned()]);
        for place in 0..PARTS.len() {
            assert!(text.contains(&path(place)), "{}", path(place));
        }
        assert!(text.contains("- perdu.pdf"));
    }
}
