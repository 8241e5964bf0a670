//! The chain of a session: each closing, rectification, contest and decision is a link that names the one before it.
//!
//! What a link says is a head and rows about single people. The link holds the digests of its rows, each salted, so that
//! a document may show one person's rows and prove the chain without telling anything of the others.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::platform::seal::{NotCanonical, PublicKey, Seal, SealFault, SealKey, canonical, sha256};

/// What the signature of a link is for.
const PURPOSE: &str = "carnet.attendance-link/1";

/// Why a link was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum LinkKind {
    /// A sheet was closed: the link holds all of it.
    Closing,
    /// A sealed mark was rectified: before, after, why.
    Rectification,
    /// The times of a sealed slot were put right: before, after, why.
    Times,
    /// What sealed sheets say of their slot, or the title of their session, was put right: before, after, why.
    Words,
    /// A trainee contested a mark.
    Contest,
    /// A contest was decided.
    Decision,
    /// The papers of the closed session were taken up again: it is about no slot.
    Reopening,
}

impl LinkKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Closing => "closing",
            Self::Rectification => "rectification",
            Self::Times => "times",
            Self::Words => "words",
            Self::Contest => "contest",
            Self::Decision => "decision",
            Self::Reopening => "reopening",
        }
    }
}

/// A row of a link: shown, or only its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Row {
    /// Shown.
    Shown {
        /// Drawn at random, so that nobody finds a row by trying likely ones.
        salt: String,
        /// What it says.
        row: Value,
    },
    /// Somebody else's.
    Hidden {
        /// Its digest.
        sha256: String,
    },
}

impl Row {
    /// The digest of the row.
    pub fn digest(&self) -> Result<String, NotCanonical> {
        match self {
            Self::Shown { salt, row } => Ok(sha256(canonical(&json!({ "salt": salt, "row": row }))?)),
            Self::Hidden { sha256 } => Ok(sha256.clone()),
        }
    }

    /// The same row without what it says.
    pub fn hidden(&self) -> Result<Self, NotCanonical> {
        Ok(Self::Hidden { sha256: self.digest()? })
    }

    /// What it says, where it is shown.
    pub fn shown(&self) -> Option<&Value> {
        match self {
            Self::Shown { row, .. } => Some(row),
            Self::Hidden { .. } => None,
        }
    }
}

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// What concerns everybody.
    pub head: Value,
    /// What concerns one person each.
    pub rows: Vec<Row>,
}

impl Content {
    /// The digest of the head and of the digests of the rows.
    pub fn digest(&self) -> Result<String, NotCanonical> {
        let rows: Vec<String> = self.rows.iter().map(Row::digest).collect::<Result<_, _>>()?;
        Ok(sha256(canonical(&json!({ "head": self.head, "rows": rows }))?))
    }

    /// The same content with the rows that this refuses hidden.
    pub fn showing(&self, shows: impl Fn(&Value) -> bool) -> Result<Self, NotCanonical> {
        let rows = self.rows.iter().map(|row| match row.shown() {
            Some(said) if !shows(said) => row.hidden(),
            _ => Ok(row.clone()),
        });
        Ok(Self { head: self.head.clone(), rows: rows.collect::<Result<_, _>>()? })
    }
}

/// One link of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its place in the chain, from 1.
    pub number: i32,
    /// Why it was added.
    pub kind: LinkKind,
    /// When, as RFC 3339 writes it.
    pub at: String,
    /// SHA-256 of the link before it; null for the first.
    pub previous: Option<String>,
    /// Digest of what it says.
    pub content_sha256: String,
    /// The platform's seal on all of the above.
    pub seal: Seal,
    /// What it says; absent where the document does not show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
}

/// Why a chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    /// The links are not numbered 1, 2, 3…
    #[error("link {0} is missing, or stands twice")]
    Number(i32),
    /// A link does not name the one before it.
    #[error("link {0} does not follow the one before it")]
    Previous(i32),
    /// What a link says is not what was sealed.
    #[error("what link {0} says was changed")]
    Content(i32),
    /// A seal does not hold.
    #[error("the seal of link {0} does not hold: {1}")]
    Seal(i32, SealFault),
}

fn sealed_text(chain: Uuid, link: &Link) -> Result<String, NotCanonical> {
    canonical(&json!({
        "chain": chain, "number": link.number, "kind": link.kind, "at": link.at,
        "previous": link.previous, "content_sha256": link.content_sha256,
    }))
}

/// Adds a link after this one (its number and hash), with this content.
pub fn seal_link(
    key: &SealKey,
    chain: Uuid,
    last: Option<(i32, &str)>,
    (kind, at): (LinkKind, String),
    content: Content,
) -> Result<Link, NotCanonical> {
    let mut link = Link {
        number: last.map_or(1, |(number, _)| number + 1),
        kind,
        at,
        previous: last.map(|(_, sha256)| sha256.to_owned()),
        content_sha256: content.digest()?,
        seal: Seal { key_id: String::new(), sha256: String::new(), signature: String::new() },
        content: Some(content),
    };
    link.seal = key.seal(PURPOSE, &sealed_text(chain, &link)?);
    Ok(link)
}

