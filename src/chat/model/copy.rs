//! One's own copy of a private room: what was said, as data and as a text. Of the other nothing but what they said.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use serde::Serialize;

use crate::ids::MessageId;

/// The form of the data.
pub const FORMAT: &str = "carnet.room-copy/1";

/// The copy, as data.
#[derive(Debug, Serialize)]
pub struct RoomCopy {
    /// Its form.
    pub format: &'static str,
    /// Title of the offer.
    pub title: String,
    /// The company, by name or number.
    pub company: String,
    /// When the room was opened.
    pub opened_at: DateTime<Utc>,
    /// When the copy was made.
    pub copied_at: DateTime<Utc>,
    /// What was said, in order.
    pub messages: Vec<Line>,
    /// Files one sent oneself that could not be copied: not checked yet, destroyed, or lost.
    pub missing_files: Vec<String>,
}

/// A message of the copy.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its id, which answers name.
    pub id: MessageId,
    /// Its place.
    pub position: i64,
    /// Whether one wrote it oneself.
    pub is_mine: bool,
    /// `visible`, `hidden`, `deleted` or `removed`.
    pub state: &'static str,
    /// What it says, while it is visible.
    pub text: Option<String>,
    /// What it answers.
    pub reply_to: Option<MessageId>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
    /// One's own files that went with it, as they are named in the archive.
    pub files: Vec<String>,
}

/// Where a file stands in the archive: its place, and its name.
pub fn path(place: usize, name: &str) -> String {
    let name: String =
        name.chars().map(|c| if matches!(c, '/' | '\\' | ':') || c.is_control() { '_' } else { c }).collect();
    format!("fichiers/{place:03}-{name}")
}

fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&Paris).format("%d/%m/%Y %H:%M").to_string()
}

impl RoomCopy {
    /// The copy, as people read it.
    pub fn to_text(&self) -> String {
        let mut lines = vec![
            format!("Salon privé\u{a0}: {}", self.title),
            format!("Entreprise\u{a0}: {}", self.company),
            format!(
                "Ouvert le {}, copié le {} (heures de Paris)",
                moment(self.opened_at),
                moment(self.copied_at)
            ),
            String::new(),
        ];
        for line in &self.messages {
            let who = if line.is_mine { "Vous" } else { "L’autre personne" };
            let edited = if line.edited_at.is_some() { " (modifié)" } else { "" };
            lines.push(format!("[{}] {who}{edited}", moment(line.sent_at)));
            lines.push(match (line.state, &line.text) {
                ("visible", Some(text)) => text.clone(),
                ("deleted", _) => "(message supprimé)".to_owned(),
                ("removed", _) => "(message retiré par la modération)".to_owned(),
                _ => "(message masqué pendant l’examen d’un signalement)".to_owned(),
            });
            lines.extend(line.files.iter().map(|file| format!("  pièce jointe\u{a0}: {file}")));
            lines.push(String::new());
        }
        let missing = self.missing_files.iter().map(|name| format!("Fichier non copié\u{a0}: {name}"));
        lines.extend(missing);
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn line(is_mine: bool, state: &'static str, text: Option<&str>) -> Line {
        Line {
            id: MessageId(Uuid::nil()),
            position: 1,
            is_mine,
            state,
            text: text.map(str::to_owned),
            reply_to: None,
            sent_at: "2026-03-03T08:05:00Z".parse().unwrap(),
            edited_at: None,
            files: Vec::new(),
        }
    }

    #[test]
    fn a_copy_says_what_was_said_and_no_name() {
        let copy = RoomCopy {
            format: FORMAT,
            title: "Soudeur".to_owned(),
            company: "Ateliers".to_owned(),
            opened_at: "2026-03-03T08:00:00Z".parse().unwrap(),
            copied_at: "2026-07-03T08:00:00Z".parse().unwrap(),
            messages: vec![line(true, "visible", Some("Bonjour")), line(false, "deleted", None)],
            missing_files: vec!["cv.pdf".to_owned()],
        };
        let text = copy.to_text().replace('\u{a0}', " ");
        let expected = "Salon privé : Soudeur\nEntreprise : Ateliers\n\
            Ouvert le 03/03/2026 09:00, copié le 03/07/2026 10:00 (heures de Paris)\n\n\
            [03/03/2026 09:05] Vous\nBonjour\n\n\
            [03/03/2026 09:05] L’autre personne\n(message supprimé)\n\nFichier non copié : cv.pdf";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_file_stays_in_its_folder() {
        assert_eq!(path(1, "../a/b\\c.pdf"), "fichiers/001-.._a_b_c.pdf");
    }
}
