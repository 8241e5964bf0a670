//! The texts people agreed to, every version of them: what was read at the time can be shown again.

use sha2::{Digest, Sha256};

/// One version of the text about being visible to recruiters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its version, recorded with each consent.
    pub version: &'static str,
    /// The text, as shown.
    pub text: &'static str,
}

/// Newest first. A version that people have read is never edited nor removed.
const VERSIONS: &[Notice] =
    &[Notice { version: "2026-11", text: include_str!("../notices/visibilite-2026-11.txt") }];

impl Notice {
    /// The version in force.
    pub fn current() -> Self {
        VERSIONS[0]
    }

    /// The version of this name, in force or older.
    pub fn find(version: &str) -> Option<Self> {
        VERSIONS.iter().copied().find(|notice| notice.version == version)
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
    const PUBLISHED: &[(&str, &str)] =
        &[("2026-11", "5853c313f67cf7d5d0b05483c9d13cd014cf65babf5e8ca00a8001426cfa08ca")];

    #[test]
    fn no_published_text_has_changed() {
        let texts: Vec<_> = VERSIONS.iter().map(|notice| (notice.version, notice.sha256())).collect();
        let published: Vec<_> =
            PUBLISHED.iter().map(|(version, hash)| (*version, (*hash).to_owned())).collect();
        assert_eq!(texts, published);
    }

    #[test]
    fn versions_are_found_by_name() {
        assert_eq!(Notice::find(Notice::current().version), Some(Notice::current()));
        assert_eq!(Notice::find("1999-01"), None);
    }
}
