//! What sheets say of a slot beside its times: once a sheet is sealed it stays, or is put right with a reason.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that a sheet says of its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SheetWord)]
pub enum Word {
    /// The title of the session.
    SessionTitle,
    /// What was done: the slot's own title, or its course's.
    Title,
    /// The course; empty where there was none.
    Course,
    /// Where; may be empty.
    Place,
    /// Who trained, by name.
    Trainers,
}

impl Word {
    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::SessionTitle => "Titre de la session",
            Self::Title => "Intitulé",
            Self::Course => "Module",
            Self::Place => "Lieu",
            Self::Trainers => "Formation assurée par",
        }
    }
}

/// Something that a sealed sheet says otherwise since it was put right.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SheetWordChange)]
pub struct WordChange {
    /// What.
    pub what: Word,
    /// What was sealed.
    pub before: String,
    /// What it is since.
    pub after: String,
}

/// What a sheet says of its slot beside its times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What was done.
    pub title: String,
    /// The course.
    pub course: String,
    /// Where.
    pub place: String,
    /// Who trained.
    pub trainers: String,
}

impl Words {
    /// What these others say otherwise.
    pub fn changes(self, after: Self) -> Vec<WordChange> {
        let told = [
            (Word::Title, self.title, after.title),
            (Word::Course, self.course, after.course),
            (Word::Place, self.place, after.place),
            (Word::Trainers, self.trainers, after.trainers),
        ];
        let changes = told.into_iter().filter(|(_, before, after)| before != after);
        changes.map(|(what, before, after)| WordChange { what, before, after }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_said_otherwise_is_a_change() {
        let before = Words { title: "Amorçage".to_owned(), place: "Lyon".to_owned(), ..Words::default() };
        let after = Words { title: "Amorcage".to_owned(), ..before.clone() };
        assert_eq!(before.clone().changes(before.clone()), []);
        let expected =
            WordChange { what: Word::Title, before: "Amorçage".to_owned(), after: "Amorcage".to_owned() };
        assert_eq!(before.changes(after), [expected]);
    }
}
