//! Receipts: what somebody agreed to, refused, took back or saw end, said once and for all.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::notice::Notice;
use super::share::{ShareEnd, ShareItem, SharePurpose};
use crate::ids::{CompanyId, ExperienceProofId, OfferRecipientId, PersonId, ShareId};

/// What a receipt is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReceiptKind {
    /// The person agreed to be found by recruiters.
    VisibilityGiven,
    /// They agreed to be found by the companies they chose.
    VisibilityGivenToChosen,
    /// They took that back.
    VisibilityWithdrawn,
    /// They chose a company.
    CompanyChosen,
    /// They took a company off those they chose.
    CompanyUnchosen,
    /// They shared items.
    ShareGiven,
    /// Items are not shared any more.
    ShareEnded(ShareEnd),
    /// They accepted an offer: to be written to about it.
    OfferAccepted,
    /// They refused one.
    OfferRefused,
    /// They took their answer to an offer back.
    OfferAnswerUndone,
    /// They agreed that a company keeps them in mind.
    PoolGiven,
    /// They took that back.
    PoolWithdrawn,
}

impl ReceiptKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::VisibilityGiven => "visibility_given",
            Self::VisibilityGivenToChosen => "visibility_given_to_chosen",
            Self::VisibilityWithdrawn => "visibility_withdrawn",
            Self::CompanyChosen => "company_chosen",
            Self::CompanyUnchosen => "company_unchosen",
            Self::ShareGiven => "share_given",
            Self::ShareEnded(_) => "share_ended",
            Self::OfferAccepted => "offer_accepted",
            Self::OfferRefused => "offer_refused",
            Self::OfferAnswerUndone => "offer_answer_undone",
            Self::PoolGiven => "pool_given",
            Self::PoolWithdrawn => "pool_withdrawn",
        }
    }

    /// Why, where something ended.
    pub const fn reason(self) -> Option<ShareEnd> {
        match self {
            Self::ShareEnded(why) => Some(why),
            _ => None,
        }
    }

    /// How it was said, or what ended it.
    pub const fn method(self) -> &'static str {
        match self {
            Self::VisibilityGiven | Self::VisibilityGivenToChosen | Self::VisibilityWithdrawn => "switch",
            // What is kept of these names the company: the database takes it from the consent.
            Self::CompanyChosen | Self::CompanyUnchosen => "siren",
            Self::ShareGiven => "panel",
            Self::ShareEnded(ShareEnd::Revoked) => "button",
            Self::ShareEnded(ShareEnd::Closed) => "closing",
            Self::ShareEnded(ShareEnd::Expired) => "clock",
            Self::ShareEnded(ShareEnd::AccountErased) => "erasure",
            Self::ShareEnded(ShareEnd::CompanySuspended) => "suspension",
            Self::ShareEnded(ShareEnd::ItemRemoved) => "removal",
            Self::OfferAccepted | Self::OfferRefused | Self::OfferAnswerUndone => "answer",
            Self::PoolGiven | Self::PoolWithdrawn => "choice",
        }
    }

    /// Reads the words back.
    pub fn parse(word: &str, reason: Option<ShareEnd>) -> Option<Self> {
        let plain = [
            Self::VisibilityGiven,
            Self::VisibilityGivenToChosen,
            Self::VisibilityWithdrawn,
            Self::CompanyChosen,
            Self::CompanyUnchosen,
            Self::ShareGiven,
            Self::OfferAccepted,
            Self::OfferRefused,
            Self::OfferAnswerUndone,
            Self::PoolGiven,
            Self::PoolWithdrawn,
        ];
        match reason {
            Some(why) => Some(Self::ShareEnded(why)).filter(|kind| kind.as_str() == word),
            None => plain.into_iter().find(|kind| kind.as_str() == word),
        }
    }

    /// What it is, for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::VisibilityGiven => "Accord pour être visible dans la recherche des recruteurs",
            Self::VisibilityGivenToChosen => "Accord pour être visible des seules entreprises choisies",
            Self::VisibilityWithdrawn => "Retrait de la visibilité dans la recherche des recruteurs",
            Self::CompanyChosen => "Choix d’une entreprise qui peut vous voir",
            Self::CompanyUnchosen => "Retrait d’une entreprise de celles qui peuvent vous voir",
            Self::ShareGiven => "Accord pour partager des informations avec une entreprise",
            Self::ShareEnded(ShareEnd::Revoked) => "Retrait d’un partage",
            Self::ShareEnded(ShareEnd::Closed) => "Fin d’un partage\u{a0}: la conversation est close",
            Self::ShareEnded(ShareEnd::Expired) => "Fin d’un partage\u{a0}: sa durée est écoulée",
            Self::ShareEnded(ShareEnd::AccountErased) => "Fin d’un partage\u{a0}: le compte est supprimé",
            Self::ShareEnded(ShareEnd::CompanySuspended) => {
                "Fin d’un partage\u{a0}: l’entreprise n’est plus vérifiée"
            }
            Self::ShareEnded(ShareEnd::ItemRemoved) => "Fin d’un partage\u{a0}: l’élément a été supprimé",
            Self::OfferAccepted => "Acceptation d’une offre",
            Self::OfferRefused => "Refus d’une offre",
            Self::OfferAnswerUndone => "Annulation d’une réponse à une offre",
            Self::PoolGiven => "Accord pour rester dans le vivier d’une entreprise",
            Self::PoolWithdrawn => "Retrait du vivier d’une entreprise",
        }
    }
}

