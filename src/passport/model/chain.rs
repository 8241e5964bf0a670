//! The chain of a passport: every entry, revocation and reply is a link that names the one before it.
//!
//! What a link says is salted: a document may show the chain without what is private, and nobody finds a fact by trying
//! likely ones. The hash of the last link therefore stands for everything that was ever written in the passport.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::platform::seal::{NotCanonical, PublicKey, Seal, SealFault, SealKey, canonical, sha256};

/// What the signature of a link is for.
const PURPOSE: &str = "carnet.passport-link/1";

/// Why a link was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum LinkKind {
    /// The chain begins: the entries that were there before it.
    Opening,
    /// An organisation wrote an entry.
    Validation,
    /// An entry was revoked, or another took its place.
    Revocation,
    /// The person answered an entry.
    Reply,
    /// The organisation answered the person.
    Answer,
    /// Something happened to an experience.
    Experience,
    /// A file was removed; its digest stays.
    FileRemoved,
}

impl LinkKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Validation => "validation",
            Self::Revocation => "revocation",
            Self::Reply => "reply",
            Self::Answer => "answer",
            Self::Experience => "experience",
            Self::FileRemoved => "file_removed",
        }
    }
}

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Drawn at random.
    pub salt: String,
    /// The fact.
    pub fact: Value,
}

impl Content {
    /// Its digest.
    pub fn digest(&self) -> Result<String, NotCanonical> {
        Ok(sha256(self.text()?))
    }

    /// Its canonical text.
    pub fn text(&self) -> Result<String, NotCanonical> {
        canonical(&json!({ "salt": self.salt, "fact": self.fact }))
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
    /// What it is about; the opening hides whose chain it is.
    pub subject: Option<Uuid>,
    /// When, as [`instant`] writes it.
    pub at: String,
    /// Hash of the link before it; null for the first.
    pub previous: Option<String>,
    /// Digest of what it says.
    pub content_sha256: String,
    /// The platform's seal on all of the above.
    pub seal: Seal,
    /// What it says; absent where it is not shown.
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
    /// A link is older than the one before it.
    #[error("link {0} is dated before the one it follows")]
    BackDated(i32),
    /// What a link says is not what was sealed.
    #[error("what link {0} says was changed")]
    Content(i32),
    /// A seal does not hold.
    #[error("the seal of link {0} does not hold: {1}")]
    Seal(i32, SealFault),
}

/// An instant as links write it: to the microsecond, in UTC, so that it is exactly the one in the rows.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

fn sealed_text(link: &Link) -> Result<String, NotCanonical> {
    canonical(&json!({
        "number": link.number, "kind": link.kind, "subject": link.subject, "at": link.at, "previous": link.previous,
        "content_sha256": link.content_sha256,
    }))
}

/// Adds a link after this one (its number and hash), with this content.
pub fn seal_link(
    key: &SealKey,
    last: Option<(i32, &str)>,
    (kind, subject, at): (LinkKind, Option<Uuid>, DateTime<Utc>),
    content: Content,
) -> Result<Link, NotCanonical> {
    let mut link = Link {
        number: last.map_or(1, |(number, _)| number + 1),
        kind,
        subject,
        at: instant(at),
        previous: last.map(|(_, sha256)| sha256.to_owned()),
        content_sha256: content.digest()?,
        seal: Seal { key_id: String::new(), sha256: String::new(), signature: String::new() },
        content: Some(content),
    };
    link.seal = key.seal(PURPOSE, &sealed_text(&link)?);
    Ok(link)
}

/// Checks a whole chain: every link, every seal, every content that is there. Every fault is told.
pub fn verify_chain(links: &[Link], keys: &[PublicKey]) -> Vec<ChainFault> {
    let mut faults = Vec::new();
    let mut before: Option<&Link> = None;
    for (link, expected) in links.iter().zip(1..) {
        if link.number != expected {
            faults.push(ChainFault::Number(expected));
        }
        if link.previous.as_deref() != before.map(|before| before.seal.sha256.as_str()) {
            faults.push(ChainFault::Previous(link.number));
        }
        // Written alike and in UTC: their order as texts is their order in time.
        if before.is_some_and(|before| link.at < before.at) {
            faults.push(ChainFault::BackDated(link.number));
        }
        let told = link.content.as_ref().map(Content::digest);
        if told.is_some_and(|digest| digest.as_ref() != Ok(&link.content_sha256)) {
            faults.push(ChainFault::Content(link.number));
        }
        match sealed_text(link).map(|text| link.seal.verify(PURPOSE, &text, keys)) {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => faults.push(ChainFault::Seal(link.number, fault)),
            Err(NotCanonical) => faults.push(ChainFault::Content(link.number)),
        }
        before = Some(link);
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::seal::test_key;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_772_524_800 + second, 0).unwrap()
    }

