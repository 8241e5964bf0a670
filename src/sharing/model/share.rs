//! What is shared, for what, and how a share comes to its end.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::{CompanyId, ExperienceProofId, OfferRecipientId, PersonId};
use crate::platform::http::{Error, FieldError, Result};

/// Something a person may share. Age and postal address are none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case", deny_unknown_fields)]
pub enum ShareItem {
    /// The phone number.
    Phone,
    /// The address of the account.
    Email,
    /// The CV.
    Cv,
    /// One proof of an experience: where zones are masked, the masked copy.
    Proof(ExperienceProofId),
    /// The passport, whole, without the files of proofs.
    Passport,
}

/// The kind of an item, whichever it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ShareKind {
    /// The phone number.
    Phone,
    /// The address of the account.
    Email,
    /// The CV.
    Cv,
    /// A proof of an experience.
    Proof,
    /// The passport.
    Passport,
}

impl ShareKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Cv => "cv",
            Self::Proof => "proof",
            Self::Passport => "passport",
        }
    }
}

impl ShareItem {
    /// Its kind.
    pub const fn kind(self) -> ShareKind {
        match self {
            Self::Phone => ShareKind::Phone,
            Self::Email => ShareKind::Email,
            Self::Cv => ShareKind::Cv,
            Self::Proof(_) => ShareKind::Proof,
            Self::Passport => ShareKind::Passport,
        }
    }

    /// The proof, if it is one.
    pub const fn proof(self) -> Option<ExperienceProofId> {
        match self {
            Self::Proof(id) => Some(id),
            _ => None,
        }
    }

    /// The item of a stored row; none of a row that names no proof where it must.
    pub fn of(kind: ShareKind, proof: Option<ExperienceProofId>) -> Option<Self> {
        Some(match kind {
            ShareKind::Phone => Self::Phone,
            ShareKind::Email => Self::Email,
            ShareKind::Cv => Self::Cv,
            ShareKind::Proof => Self::Proof(proof?),
            ShareKind::Passport => Self::Passport,
        })
    }
}

/// What a share is for: what one person received of one offer of one establishment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePurpose {
    /// What the person received of the offer.
    pub purpose: OfferRecipientId,
    /// Who shares.
    pub person: PersonId,
    /// The establishment that wrote the offer.
    pub company: CompanyId,
    /// The offer's title, as it was read.
    pub title: String,
}

/// Why a share ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ShareEnd {
    /// The person took it back.
    Revoked,
    /// What it was for is closed.
    Closed,
    /// Its time was over.
    Expired,
    /// The person's account went.
    AccountErased,
    /// The company may not recruit any more.
    CompanySuspended,
    /// The person removed what was shared.
    ItemRemoved,
}

impl ShareEnd {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Revoked => "revoked",
            Self::Closed => "closed",
            Self::Expired => "expired",
            Self::AccountErased => "account_erased",
            Self::CompanySuspended => "company_suspended",
            Self::ItemRemoved => "item_removed",
        }
    }

    /// Every one of them.
    pub const ALL: [Self; 6] = [
        Self::Revoked,
        Self::Closed,
        Self::Expired,
        Self::AccountErased,
        Self::CompanySuspended,
        Self::ItemRemoved,
    ];
}

/// Where an item stands between a person and a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The panel shows it, unticked: there is no row.
    Proposed,
    /// The company reads it.
    Active,
    /// It does not any more. To share it again begins anew.
    Ended,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The person agrees.
    Grant,
    /// It ends.
    End(ShareEnd),
}

/// Every legal move; a share that ended never comes back.
const MOVES: &[(Stage, Move, Stage)] = &[
    (Stage::Proposed, Move::Grant, Stage::Active),
    (Stage::Active, Move::End(ShareEnd::Revoked), Stage::Ended),
    (Stage::Active, Move::End(ShareEnd::Closed), Stage::Ended),
    (Stage::Active, Move::End(ShareEnd::Expired), Stage::Ended),
    (Stage::Active, Move::End(ShareEnd::AccountErased), Stage::Ended),
    (Stage::Active, Move::End(ShareEnd::CompanySuspended), Stage::Ended),
    (Stage::Active, Move::End(ShareEnd::ItemRemoved), Stage::Ended),
];

impl Stage {
    /// The name people's programs see.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Active => "active",
            Self::Ended => "ended",
        }
    }

    /// Where this move leads from here.
    pub fn after(self, event: Move) -> Result<Self> {
        MOVES
            .iter()
            .find(|(from, by, _)| (*from, *by) == (self, event))
            .map(|(_, _, to)| *to)
            .ok_or_else(|| Error::illegal_state(self.as_str()))
    }
}

/// Most items of one purpose that are agreed to at once.
const MOST_ITEMS: usize = 100;

