//! All that was ever recorded of a skill, whatever became of it.

use serde::Serialize;

use super::super::words::printed;
use super::{digits, organisation};
use crate::french;
use crate::passport::{EntryState, PassportEntry, PassportEvidence, PassportSkill};

/// Digits of a hash that tell a file from any other on paper; the whole hash is in the attached data.
const SHORT: usize = 16;

/// A skill and its history.
#[derive(Serialize)]
pub struct SkillView {
    pub label: String,
    /// "300298, ROME version 60".
    pub code: String,
    pub entries: Vec<EntryView>,
}

/// A row of its history; each cell its lines.
#[derive(Serialize)]
pub struct EntryView {
    pub date: String,
    pub organisation: Vec<String>,
    pub level: Vec<String>,
    /// How it is drawn.
    pub kind: &'static str,
    pub state: &'static str,
    /// Since when, until when, why.
    pub state_notes: Vec<String>,
    pub basis: Vec<String>,
}

impl SkillView {
    /// A skill that has a history.
    pub fn of(skill: &PassportSkill) -> Option<Self> {
        let code = printed(&skill.code);
        let release = match skill.release {
            0 => String::new(),
            number => format!(", ROME version\u{a0}{number}"),
        };
        (!skill.history.is_empty()).then(|| Self {
            label: printed(&skill.label),
            code: format!("Code {code}{release}"),
            entries: skill.history.iter().map(EntryView::of).collect(),
        })
    }
}

impl EntryView {
    fn of(entry: &PassportEntry) -> Self {
        let mut by = organisation(&entry.organisation);
        by.extend(entry.validated_by.as_deref().map(|name| format!("par {}", printed(name))));
        let mut level = vec![printed(&entry.level)];
        level.extend(entry.common_level.map(french::level));
        level.extend(
            entry.grid.as_ref().map(|(name, version)| format!("{}, version\u{a0}{version}", printed(name))),
        );
        let (kind, state, mut state_notes) = state(entry);
        state_notes
            .extend(entry.expires_on.map(|last| format!("valable jusqu’au {}", french::short_date(last))));
        Self {
            date: french::short_date(entry.validated_on),
            organisation: by,
            level,
            kind,
            state,
            state_notes,
            basis: basis(entry),
        }
    }
}

/// How an entry is drawn, its word, and what is said of it.
fn state(entry: &PassportEntry) -> (&'static str, &'static str, Vec<String>) {
    match &entry.state {
        EntryState::InForce if entry.from_experience => ("attested", "Attestée", Vec::new()),
        EntryState::InForce => ("validated", "Validée", Vec::new()),
        EntryState::Superseded => ("superseded", "Remplacée", Vec::new()),
        EntryState::Expired => ("expired", "Expirée", Vec::new()),
        EntryState::NotAcquired => ("refused", "Non acquise", Vec::new()),
        EntryState::Revoked { on, reason } => {
            let mut notes = vec![format!("le {}", french::short_date(*on))];
            notes.push(printed(reason));
            ("revoked", "Révoquée", notes)
        }
    }
}

fn basis(entry: &PassportEntry) -> Vec<String> {
    let mut lines: Vec<String> = entry.evidence.iter().map(evidence).collect();
    lines.extend(entry.session.as_deref().map(|title| format!("Session\u{a0}: {}", printed(title))));
    if entry.is_outside_programme {
        lines.push("Hors du programme de la session".to_owned());
    }
    lines.extend(entry.comment.as_deref().map(|text| format!("«\u{a0}{}\u{a0}»", printed(text))));
    lines.extend(entry.replies.iter().map(|(who, on, text)| {
        format!("{}, le {}\u{a0}: «\u{a0}{}\u{a0}»", printed(who), french::short_date(*on), printed(text))
    }));
    lines
}

fn evidence(evidence: &PassportEvidence) -> String {
    let title = printed(&evidence.title);
    match evidence.sha256.as_deref().map(digits) {
        Some(hash) => format!("{title} (SHA-256 {}…)", &hash[..hash.len().min(SHORT)]),
        None => title,
    }
}
