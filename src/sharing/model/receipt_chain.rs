//! The proof of receipts: each chained to the one before it, the last one known, every text one that was shown.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::notice::{Notice, hexadecimal};
use super::proof::{Chain, ConsentFault, Flaw};
use crate::ids::PersonId;

/// A receipt, as the database holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainedReceipt {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub person: PersonId,
    /// Place among the person's receipts, from 1 on.
    pub position: i32,
    /// What it is of.
    pub kind: String,
    /// Why, where something ended.
    pub reason: Option<String>,
    /// The establishment.
    pub company_siret: Option<String>,
    /// Its name.
    pub company_name: Option<String>,
    /// What it was for.
    pub purpose_id: Option<Uuid>,
    /// How that is called.
    pub purpose_title: Option<String>,
    /// What exactly, as the database writes it.
    pub items: String,
    /// The end that was foreseen.
    pub until: Option<DateTime<Utc>>,
    /// Version of the text it refers to.
    pub policy_version: String,
    /// Fingerprint of that text.
    pub policy_sha256: String,
    /// How it was said.
    pub method: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The digest kept with it.
    pub chain_sha256: String,
}

/// The last receipt of a person, as it is known beside the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its place.
    pub position: i32,
    /// Its digest.
    pub chain_sha256: String,
}

/// An instant as digests and documents write it.
pub fn precise(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

/// A free text, as the digest reads it: no line end in it can pass for another field.
fn part(text: Option<&str>) -> String {
    text.map(|text| hexadecimal(&Sha256::digest(text))).unwrap_or_default()
}

impl ChainedReceipt {
    /// The digest this receipt must have after that one (empty for the first), as `receipt_link` of the database computes it.
    pub fn link(&self, previous: &str) -> String {
        let Self { id, person, position, kind, policy_version, policy_sha256, method, .. } = self;
        let reason = self.reason.as_deref().unwrap_or_default();
        let siret = self.company_siret.as_deref().unwrap_or_default();
        let purpose = self.purpose_id.map(|id| id.to_string()).unwrap_or_default();
        let (company, title) = (part(self.company_name.as_deref()), part(self.purpose_title.as_deref()));
        let items = part(Some(&self.items));
        let (until, at) = (self.until.map(precise).unwrap_or_default(), precise(self.at));
        let text = format!(
            "{previous}\n{position}\n{id}\n{person}\n{kind}\n{reason}\n{siret}\n{company}\n{purpose}\n{title}\n{items}\n\
             {until}\n{policy_version}\n{policy_sha256}\n{method}\n{at}"
        );
        hexadecimal(&Sha256::digest(text))
    }

    fn flaw(&self, previous: Option<&Self>) -> Option<Flaw> {
        if self.position != previous.map_or(1, |previous| previous.position + 1) {
            return Some(Flaw::Missing);
        }
        if self.chain_sha256 != self.link(previous.map_or("", |previous| &previous.chain_sha256)) {
            return Some(Flaw::Altered);
        }
        let text = Notice::find(&self.policy_version).map(|notice| notice.sha256());
        (text.as_ref() != Some(&self.policy_sha256)).then_some(Flaw::UnknownText)
    }
}

/// Checks one person's receipts, oldest first, against each other and against the last one that is known.
pub fn check_receipts(
    person: PersonId,
    receipts: &[ChainedReceipt],
    head: Option<&Head>,
) -> Vec<ConsentFault> {
    let fault = |position, flaw| ConsentFault { person, chain: Chain::Receipts, position, flaw };
    let mut faults = Vec::new();
    let mut previous: Option<&ChainedReceipt> = None;
    for receipt in receipts {
        faults.extend(receipt.flaw(previous).map(|flaw| fault(Some(receipt.position), flaw)));
        previous = Some(receipt);
    }
    let last = previous.map(|last| Head { position: last.position, chain_sha256: last.chain_sha256.clone() });
    if last.as_ref() != head {
        faults.push(fault(None, Flaw::Missing));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(position: i32, previous: Option<&ChainedReceipt>) -> ChainedReceipt {
        let notice = Notice::sharing();
        let mut receipt = ChainedReceipt {
            id: Uuid::from_u128(position.unsigned_abs().into()),
            person: PersonId(Uuid::from_u128(7)),
            position,
            kind: "share_given".to_owned(),
            reason: None,
            company_siret: Some("73282932000074".to_owned()),
            company_name: Some("Ateliers".to_owned()),
            purpose_id: Some(Uuid::from_u128(9)),
            purpose_title: Some("Technicien".to_owned()),
            items: r#"[{"kind": "phone"}]"#.to_owned(),
            until: None,
            policy_version: notice.version.to_owned(),
            policy_sha256: notice.sha256(),
            method: "panel".to_owned(),
            at: "2026-03-03T08:00:00.000001Z".parse().unwrap(),
            chain_sha256: String::new(),
        };
        receipt.chain_sha256 = receipt.link(previous.map_or("", |previous| &previous.chain_sha256));
        receipt
    }

    fn flaws(receipts: &[ChainedReceipt], head: Option<&Head>) -> Vec<(Option<i32>, Flaw)> {
        let faults = check_receipts(PersonId(Uuid::from_u128(7)), receipts, head);
        faults.iter().map(|fault| (fault.position, fault.flaw)).collect()
    }

    #[test]
    fn whatever_is_altered_or_removed_is_found() {
        let one = receipt(1, None);
        let two = receipt(2, Some(&one));
        let head = Head { position: 2, chain_sha256: two.chain_sha256.clone() };
        assert_eq!(flaws(&[], None), []);
        assert_eq!(flaws(&[one.clone(), two.clone()], Some(&head)), []);
        assert_eq!(
            flaws(std::slice::from_ref(&one), Some(&head)),
            [(None, Flaw::Missing)],
            "the end is gone"
        );
        assert_eq!(flaws(std::slice::from_ref(&two), Some(&head)), [(Some(2), Flaw::Missing)]);
        assert_eq!(flaws(&[], Some(&head)), [(None, Flaw::Missing)]);
        assert_eq!(flaws(&[one.clone(), two.clone()], None), [(None, Flaw::Missing)]);
        let other = ChainedReceipt { items: r#"[{"kind": "email"}]"#.to_owned(), ..one.clone() };
        assert_eq!(flaws(&[other, two.clone()], Some(&head)), [(Some(1), Flaw::Altered)]);
        // A text moved into the field beside it is another receipt.
        let moved =
            ChainedReceipt { company_name: None, purpose_title: Some("Ateliers".to_owned()), ..one.clone() };
        assert_eq!(flaws(&[moved, two], Some(&head)), [(Some(1), Flaw::Altered)]);
        let mut unread = ChainedReceipt { policy_version: "1999-01".to_owned(), ..one };
        unread.chain_sha256 = unread.link("");
        let head = Head { position: 1, chain_sha256: unread.chain_sha256.clone() };
        assert_eq!(flaws(&[unread], Some(&head)), [(Some(1), Flaw::UnknownText)]);
    }
}
