//! What became, in the catalogue of today, of a name that was written under an older release. Pure.

use serde::Serialize;
use utoipa::ToSchema;

use super::text::same_text;

/// Why a name that was written once is not what the catalogue says today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CatalogDriftKind)]
pub enum DriftKind {
    /// It has another name.
    Relabelled,
    /// Its code was given to something else.
    Reused,
    /// The release in place no longer has it.
    Retired,
}

/// A code that a release gave to something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reuse {
    /// The release.
    pub release: i32,
    /// What the code was called until then.
    pub before: String,
    /// The code of what means since then what this one meant, where the release says so.
    pub replacement: Option<String>,
}

/// The first time the code was given away after this was written. A name may have been kept on purpose while the text
/// around it was written under a newer release: then the name tells what was meant.
pub fn given_away<'a>(reuses: &'a [Reuse], then: &str, release: i32, now: &str) -> Option<&'a Reuse> {
    if same_text(then, now) {
        return None;
    }
    reuses.iter().find(|reuse| reuse.release > release || same_text(&reuse.before, then))
}

/// Why these two names differ; nothing when they say the same.
pub fn drift(then: &str, now: &str, is_active: bool, reuse: Option<&Reuse>) -> Vec<DriftKind> {
    let mut kinds = Vec::new();
    if reuse.is_some() {
        kinds.push(DriftKind::Reused);
    } else if !same_text(then, now) {
        kinds.push(DriftKind::Relabelled);
    }
    if !is_active {
        kinds.push(DriftKind::Retired);
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reuse(release: i32, before: &str) -> Reuse {
        Reuse { release, before: before.to_owned(), replacement: Some("M1801".to_owned()) }
    }

    #[test]
    fn a_code_is_given_away_after_it_was_written_or_under_the_name_that_was_kept() {
        let reuses = [reuse(61, "Inventoriste"), reuse(63, "Préparateur")];
        let found = |then: &str, release| given_away(&reuses, then, release, "Cariste").map(|it| it.release);
        assert_eq!(found("Inventoriste", 60), Some(61));
        assert_eq!(found("Préparateur", 61), Some(63), "written between the two");
        assert_eq!(found("Inventoriste", 64), Some(61), "kept on purpose since");
        assert_eq!(found("Cariste de nuit", 63), None, "only renamed since");
        assert_eq!(given_away(&reuses, "Cariste", 60, "Cariste"), None, "what it means again");
    }

    #[test]
    fn a_difference_is_named_by_its_cause() {
        use DriftKind::{Relabelled, Retired, Reused};
        assert_eq!(drift("L'atelier", "L’atelier", true, None), []);
        assert_eq!(drift("Souder", "Braser", true, None), [Relabelled]);
        assert_eq!(drift("Souder", "Souder", false, None), [Retired]);
        assert_eq!(drift("Souder", "Braser", false, None), [Relabelled, Retired]);
        assert_eq!(drift("Souder", "Vendre", true, Some(&reuse(61, "Souder"))), [Reused]);
    }
}
