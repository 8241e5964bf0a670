//! The texts people agreed to, every version of them: what was read at the time can be shown again.

use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// What a text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PolicyTopic)]
pub enum Topic {
    /// Being found by recruiters.
    Visibility,
    /// Sharing items with one company for one offer.
    Sharing,
}

/// One version of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its version, recorded with each consent; no two texts have the same.
    pub version: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The text, as shown.
    pub text: &'static str,
}

/// Newest first, topic by topic. A version that people have read is never edited nor removed.
const VERSIONS: &[Notice] = &[
    Notice {
        version: "2026-11",
        topic: Topic::Visibility,
        text: include_str!("../notices/visibilite-2026-11.txt"),
    },
    Notice {
        version: "sharing-2026-11",
        topic: Topic::Sharing,
        text: include_str!("../notices/partage-2026-11.txt"),
    },
];

impl Notice {
    /// Every version of every text, those in force before the older ones of the same topic.
    pub const fn all() -> &'static [Self] {
        VERSIONS
    }

    /// The version in force of the text about being visible.
    pub const fn visibility() -> Self {
        VERSIONS[0]
    }

    /// The version in force of the text about sharing.
    pub const fn sharing() -> Self {
        VERSIONS[1]
    }

    /// The version of this name, in force or older, whatever it is about.
    pub fn find(version: &str) -> Option<Self> {
        VERSIONS.iter().copied().find(|notice| notice.version == version)
    }

    /// Whether it is the one people agree to today.
    pub fn is_in_force(&self) -> bool {
        VERSIONS.iter().find(|notice| notice.topic == self.topic) == Some(self)
    }

    /// The fingerprint kept with each consent, which proves what was read.
    pub fn sha256(&self) -> String {
        hexadecimal(&Sha256::digest(self.text))
    }
}

/// Writes a digest the way it is kept.
pub fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(64), |hex, byte| format!("{hex}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A published text is evidence: editing it must fail here, and needs a new version instead.
    const PUBLISHED: &[(&str, &str)] = &[
        ("2026-11", "5853c313f67cf7d5d0b05483c9d13cd014cf65babf5e8ca00a8001426cfa08ca"),
        ("sharing-2026-11", "601bdb83fdff6c4787b6e83f809e67b7687519d18d7f292c6f3b724fa7db5c5b"),
    ];

    #[test]
    fn no_published_text_has_changed() {
        let texts: Vec<_> = VERSIONS.iter().map(|notice| (notice.version, notice.sha256())).collect();
        let published: Vec<_> =
            PUBLISHED.iter().map(|(version, hash)| (*version, (*hash).to_owned())).collect();
        assert_eq!(texts, published);
    }

    #[test]
    fn versions_are_found_by_name() {
        for notice in VERSIONS {
            assert_eq!(Notice::find(notice.version), Some(*notice), "two texts have one version");
        }
        assert_eq!(Notice::find("1999-01"), None);
    }

    #[test]
    fn the_texts_in_force_are_the_newest_of_their_topic() {
        for (notice, topic) in
            [(Notice::visibility(), Topic::Visibility), (Notice::sharing(), Topic::Sharing)]
        {
            assert!(notice.topic == topic && notice.is_in_force());
        }
    }

    #[test]
    fn the_text_about_sharing_says_what_taking_back_cannot_do() {
        let text = Notice::sharing().text;
        assert!(text.contains("ne peut pas être repris") && text.contains("information retirée"));
    }
}
