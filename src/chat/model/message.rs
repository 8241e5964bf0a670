//! A message: its states, and how one is sent and edited.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::{FileId, MessageId, ProfileId};
use crate::platform::http::{Error, FieldError, Fields, Result, texts};

/// Longest message, in characters.
pub const LONGEST: usize = 4_000;
/// Most files of a message.
pub const MOST_FILES: usize = 10;
/// Most people named in a message.
const MOST_NAMED: usize = 50;
/// Characters of a message that are quoted.
const QUOTED: usize = 200;

/// How a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomMessageState)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum State {
    /// Waits to be let through: its author and those who moderate read it.
    Waiting,
    /// Everybody of the room reads it.
    Visible,
    /// Nobody reads it while a report is looked at.
    Hidden,
    /// It was not let through.
    Refused,
    /// Its author deleted it.
    Deleted,
    /// Those who moderate removed it.
    Removed,
}

/// What happens to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Its author says it otherwise.
    Edit,
    /// Its author deletes it.
    Delete,
    /// It is let through.
    Approve,
    /// It is not.
    Refuse,
    /// It is hidden while a report is looked at.
    Hide,
    /// It is shown again.
    Show,
    /// It is removed.
    Remove,
}

/// Every legal step, and where it leads. What is not here is refused with the current state.
const STEPS: &[(State, Step, State)] = &[
    (State::Waiting, Step::Edit, State::Waiting),
    (State::Waiting, Step::Delete, State::Deleted),
    (State::Waiting, Step::Approve, State::Visible),
    (State::Waiting, Step::Refuse, State::Refused),
    (State::Visible, Step::Edit, State::Visible),
    (State::Visible, Step::Delete, State::Deleted),
    (State::Visible, Step::Hide, State::Hidden),
    (State::Visible, Step::Remove, State::Removed),
    (State::Hidden, Step::Delete, State::Deleted),
    (State::Hidden, Step::Show, State::Visible),
    (State::Hidden, Step::Remove, State::Removed),
];

impl State {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Visible => "visible",
            Self::Hidden => "hidden",
            Self::Refused => "refused",
            Self::Deleted => "deleted",
            Self::Removed => "removed",
        }
    }

    /// The state after a step, or the refusal that names the current one.
    pub fn after(self, step: Step) -> Result<Self> {
        let found = STEPS.iter().find(|(from, taken, _)| (*from, *taken) == (self, step));
        found.map(|(_, _, to)| *to).ok_or_else(|| Error::illegal_state(self.as_str()))
    }
}

/// A message, as it is sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoomMessageDraft)]
pub struct Draft {
    /// Drawn by the device, once per message: sent again with the same one, it is the same message.
    pub client_id: Uuid,
    /// 4,000 characters at most; may be empty beside files.
    #[serde(default)]
    text: String,
    /// The message of this room it answers.
    #[serde(default)]
    reply_to: Option<MessageId>,
    /// Who is named, 50 at most: they are told, wherever their name stands in the text.
    #[serde(default)]
    mentions: Vec<ProfileId>,
    /// Whether everybody of the room is: those who train and run the session alone say so.
    #[serde(default)]
    mentions_everybody: bool,
    /// Files the person sent (`POST /me/files`), 10 at most.
    #[serde(default)]
    file_ids: Vec<FileId>,
}

/// A message as it may be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Content {
    /// What it says; empty only beside files.
    pub text: String,
    /// What it answers.
    pub reply_to: Option<MessageId>,
    /// Who is named.
    pub mentions: Vec<ProfileId>,
    /// Whether everybody is.
    pub mentions_everybody: bool,
    /// Its files, each once.
    pub files: Vec<FileId>,
}

impl Draft {
    /// The message. Every fault is told at its place.
    pub fn parse(self) -> Result<Content> {
        let mut fields = Fields::default();
        let shortest = usize::from(self.file_ids.is_empty());
        let text = fields.check(texts::paragraphs("/text", &self.text, shortest..=LONGEST));
        if self.mentions.len() > MOST_NAMED {
            fields.push(FieldError::new("/mentions", "too_many", "50 personnes au plus."));
        }
        if self.file_ids.len() > MOST_FILES {
            fields.push(FieldError::new("/file_ids", "too_many", "10 fichiers au plus."));
        } else if let Some(at) = repeated(&self.file_ids) {
            let pointer = format!("/file_ids/{at}");
            fields.push(FieldError::new(pointer, "duplicate", "Ce fichier est cité deux fois."));
        }
        fields.finish()?;
        Ok(Content {
            text: text.unwrap_or_default(),
            reply_to: self.reply_to,
            mentions: self.mentions,
            mentions_everybody: self.mentions_everybody,
            files: self.file_ids,
        })
    }
}