    fn content(number: i64) -> Content {
        Content { salt: format!("s{number}"), fact: json!({ "level": number }) }
    }

    /// A chain of three links, a second apart.
    fn chain() -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for (number, kind) in (0..).zip([LinkKind::Opening, LinkKind::Validation, LinkKind::Revocation]) {
            let last = links.last().map(|link| (link.number, link.seal.sha256.clone()));
            let last = last.as_ref().map(|(number, sha256)| (*number, sha256.as_str()));
            let step = (kind, Some(Uuid::from_u128(9)), at(number));
            links.push(seal_link(&test_key(1), last, step, content(number)).unwrap());
        }
        links
    }

    fn faults(links: &[Link]) -> Vec<ChainFault> {
        verify_chain(links, &[test_key(1).public().clone()])
    }

    #[test]
    fn a_chain_holds_with_and_without_what_it_says() {
        let links = chain();
        assert_eq!(faults(&links), []);
        let bare: Vec<Link> = links.into_iter().map(|link| Link { content: None, ..link }).collect();
        assert_eq!(faults(&bare), []);
        assert!(!serde_json::to_string(&bare).unwrap().contains("level"));
    }

    #[test]
    fn every_change_is_seen() {
        let changed = |change: &dyn Fn(&mut Vec<Link>)| {
            let mut links = chain();
            change(&mut links);
            faults(&links)
        };
        assert_eq!(changed(&|links| drop(links.remove(0))).first(), Some(&ChainFault::Number(1)));
        assert_eq!(changed(&|links| drop(links.remove(1))), [ChainFault::Number(2), ChainFault::Previous(3)]);
        assert_eq!(
            changed(&|links| links[1].content = Some(content(7))),
            [ChainFault::Content(2)],
            "what it says"
        );
        let broken = [ChainFault::Seal(2, SealFault::Content)];
        assert_eq!(changed(&|links| links[1].kind = LinkKind::Reply), broken);
        assert_eq!(changed(&|links| links[1].subject = None), broken);
        assert_eq!(
            changed(&|links| links[1].at = instant(at(0))),
            broken,
            "back-dated within its neighbours"
        );
        assert_eq!(
            changed(&|links| links[1].at = instant(at(-60))),
            [ChainFault::BackDated(2), ChainFault::Seal(2, SealFault::Content)]
        );
    }

    #[test]
    fn whoever_seals_anew_needs_the_key_and_cannot_go_back_in_time() {
        let mut links = chain();
        let last = Some((1, links[0].seal.sha256.clone()));
        let last = last.as_ref().map(|(number, sha256)| (*number, sha256.as_str()));
        let step = (LinkKind::Validation, Some(Uuid::from_u128(9)), at(1));
        links[1] = seal_link(&test_key(2), last, step, content(4)).unwrap();
        assert_eq!(faults(&links), [ChainFault::Seal(2, SealFault::UnknownKey), ChainFault::Previous(3)]);
        let mut links = chain();
        let last = (2, links[1].seal.sha256.clone());
        let step = (LinkKind::Revocation, None, at(-5));
        links[2] = seal_link(&test_key(1), Some((last.0, &last.1)), step, content(2)).unwrap();
        assert_eq!(faults(&links), [ChainFault::BackDated(3)]);
    }
}
