//! What people read before they begin a quiz of a company, every version of it: what was read at the time can be shown again.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::ids::QuizInvitationId;
use crate::platform::seal::sha256;

/// One version of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its version, recorded when it is accepted.
    pub version: &'static str,
    /// The text, as shown.
    pub text: &'static str,
}

/// Newest first. A version that people have read is never edited nor removed.
const VERSIONS: &[Notice] =
    &[Notice { version: "2026-11", text: include_str!("../notices/test-2026-11.txt") }];

impl Notice {
    /// The version in force.
    pub fn current() -> Self {
        VERSIONS[0]
    }

    /// Names everything somebody is told of one invitation: the text, and the facts of it. The same as long as it says the same.
    pub fn seen(self, facts: &Facts<'_>) -> String {
        let facts = serde_json::to_string(facts).unwrap_or_default();
        sha256(format!("{}\n{}\n{facts}", self.version, self.text))
    }
}

/// What the notice says of one invitation.
#[derive(Clone, Debug, Serialize)]
pub struct Facts<'a> {
    /// The invitation.
    pub invitation: QuizInvitationId,
    /// Who asks.
    pub company: &'a str,
    /// What the quiz is called.
    pub title: &'a str,
    /// What it is for.
    pub purpose: Option<&'a str>,
    /// The revision that is taken.
    pub revision: i32,
    /// How many questions it asks.
    pub questions: usize,
    /// How long it lasts, extra time included; none: until it closes.
    pub seconds: Option<i64>,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// The last day on which what was answered is kept.
    pub kept_until: NaiveDate,
    /// Whether it is graded without the name.
    pub hides_names: bool,
    /// Whether changes of tab and pastes are counted.
    pub integrity_signals: bool,
}

/// What is said where changes of tab and pastes are counted.
pub const SIGNALS: &str = "Pendant ce test, Carnet compte vos changements d’onglet et vos collages, rien d’autre\u{a0}: ni image, \
                           ni son, ni écran. L’entreprise voit ces deux nombres. Ils n’écartent jamais personne d’eux-mêmes.";

/// Who reads the answers.
pub fn readers(company: &str, hides_names: bool) -> String {
    let names = if hides_names { " Les réponses sont corrigées sans votre nom." } else { "" };
    format!("Les personnes qui recrutent pour {company}, et personne d’autre.{names}")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    /// A published text is evidence: editing it must fail here, and needs a new version instead.
    const PUBLISHED: &[(&str, &str)] =
        &[("2026-11", "4df16e23289cfb6fda6b19c2c214774661ca59cd9c7c12c82ce5c20ec0c72c94")];

    #[test]
    fn no_published_text_has_changed() {
        let texts: Vec<_> = VERSIONS.iter().map(|notice| (notice.version, sha256(notice.text))).collect();
        let published: Vec<_> =
            PUBLISHED.iter().map(|(version, hash)| (*version, (*hash).to_owned())).collect();
        assert_eq!(texts, published);
    }

    #[test]
    fn whatever_changes_is_another_notice() {
        let facts = Facts {
            invitation: Uuid::nil().into(),
            company: "Ateliers",
            title: "Test",
            purpose: None,
            revision: 1,
            questions: 3,
            seconds: Some(600),
            closes_at: "2026-03-03T08:00:00Z".parse().unwrap(),
            kept_until: "2026-06-03".parse().unwrap(),
            hides_names: true,
            integrity_signals: false,
        };
        let notice = Notice::current();
        let seen = notice.seen(&facts);
        assert_eq!(notice.seen(&facts.clone()), seen);
        for other in [
            Facts { purpose: Some("Soudeur"), ..facts.clone() },
            Facts { revision: 2, ..facts.clone() },
            Facts { seconds: None, ..facts.clone() },
            Facts { integrity_signals: true, ..facts.clone() },
            Facts { hides_names: false, ..facts },
        ] {
            assert_ne!(notice.seen(&other), seen);
        }
    }

    #[test]
    fn those_who_read_are_named() {
        assert!(readers("Ateliers", true).ends_with("sans votre nom."));
        assert!(readers("Ateliers", false).ends_with("et personne d’autre."));
    }
}