/// Checks a whole chain: every link, every seal, every content that is there. Every fault is told.
pub fn verify_chain(chain: Uuid, links: &[Link], keys: &[PublicKey]) -> Vec<ChainFault> {
    let mut faults = Vec::new();
    let mut previous: Option<&str> = None;
    for (link, expected) in links.iter().zip(1..) {
        if link.number != expected {
            faults.push(ChainFault::Number(expected));
        }
        if link.previous.as_deref() != previous {
            faults.push(ChainFault::Previous(link.number));
        }
        let told = link.content.as_ref().map(Content::digest);
        if told.is_some_and(|digest| digest.as_ref() != Ok(&link.content_sha256)) {
            faults.push(ChainFault::Content(link.number));
        }
        match sealed_text(chain, link).map(|text| link.seal.verify(PURPOSE, &text, keys)) {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => faults.push(ChainFault::Seal(link.number, fault)),
            Err(NotCanonical) => faults.push(ChainFault::Content(link.number)),
        }
        previous = Some(&link.seal.sha256);
    }
    faults
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::platform::seal::test_key;

    /// A chain of so many links about two people.
    pub fn chain_of(id: Uuid, count: i32) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for number in 0..count {
            let row =
                |person: &str| Row::Shown { salt: format!("s{number}"), row: json!({ "person": person }) };
            let content = Content { head: json!({ "slot": number }), rows: vec![row("Zoé"), row("Ali")] };
            let last = links.last().map(|link| (link.number, link.seal.sha256.clone()));
            let last = last.as_ref().map(|(number, sha256)| (*number, sha256.as_str()));
            let step = (LinkKind::Closing, "2026-03-03T08:00:00Z".to_owned());
            links.push(seal_link(&test_key(1), id, last, step, content).unwrap());
        }
        links
    }

    fn faults(links: &[Link]) -> Vec<ChainFault> {
        verify_chain(Uuid::nil(), links, &[test_key(1).public().clone()])
    }

    #[test]
    fn a_chain_holds_and_so_does_what_hides_others() {
        let links = chain_of(Uuid::nil(), 3);
        assert_eq!(faults(&links), []);
        let hidden: Vec<Link> = links
            .iter()
            .map(|link| {
                let content = link.content.as_ref().unwrap().showing(|row| row["person"] == "Ali").unwrap();
                Link { content: Some(content), ..link.clone() }
            })
            .collect();
        assert_eq!(faults(&hidden), []);
        assert!(!serde_json::to_string(&hidden).unwrap().contains("Zoé"));
        let bare: Vec<Link> = links.into_iter().map(|link| Link { content: None, ..link }).collect();
        assert_eq!(faults(&bare), []);
    }

    #[test]
    fn every_change_is_seen() {
        let links = chain_of(Uuid::nil(), 3);
        let changed = |change: &dyn Fn(&mut Vec<Link>)| {
            let mut links = links.clone();
            change(&mut links);
            faults(&links)
        };
        assert_eq!(changed(&|links| drop(links.remove(0))).first(), Some(&ChainFault::Number(1)));
        assert_eq!(changed(&|links| drop(links.remove(1))), [ChainFault::Number(2), ChainFault::Previous(3)]);
        let swapped = [
            ChainFault::Number(1),
            ChainFault::Previous(2),
            ChainFault::Number(2),
            ChainFault::Previous(1),
            ChainFault::Previous(3),
        ];
        assert_eq!(changed(&|links| links.swap(0, 1)), swapped);
        let content = |links: &mut Vec<Link>, change: &dyn Fn(&mut Content)| {
            change(links[1].content.as_mut().unwrap());
        };
        assert_eq!(
            changed(&|links| content(links, &|content| content.head = json!({}))),
            [ChainFault::Content(2)]
        );
        assert_eq!(
            changed(&|links| content(links, &|content| content.rows.swap(0, 1))),
            [ChainFault::Content(2)]
        );
        assert_eq!(changed(&|links| links[1].at.push('x')), [ChainFault::Seal(2, SealFault::Content)]);
        assert_eq!(
            changed(&|links| links[1].kind = LinkKind::Decision),
            [ChainFault::Seal(2, SealFault::Content)]
        );
        let foreign = chain_of(Uuid::from_u128(1), 3);
        assert_eq!(faults(&foreign).len(), 3, "another session's chain");
    }

    #[test]
    fn whoever_seals_anew_needs_the_key() {
        let mut links = chain_of(Uuid::nil(), 1);
        let content = Content { head: json!({}), rows: vec![] };
        let step = (LinkKind::Closing, links[0].at.clone());
        links[0] = seal_link(&test_key(2), Uuid::nil(), None, step, content).unwrap();
        assert_eq!(faults(&links), [ChainFault::Seal(1, SealFault::UnknownKey)]);
    }
}
