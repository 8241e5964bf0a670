//! Columns, recognised by what their headings say in French or English.

use super::super::general::folded;
use crate::platform::table::{Line, Refusal};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// First names.
    FirstName,
    /// Last names.
    LastName,
    /// Addresses.
    Email,
    /// The organisation's numbers.
    Reference,
    /// Who employs them.
    Employer,
    /// First days.
    StartsOn,
    /// Last days.
    EndsOn,
}

/// The folded headings of each field.
const HEADINGS: [(Field, &[&str]); 7] = [
    (Field::FirstName, &["prenom", "prenoms", "first name", "firstname", "given name"]),
    (
        Field::LastName,
        &[
            "nom",
            "nom de famille",
            "nom de naissance",
            "nom d usage",
            "last name",
            "lastname",
            "surname",
            "family name",
        ],
    ),
    (
        Field::Email,
        &[
            "e mail",
            "email",
            "mail",
            "courriel",
            "adresse e mail",
            "adresse email",
            "adresse mail",
            "adresse electronique",
            "email address",
            "e mail address",
        ],
    ),
    (
        Field::Reference,
        &[
            "reference",
            "ref",
            "numero",
            "n",
            "dossier",
            "n dossier",
            "numero de dossier",
            "n de dossier",
            "matricule",
            "file number",
        ],
    ),
    (
        Field::Employer,
        &[
            "employeur",
            "nom de employeur",
            "nom de l employeur",
            "entreprise",
            "nom de entreprise",
            "nom de l entreprise",
            "societe",
            "employer",
            "company",
        ],
    ),
    (
        Field::StartsOn,
        &[
            "debut",
            "date de debut",
            "entree",
            "date entree",
            "date d entree",
            "arrivee",
            "start",
            "start date",
            "starts on",
        ],
    ),
    (
        Field::EndsOn,
        &["fin", "date de fin", "sortie", "date de sortie", "depart", "end", "end date", "ends on"],
    ),
];

impl Field {
    /// The field that a fault of a participant is about.
    pub fn of_pointer(pointer: &str) -> Option<Self> {
        Some(match pointer {
            "/first_name" => Self::FirstName,
            "/last_name" => Self::LastName,
            "/email" => Self::Email,
            "/reference" => Self::Reference,
            "/employer" => Self::Employer,
            "/starts_on" => Self::StartsOn,
            "/ends_on" => Self::EndsOn,
            _ => return None,
        })
    }

    fn of_heading(heading: &str) -> Option<Self> {
        let folded = folded(heading);
        HEADINGS.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(field, _)| *field)
    }
}

/// Where each field is.
#[derive(Clone, Debug)]
pub struct Columns {
    places: Vec<(Field, usize)>,
    /// Headings that mean nothing here.
    pub ignored: Vec<String>,
}

impl Columns {
    /// Reads the headings. Names are needed; no field comes twice.
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
        for (field, name) in [(Field::LastName, "Nom"), (Field::FirstName, "Prénom")] {
            if columns.place(field).is_none() {
                let told = format!("aucune colonne ne s’intitule «\u{a0}{name}\u{a0}».");
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
    fn headings_are_read_in_both_languages_whatever_their_case_and_accents() {
        let cases = [
            ("PRÉNOM", Field::FirstName),
            ("First name", Field::FirstName),
            ("Nom de famille", Field::LastName),
            ("E-mail", Field::Email),
            ("Adresse électronique", Field::Email),
            ("N° dossier", Field::Reference),
            ("Référence", Field::Reference),
            ("Employeur", Field::Employer),
            ("ENTREPRISE", Field::Employer),
            ("Employer", Field::Employer),
            ("Nom de l’employeur", Field::Employer),
            ("Date d’entrée", Field::StartsOn),
            ("Début", Field::StartsOn),
            ("End date", Field::EndsOn),
        ];
        for (heading, field) in cases {
            assert_eq!(Field::of_heading(heading), Some(field), "{heading}");
        }
        assert_eq!(Field::of_heading("Prénom du tuteur"), None);
    }
}