/// The items to share, each once, in the order they were named.
pub fn distinct(items: &[ShareItem]) -> std::result::Result<Vec<(usize, ShareItem)>, FieldError> {
    if items.len() > MOST_ITEMS {
        return Err(FieldError::new("/items", "too_many", format!("{MOST_ITEMS} éléments au plus.")));
    }
    let mut distinct: Vec<(usize, ShareItem)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        if distinct.iter().all(|(_, known)| known != item) {
            distinct.push((place, *item));
        }
    }
    Ok(distinct)
}

/// What of a person can be shared now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shareable {
    /// Whether they gave a number.
    pub has_phone: bool,
    /// Whether they gave a CV.
    pub has_cv: bool,
    /// Which of the proofs asked about are theirs and can be shared.
    pub proofs: Vec<ExperienceProofId>,
}

impl Shareable {
    /// Refuses what is not the person's, or not there; the fault names the place in the request.
    pub fn check(&self, place: usize, item: ShareItem) -> std::result::Result<(), FieldError> {
        let fault = |code: &'static str, message: &'static str| {
            Err(FieldError::new(format!("/items/{place}"), code, message))
        };
        match item {
            ShareItem::Phone if !self.has_phone => {
                fault("no_phone", "Ajoutez d’abord votre numéro de téléphone à vos coordonnées.")
            }
            ShareItem::Cv if !self.has_cv => fault("no_cv", "Ajoutez d’abord votre CV à vos coordonnées."),
            ShareItem::Proof(id) if !self.proofs.contains(&id) => {
                fault("unknown_proof", "Ce justificatif n’existe pas ou ne peut pas être partagé.")
            }
            _ => Ok(()),
        }
    }
}

/// A share as its row says, when it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenShare {
    /// Its id.
    pub id: Uuid,
    /// What it shows.
    pub item: ShareItem,
    /// The text it was agreed to under.
    pub policy_version: String,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn proof(number: u128) -> ExperienceProofId {
        ExperienceProofId(Uuid::from_u128(number))
    }

    /// The whole table, drawn.
    #[test]
    fn what_is_proposed_is_granted_once_and_what_is_active_ends_once() {
        for from in [Stage::Proposed, Stage::Active, Stage::Ended] {
            assert_eq!(from.after(Move::Grant).is_ok(), from == Stage::Proposed, "{from:?}");
            for why in ShareEnd::ALL {
                let told = from.after(Move::End(why));
                match told {
                    Ok(to) => assert_eq!((from, to), (Stage::Active, Stage::Ended)),
                    Err(Error::IllegalState { current_state, .. }) => {
                        assert!(from != Stage::Active && current_state == from.as_str());
                    }
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
    }

    #[test]
    fn items_are_written_with_their_kind_and_the_proof_they_name() {
        let id = proof(7);
        for (item, text) in [
            (ShareItem::Phone, json!({ "kind": "phone" })),
            (ShareItem::Passport, json!({ "kind": "passport" })),
            (ShareItem::Proof(id), json!({ "kind": "proof", "id": id })),
        ] {
            assert_eq!(serde_json::to_value(item).unwrap(), text);
            assert_eq!(serde_json::from_value::<ShareItem>(text).unwrap(), item);
            assert_eq!(ShareItem::of(item.kind(), item.proof()), Some(item));
        }
        assert_eq!(ShareItem::of(ShareKind::Proof, None), None);
        for unknown in [json!({ "kind": "age" }), json!({ "kind": "phone", "more": 1 })] {
            assert!(serde_json::from_value::<ShareItem>(unknown).is_err());
        }
        for kind in [ShareKind::Phone, ShareKind::Email, ShareKind::Cv, ShareKind::Proof, ShareKind::Passport]
        {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        for why in ShareEnd::ALL {
            assert_eq!(serde_json::to_value(why).unwrap(), why.as_str());
        }
    }

    #[test]
    fn what_is_not_there_is_refused_where_it_was_named() {
        let named = [ShareItem::Phone, ShareItem::Email, ShareItem::Phone, ShareItem::Proof(proof(1))];
        let items = distinct(&named).unwrap();
        assert_eq!(items.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [0, 1, 3]);
        let nothing = Shareable::default();
        let faults = |of: &Shareable| -> Vec<String> {
            let faults = items.iter().filter_map(|(place, item)| of.check(*place, *item).err());
            faults.map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
        };
        assert_eq!(faults(&nothing), ["/items/0 no_phone", "/items/3 unknown_proof"]);
        assert_eq!(nothing.check(4, ShareItem::Cv).unwrap_err().code, "no_cv");
        let all = Shareable { has_phone: true, has_cv: true, proofs: vec![proof(1)] };
        assert_eq!(faults(&all), Vec::<String>::new());
        assert_eq!(distinct(&vec![ShareItem::Cv; 101]).unwrap_err().code, "too_many");
    }
}
