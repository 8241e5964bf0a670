//! A receipt as its person downloads it: signed, and readable when texts, companies and Carnet itself have changed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::notice::Notice;
use super::receipt::{ReceiptItem, ReceiptKind};
use super::receipt_chain::{ChainedReceipt, precise};
use super::share::ShareEnd;
use crate::platform::seal::{PublicKey, SignedDocument, SignedFault};

/// The form of the signed document, and the purpose of its seal.
pub const FORMAT: &str = "carnet.consent-receipt/1";

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptDocument {
    /// What it is, for people.
    pub title: String,
    /// Its id.
    pub id: Uuid,
    /// What it is of.
    pub kind: String,
    /// Why, where something ended.
    pub reason: Option<String>,
    /// Who agreed, refused or took back.
    pub person: ReceiptPerson,
    /// To whom it was said: the establishment as it was that day; null: to every verified recruiter.
    pub company: Option<ReceiptCompany>,
    /// What it was for.
    pub purpose: Option<ReceiptPurpose>,
    /// What exactly.
    pub items: Vec<LabelledItem>,
    /// The end that was foreseen, UTC; null: until it is taken back.
    pub until: Option<String>,
    /// The text that was read.
    pub policy: ReceiptPolicy,
    /// When, UTC.
    pub at: String,
    /// How it was said, or what ended it.
    pub method: String,
    /// How to take it back.
    pub withdrawal: String,
    /// Its place in the chain of the person's receipts.
    pub chain: ReceiptPlace,
    /// Who wrote it.
    pub issuer: ReceiptIssuer,
}

/// Whose receipt it is, by the name of the day it is downloaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptPerson {
    /// The account.
    pub id: Uuid,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

/// An establishment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptCompany {
    /// Its number.
    pub siret: String,
    /// Its name; null where the register masks it.
    pub name: Option<String>,
}

/// What it was for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptPurpose {
    /// What the person received of the offer.
    pub id: Uuid,
    /// The offer's title.
    pub title: String,
}

/// One thing it is about, named for people too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelledItem {
    /// In French.
    pub label: String,
    /// For programs.
    pub item: ReceiptItem,
}

/// The text that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptPolicy {
    /// Its version.
    pub version: String,
    /// Its fingerprint.
    pub sha256: String,
    /// Where it can be read.
    pub url: String,
}

/// A place in a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptPlace {
    /// From 1 on.
    pub position: i32,
    /// Digest of the receipt before it; empty for the first.
    pub previous_sha256: String,
    /// Digest of this one and of the one before it.
    pub sha256: String,
}

/// Who wrote a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptIssuer {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// How to take back what was agreed to, or that nothing is left to take back.
const fn withdrawal(kind: ReceiptKind) -> &'static str {
    match kind {
        ReceiptKind::VisibilityGiven | ReceiptKind::VisibilityGivenToChosen => {
            "Désactivez la visibilité dans Carnet, d’un seul geste, à tout moment. Le retrait prend effet immédiatement."
        }
        ReceiptKind::CompanyChosen => {
            "Retirez cette entreprise de celles que vous avez choisies, à tout moment. Le retrait prend effet immédiatement."
        }
        ReceiptKind::ShareGiven => {
            "Retirez ce partage dans Carnet, d’un seul geste, à tout moment. Le retrait prend effet immédiatement\u{a0}; ce qui a déjà été lu ou téléchargé ne peut pas être repris."
        }
        ReceiptKind::OfferAccepted => {
            "Fermez la conversation dans Carnet, à tout moment\u{a0}: l’entreprise ne peut plus vous y écrire."
        }
        ReceiptKind::PoolGiven => {
            "Retirez votre accord sur la page de l’offre, à tout moment. L’entreprise ne vous y voit plus aussitôt."
        }
        ReceiptKind::VisibilityWithdrawn
        | ReceiptKind::CompanyUnchosen
        | ReceiptKind::ShareEnded(_)
        | ReceiptKind::OfferAnswerUndone
        | ReceiptKind::PoolWithdrawn
        | ReceiptKind::OfferRefused => "Rien n’est à retirer\u{a0}: plus rien n’est montré à ce titre.",
    }
}

impl ReceiptDocument {
    /// The document of a receipt that follows the one with this digest; an error where the row says what none can.
    pub fn of(
        row: &ChainedReceipt,
        previous: &str,
        (first_name, last_name): (String, String),
        site: &str,
    ) -> anyhow::Result<Self> {
        let reason: Option<ShareEnd> =
            row.reason.as_deref().map(|word| serde_json::from_value(word.into())).transpose()?;
        let kind = ReceiptKind::parse(&row.kind, reason)
            .ok_or_else(|| anyhow::anyhow!("receipt {} is of an unknown kind", row.id))?;
        let items: Vec<ReceiptItem> = serde_json::from_str(&row.items)?;
        let labelled = |item: ReceiptItem| LabelledItem { label: item.label().to_owned(), item };
        let company =
            |siret: &String| ReceiptCompany { siret: siret.clone(), name: row.company_name.clone() };
        let purpose = row.purpose_id.zip(row.purpose_title.clone());
        Ok(Self {
            title: kind.title().to_owned(),
            id: row.id,
            kind: row.kind.clone(),
            reason: row.reason.clone(),
            person: ReceiptPerson { id: row.person.0, first_name, last_name },
            company: row.company_siret.as_ref().map(company),
            purpose: purpose.map(|(id, title)| ReceiptPurpose { id, title }),
            items: items.into_iter().map(labelled).collect(),
            until: row.until.map(precise),
            policy: ReceiptPolicy {
                version: row.policy_version.clone(),
                sha256: row.policy_sha256.clone(),
                url: format!("{site}/api/v1/policies/{}", row.policy_version),
            },
            at: precise(row.at),
            method: row.method.clone(),
            withdrawal: withdrawal(kind).to_owned(),
            chain: ReceiptPlace {
                position: row.position,
                previous_sha256: previous.to_owned(),
                sha256: row.chain_sha256.clone(),
            },
            issuer: ReceiptIssuer { name: "Carnet".to_owned(), url: site.to_owned() },
        })
    }
}