fn repeated(files: &[FileId]) -> Option<usize> {
    (1..files.len()).find(|at| files[..*at].contains(&files[*at]))
}

/// What a message says instead.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoomMessageEdit)]
pub struct Edit {
    /// 4,000 characters at most; may be empty beside files.
    text: String,
}

impl Edit {
    /// The text of a message with so many files.
    pub fn parse(&self, files: usize) -> Result<String> {
        let shortest = usize::from(files == 0);
        texts::paragraphs("/text", &self.text, shortest..=LONGEST)
            .map_err(|fault| Error::Invalid(vec![fault]))
    }
}

/// The beginning of a message that another one answers.
pub fn excerpt(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(QUOTED - 1).collect();
    short.push('…');
    short
}

/// The words of a text as the search knows them: without case and accents.
pub fn search_words(text: &str) -> String {
    carnet_index::text::words(text).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(body: serde_json::Value) -> Draft {
        serde_json::from_value(body).unwrap()
    }

    fn fault(body: serde_json::Value) -> (String, String) {
        match draft(body).parse() {
            Err(Error::Invalid(faults)) => (faults[0].pointer.clone(), faults[0].code.clone().into_owned()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_step_that_is_not_in_the_table_is_refused_with_the_state() {
        use State::{Deleted, Hidden, Refused, Removed, Visible, Waiting};
        let steps =
            [Step::Edit, Step::Delete, Step::Approve, Step::Refuse, Step::Hide, Step::Show, Step::Remove];
        let mut legal = 0;
        for state in [Waiting, Visible, Hidden, Refused, Deleted, Removed] {
            for step in steps {
                match state.after(step) {
                    Ok(_) => legal += 1,
                    Err(Error::IllegalState { current_state, .. }) => {
                        assert_eq!(current_state, state.as_str());
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
        assert_eq!(legal, STEPS.len());
        for ended in [Refused, Deleted, Removed] {
            assert!(steps.iter().all(|step| ended.after(*step).is_err()), "{ended:?} never moves");
        }
        assert!(Hidden.after(Step::Edit).is_err(), "what is looked at stays as it is");
    }

    #[test]
    fn a_message_has_a_text_or_files_each_once() {
        let id = Uuid::nil();
        let file = |number| Uuid::from_u128(number);
        assert_eq!(
            fault(serde_json::json!({ "client_id": id, "text": " \n " })),
            ("/text".into(), "required".into())
        );
        let long = "é".repeat(LONGEST + 1);
        assert_eq!(
            fault(serde_json::json!({ "client_id": id, "text": long })),
            ("/text".into(), "too_long".into())
        );
        let twice = serde_json::json!({ "client_id": id, "file_ids": [file(1), file(1)] });
        assert_eq!(fault(twice), ("/file_ids/1".into(), "duplicate".into()));
        let many: Vec<_> = (0..11).map(file).collect();
        let many = serde_json::json!({ "client_id": id, "file_ids": many });
        assert_eq!(fault(many), ("/file_ids".into(), "too_many".into()));
        let content = draft(serde_json::json!({ "client_id": id, "file_ids": [file(1)],
            "mentions": [file(3), file(2)] }));
        let content = content.parse().unwrap();
        assert_eq!((content.text.as_str(), content.mentions.len(), content.files.len()), ("", 2, 1));
        assert!(draft(serde_json::json!({ "client_id": id, "text": "é".repeat(LONGEST) })).parse().is_ok());
    }

    #[test]
    fn an_answer_quotes_the_beginning() {
        assert_eq!(excerpt("Bonjour"), "Bonjour");
        let long = excerpt(&"é".repeat(500));
        assert_eq!((long.chars().count(), long.ends_with('…')), (200, true));
    }

    #[test]
    fn words_are_found_without_case_and_accents() {
        assert_eq!(search_words("L’Épreuve d’ÉTÉ"), search_words("epreuve ete"));
    }
}