/// One thing a receipt is about. Names it, and holds none of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiptItem {
    /// `phone`, `email`, `cv`, `proof` or `passport`; of being visible: `name`, `skills`, `levels`, `validation_statuses`, `jobs`.
    pub kind: String,
    /// The share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<ShareId>,
    /// The proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ExperienceProofId>,
    /// SHA-256 of its original, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

impl ReceiptItem {
    /// The line of a share.
    pub fn of_share(share: Uuid, item: ShareItem, sha256: Option<String>) -> Self {
        Self {
            kind: item.kind().as_str().to_owned(),
            share: Some(ShareId(share)),
            proof: item.proof(),
            sha256,
        }
    }

    /// What it is, for people.
    pub fn label(&self) -> &'static str {
        match self.kind.as_str() {
            "phone" => "Numéro de téléphone",
            "email" => "Adresse e-mail",
            "cv" => "CV",
            "proof" => "Justificatif d’une expérience",
            "passport" => "Carnet complet",
            "name" => "Prénom et nom",
            "skills" => "Compétences",
            "levels" => "Niveaux des compétences",
            "validation_statuses" => "Compétences validées ou déclarées",
            "jobs" => "Métiers et domaines auxquels elles correspondent",
            _ => "Autre élément",
        }
    }
}

/// A receipt to write.
#[derive(Clone, Debug)]
pub struct NewReceipt {
    /// Who agreed, refused or took back.
    pub person: PersonId,
    /// To what.
    pub kind: ReceiptKind,
    /// The establishment; its number and name are taken down as they are that day.
    pub company: Option<CompanyId>,
    /// What it was for, and how that is called.
    pub purpose: Option<(OfferRecipientId, String)>,
    /// What exactly.
    pub items: Vec<ReceiptItem>,
    /// The end that is foreseen.
    pub until: Option<DateTime<Utc>>,
    /// The text that was read.
    pub notice: Notice,
}

impl NewReceipt {
    /// A receipt about one purpose, under the text about sharing in force, of no item yet.
    pub fn of_purpose(kind: ReceiptKind, of: &SharePurpose) -> Self {
        Self {
            person: of.person,
            kind,
            company: Some(of.company),
            purpose: Some((of.purpose, of.title.clone())),
            items: Vec::new(),
            until: None,
            notice: Notice::sharing(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds() -> Vec<ReceiptKind> {
        let mut kinds = vec![
            ReceiptKind::VisibilityGiven,
            ReceiptKind::VisibilityGivenToChosen,
            ReceiptKind::VisibilityWithdrawn,
            ReceiptKind::CompanyChosen,
            ReceiptKind::CompanyUnchosen,
            ReceiptKind::ShareGiven,
            ReceiptKind::OfferAccepted,
            ReceiptKind::OfferRefused,
            ReceiptKind::OfferAnswerUndone,
            ReceiptKind::PoolGiven,
            ReceiptKind::PoolWithdrawn,
        ];
        kinds.extend(ShareEnd::ALL.map(ReceiptKind::ShareEnded));
        kinds
    }

    #[test]
    fn kinds_read_back_from_their_words() {
        for kind in kinds() {
            assert_eq!(ReceiptKind::parse(kind.as_str(), kind.reason()), Some(kind));
        }
        assert_eq!(ReceiptKind::parse("share_given", Some(ShareEnd::Revoked)), None);
        assert_eq!(ReceiptKind::parse("share_ended", None), None);
        assert_eq!(ReceiptKind::parse("other", None), None);
    }

    #[test]
    fn no_two_kinds_are_told_alike() {
        let titles: std::collections::HashSet<_> = kinds().into_iter().map(ReceiptKind::title).collect();
        assert_eq!(titles.len(), kinds().len());
    }

    #[test]
    fn a_line_names_what_it_is_about_and_nothing_more() {
        let item = ShareItem::Proof(ExperienceProofId(Uuid::from_u128(2)));
        let line = ReceiptItem::of_share(Uuid::from_u128(1), item, Some("ab".to_owned()));
        let keys: Vec<_> =
            serde_json::to_value(&line).unwrap().as_object().unwrap().keys().cloned().collect();
        assert_eq!(keys, ["kind", "proof", "sha256", "share"]);
        let plain = ReceiptItem::of_share(Uuid::from_u128(1), ShareItem::Phone, None);
        let text = serde_json::to_string(&plain).unwrap();
        assert_eq!(text, r#"{"kind":"phone","share":"00000000-0000-0000-0000-000000000001"}"#);
        assert_eq!((line.label(), plain.label()), ("Justificatif d’une expérience", "Numéro de téléphone"));
    }
}
