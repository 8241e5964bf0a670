//! The publisher's `version.txt`: lines `Clé : valeur`, then a description of many lines.

use chrono::NaiveDate;

use crate::catalog::model::Release;

/// What the note says; each part may be absent.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Note {
    version: Option<i32>,
    published_on: Option<NaiveDate>,
    title: Option<String>,
}

impl Note {
    /// Reads the head of the note and stops at the description.
    pub fn parse(text: &str) -> Self {
        let mut note = Self::default();
        for (key, value) in text.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match key.trim().to_lowercase().as_str() {
                "numero de version" | "numéro de version" => note.version = value.parse().ok(),
                "date de publication" => {
                    note.published_on = NaiveDate::parse_from_str(value, "%d/%m/%Y").ok();
                }
                "titre/commentaire" => note.title = Some(value.to_owned()).filter(|title| !title.is_empty()),
                "description" => break,
                _ => {}
            }
        }
        note
    }

    /// The release the note describes, with the version of the file names where the note gives none.
    pub fn release(self, version_in_names: Option<i32>) -> Option<Release> {
        let version = self.version.or(version_in_names).filter(|version| *version > 0)?;
        let title = self.title.unwrap_or_else(|| format!("ROME 4.0 version {version}"));
        Some(Release { version, title, published_on: self.published_on })
    }

    /// Whether the note and the file names disagree.
    pub fn contradicts(&self, version_in_names: Option<i32>) -> bool {
        matches!((self.version, version_in_names), (Some(note), Some(names)) if note != names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_the_note_gives_version_date_and_title() {
        let text = "Numero de version : 60\n\nDate de publication : 18/09/2025\n\nDate de validation : 27/08/2025\n\n\
                    Titre/commentaire :  ROME 4.0 version 60 - 25M09\n\nDescription : du texte\nNumero de version : 12\n";
        let release = Note::parse(text).release(None).expect("a release");
        assert_eq!(release.version, 60);
        assert_eq!(release.title, "ROME 4.0 version 60 - 25M09");
        assert_eq!(release.published_on, NaiveDate::from_ymd_opt(2025, 9, 18));
    }

    #[test]
    fn without_a_note_the_file_names_give_the_version() {
        let release = Note::parse("").release(Some(61)).expect("a release");
        assert_eq!((release.version, release.title.as_str()), (61, "ROME 4.0 version 61"));
        assert_eq!(release.published_on, None);
        assert_eq!(Note::parse("Numero de version : soixante").release(None), None);
    }

    #[test]
    fn a_note_of_another_release_is_noticed() {
        let note = Note::parse("Numero de version : 60");
        assert!(note.contradicts(Some(61)));
        assert!(!note.contradicts(Some(60)));
        assert!(!note.contradicts(None));
    }
}
