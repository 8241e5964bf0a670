//! Columns of a table of questions, recognised by what their headings say in French or English.

use carnet_index::text;
use serde::{Deserialize, Serialize};

use crate::platform::table::{Line, Refusal};
use crate::quizzes::model::question::answer::MOST_CHOICES;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The kind of answer.
    Kind,
    /// What is asked.
    Statement,
    /// What it is worth.
    Points,
    /// A choice, or an accepted answer, counted from 0.
    Choice(u8),
    /// What whoever gave it reads, counted from 0.
    Feedback(u8),
    /// Which choices are right, what is true, or the expected number.
    Right,
    /// What each choice, or accepted answer, brings in percent.
    Weights,
    /// What a partly right answer is worth.
    Credit,
    /// How far from the expected number is still right.
    Tolerance,
    /// The unit of the number.
    Unit,
    /// What is overlooked in a short answer.
    Ignores,
    /// Most characters of a long answer.
    MaxCharacters,
    /// Kinds of files.
    FileKinds,
    /// Largest size of a file, in bytes.
    MaxBytes,
    /// Most files.
    MaxFiles,
    /// What it is graded by, one criterion per line.
    Rubric,
    /// What people read afterwards.
    Explanation,
    /// Tags.
    Tags,
    /// Codes of skills.
    Skills,
}

/// The headings of the fields that come once: the one that is written, then others that are read, folded.
const HEADINGS: [(Field, &str, &[&str]); 17] = [
    (Field::Kind, "Type", &["type", "kind", "type de question"]),
    (Field::Statement, "Énoncé", &["enonce", "question", "statement", "texte"]),
    (Field::Points, "Points", &["points", "note", "bareme"]),
    (Field::Right, "Bonnes réponses", &["bonnes reponses", "bonne reponse", "right", "correct"]),
    (Field::Weights, "Poids", &["poids", "weights"]),
    (Field::Credit, "Crédit partiel", &["credit partiel", "partial credit"]),
    (Field::Tolerance, "Tolérance", &["tolerance"]),
    (Field::Unit, "Unité", &["unite", "unit"]),
    (Field::Ignores, "Ignore", &["ignore", "ignores"]),
    (Field::MaxCharacters, "Longueur maximale", &["longueur maximale", "max characters"]),
    (Field::FileKinds, "Fichiers acceptés", &["fichiers acceptes", "file kinds"]),
    (Field::MaxBytes, "Taille maximale", &["taille maximale", "max bytes"]),
    (Field::MaxFiles, "Nombre de fichiers", &["nombre de fichiers", "max files"]),
    (Field::Rubric, "Critères", &["criteres", "rubric"]),
    (Field::Explanation, "Explication", &["explication", "explanation", "commentaire"]),
    (Field::Tags, "Étiquettes", &["etiquettes", "tags", "mots cles"]),
    (Field::Skills, "Compétences", &["competences", "skills", "codes rome"]),
];

impl Field {
    /// The heading that is written.
    pub fn heading(self) -> String {
        match self {
            Self::Choice(at) => format!("Réponse {}", at + 1),
            Self::Feedback(at) => format!("Retour {}", at + 1),
            other => {
                let found = HEADINGS.iter().find(|(field, ..)| *field == other);
                found.map_or("", |(_, heading, _)| heading).to_owned()
            }
        }
    }

    fn of_heading(heading: &str) -> Option<Self> {
        let folded = text::words(heading).join(" ");
        let once =
            HEADINGS.iter().find(|(_, _, names)| names.contains(&folded.as_str())).map(|(field, ..)| *field);
        once.or_else(|| {
            let (name, number) = folded.rsplit_once(' ')?;
            let at =
                number.parse::<u8>().ok()?.checked_sub(1).filter(|at| usize::from(*at) < MOST_CHOICES)?;
            match name {
                "reponse" | "choix" | "answer" | "choice" => Some(Self::Choice(at)),
                "retour" | "feedback" => Some(Self::Feedback(at)),
                _ => None,
            }
        })
    }