/// A receipt whose seal holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedReceipt {
    /// What it says.
    pub document: ReceiptDocument,
    /// The key it was signed with.
    pub key_id: String,
    /// Whether this program knows the text it refers to, and has it as it was read.
    pub knows_text: bool,
}

impl CheckedReceipt {
    /// When it was said.
    pub fn at(&self) -> Option<DateTime<Utc>> {
        self.document.at.parse().ok()
    }
}

/// Checks a downloaded receipt, offline; every fault is told. Nothing when the file is none.
pub fn check_receipt(bytes: &[u8], keys: &[PublicKey]) -> Option<Result<CheckedReceipt, Vec<SignedFault>>> {
    let is_one = serde_json::from_slice::<SignedDocument>(bytes).is_ok_and(|it| it.format == FORMAT);
    is_one.then(|| open(bytes, keys))
}

fn open(bytes: &[u8], keys: &[PublicKey]) -> Result<CheckedReceipt, Vec<SignedFault>> {
    let signed = SignedDocument::open(bytes, FORMAT, keys)?;
    let document: ReceiptDocument =
        serde_json::from_value(signed.document).map_err(|_| vec![SignedFault::Unreadable])?;
    let text = Notice::find(&document.policy.version).map(|notice| notice.sha256());
    let knows_text = text.as_ref() == Some(&document.policy.sha256);
    Ok(CheckedReceipt { document, key_id: signed.seal.key_id, knows_text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PersonId;
    use crate::platform::seal::test_key;

    fn row(kind: &str, reason: Option<&str>) -> ChainedReceipt {
        let notice = Notice::sharing();
        let mut row = ChainedReceipt {
            id: Uuid::from_u128(1),
            person: PersonId(Uuid::from_u128(7)),
            position: 1,
            kind: kind.to_owned(),
            reason: reason.map(str::to_owned),
            company_siret: Some("73282932000074".to_owned()),
            company_name: None,
            purpose_id: Some(Uuid::from_u128(9)),
            purpose_title: Some("Technicien".to_owned()),
            items: r#"[{"kind": "phone", "share": "00000000-0000-0000-0000-000000000001"}]"#.to_owned(),
            until: None,
            policy_version: notice.version.to_owned(),
            policy_sha256: notice.sha256(),
            method: "panel".to_owned(),
            at: "2026-03-03T08:00:00Z".parse().unwrap(),
            chain_sha256: String::new(),
        };
        row.chain_sha256 = row.link("");
        row
    }

    fn document(row: &ChainedReceipt) -> anyhow::Result<ReceiptDocument> {
        ReceiptDocument::of(row, "", ("Inès".to_owned(), "Lefèvre".to_owned()), "https://carnet.example")
    }

    #[test]
    fn a_receipt_says_what_its_row_says_and_its_seal_holds_for_its_bytes_alone() {
        let said = document(&row("share_given", None)).unwrap();
        assert_eq!(said.items[0].label, "Numéro de téléphone");
        assert_eq!(said.policy.url, "https://carnet.example/api/v1/policies/sharing-2026-11");
        let key = test_key(1);
        let signed = SignedDocument::seal(&key, FORMAT, serde_json::to_value(&said).unwrap()).unwrap();
        let text = signed.to_text().unwrap();
        let keys = [key.public().clone()];
        let checked = check_receipt(text.as_bytes(), &keys).unwrap().unwrap();
        assert!(checked.knows_text && checked.document == said);
        assert_eq!(checked.at().unwrap().to_rfc3339(), "2026-03-03T08:00:00+00:00");
        let other = text.replace("Technicien", "Technicienne");
        assert!(check_receipt(other.as_bytes(), &keys).unwrap().is_err());
        assert!(check_receipt(text.as_bytes(), &[]).unwrap().is_err());
        assert!(check_receipt(b"{}", &keys).is_none() && check_receipt(b"%PDF-1.7", &keys).is_none());
    }

    #[test]
    fn a_row_that_says_what_none_can_makes_no_document() {
        assert!(document(&row("share_ended", Some("revoked"))).is_ok());
        for (kind, reason) in [("share_given", Some("revoked")), ("share_ended", Some("bored")), ("x", None)]
        {
            assert!(document(&row(kind, reason)).is_err(), "{kind}");
        }
        let odd = ChainedReceipt { items: "[1]".to_owned(), ..row("share_given", None) };
        assert!(document(&odd).is_err());
    }
}