    /// The field that a fault of a question is about, by its pointer into the draft.
    pub fn of_pointer(pointer: &str) -> Option<Self> {
        let mut parts = pointer.split('/').skip(1);
        let (first, second, third, fourth) = (parts.next()?, parts.next(), parts.next(), parts.next());
        let place = || third?.parse::<u8>().ok();
        Some(match (first, second, fourth) {
            ("statement", ..) => Self::Statement,
            ("points", ..) => Self::Points,
            ("explanation", ..) => Self::Explanation,
            ("tags", ..) => Self::Tags,
            ("skills", ..) => Self::Skills,
            ("answer", Some("choices"), Some("weight")) | ("answer", Some("accepted"), Some("percent")) => {
                Self::Weights
            }
            ("answer", Some("choices" | "accepted"), Some("feedback")) => Self::Feedback(place()?),
            ("answer", Some("choices" | "accepted"), Some(_)) => Self::Choice(place()?),
            ("answer", Some("accepted"), None) => Self::Choice(0),
            ("answer", Some("choices" | "value" | "is_true"), None) => Self::Right,
            ("answer", Some("partial_credit"), _) => Self::Credit,
            ("answer", Some("feedback_true"), _) => Self::Feedback(0),
            ("answer", Some("feedback_false"), _) => Self::Feedback(1),
            ("answer", Some("ignores"), _) => Self::Ignores,
            ("answer", Some("tolerance"), _) => Self::Tolerance,
            ("answer", Some("unit"), _) => Self::Unit,
            ("answer", Some("max_characters"), _) => Self::MaxCharacters,
            ("answer", Some("rubric"), _) => Self::Rubric,
            ("answer", Some("kinds"), _) => Self::FileKinds,
            ("answer", Some("max_bytes"), _) => Self::MaxBytes,
            ("answer", Some("max_files"), _) => Self::MaxFiles,
            ("answer", ..) => Self::Kind,
            _ => return None,
        })
    }
}

/// Where each field is.
#[derive(Clone, Debug)]
pub struct Columns {
    /// Fields with their columns, counted from 0.
    pub places: Vec<(Field, usize)>,
    /// Headings that mean nothing here.
    pub ignored: Vec<String>,
}

impl Columns {
    /// Reads the headings. Kinds and statements are needed; no field comes twice.
    pub fn read(heading: &Line) -> Result<Self, Refusal> {
        let mut columns = Self { places: Vec::new(), ignored: Vec::new() };
        for (at, text) in heading.cells.iter().enumerate() {
            match Field::of_heading(text) {
                Some(field) if columns.place(field).is_some() => {
                    let told = format!("la colonne «\u{a0}{}\u{a0}» est là deux fois.", text.trim());
                    return Err(Refusal::new("duplicate", told).at(heading.number, Some(at as u32 + 1)));
                }
                Some(field) => columns.places.push((field, at)),
                None if text.trim().is_empty() => {}
                None => columns.ignored.push(text.trim().to_owned()),
            }
        }
        for field in [Field::Kind, Field::Statement] {
            if columns.place(field).is_none() {
                let told = format!("aucune colonne ne s’intitule «\u{a0}{}\u{a0}».", field.heading());
                return Err(Refusal::new("missing_column", told).at(heading.number, None));
            }
        }
        Ok(columns)
    }

    /// Which column holds a field, counted from 0.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.places.iter().find(|(known, _)| *known == field).map(|(_, at)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_are_written_are_read() {
        for (field, ..) in HEADINGS {
            assert_eq!(Field::of_heading(&field.heading()), Some(field));
        }
        for at in 0..MOST_CHOICES as u8 {
            assert_eq!(Field::of_heading(&Field::Choice(at).heading()), Some(Field::Choice(at)));
            assert_eq!(Field::of_heading(&Field::Feedback(at).heading()), Some(Field::Feedback(at)));
        }
        for strange in ["Réponse 0", "Réponse 21", "Réponse", "Remarque", ""] {
            assert_eq!(Field::of_heading(strange), None, "{strange}");
        }
    }

    #[test]
    fn faults_find_their_column() {
        let cases = [
            ("/statement/0/text", Field::Statement),
            ("/answer/choices/2/text", Field::Choice(2)),
            ("/answer/choices/2/feedback", Field::Feedback(2)),
            ("/answer/choices/2/weight", Field::Weights),
            ("/answer/choices", Field::Right),
            ("/answer/accepted/0/percent", Field::Weights),
            ("/answer/accepted", Field::Choice(0)),
            ("/answer/rubric/3/points", Field::Rubric),
            ("/answer/value", Field::Right),
            ("/tags/1", Field::Tags),
        ];
        for (pointer, field) in cases {
            assert_eq!(Field::of_pointer(pointer), Some(field), "{pointer}");
        }
        assert_eq!(Field::of_pointer("/title"), None);
    }
}
