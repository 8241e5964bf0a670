//! Claims that can be proved one by one: each is a salted leaf, and a signed root stands over all of them.
//!
//! A leaf's digest is the SHA-256 of the canonical text of `{"claim": …, "salt": …}`. Digests are sorted, so that the place of
//! a leaf tells nothing of it, and filled up with drawn ones to a power of two, so that their number tells nothing either.
//! A node is the SHA-256 of the two digests below it, written one after the other in hexadecimal.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::SkillName;
use crate::ids::ValidationId;
use crate::platform::seal::Seal;

/// Something a passport proves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = ExportedClaim)]
pub enum Claim {
    /// The skill is validated at this level, or a higher one. There is a leaf for each level up to the one that counts.
    SkillAtLeast {
        /// The skill.
        skill: SkillName,
        /// 1 to 4.
        level: u8,
        /// Last day through which that is so, as far as is known; null = for ever.
        until: Option<NaiveDate>,
    },
    /// The skill is validated, whatever the level.
    SkillValidated {
        /// The skill.
        skill: SkillName,
        /// Last day through which that is so, as far as is known; null = for ever.
        until: Option<NaiveDate>,
    },
    /// One validation that stands, with the organisation that recorded it.
    Validation {
        /// The validation.
        id: ValidationId,
        /// The skill, as it was named then.
        skill: SkillName,
        /// The step reached, in the organisation's words.
        level_name: String,
        /// Its place on the common scale.
        level: Option<u8>,
        /// The organisation, as it signed then.
        organisation: String,
        /// Its SIRET.
        siret: Option<String>,
        /// Its number of declaration of activity.
        nda: Option<String>,
        /// When, to the second.
        validated_at: String,
        /// Last day on which it counts; null = for ever.
        until: Option<NaiveDate>,
    },
}

/// A claim and its salt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedLeaf)]
pub struct Leaf {
    /// What is proved.
    pub claim: Claim,
    /// 32 hexadecimal digits that nobody can guess: a likely claim cannot be tried against a digest.
    pub salt: String,
}

/// What the root is signed with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedHead)]
pub struct Head {
    /// First name of the holder.
    pub first_name: String,
    /// Last name of the holder.
    pub last_name: String,
    /// The platform that signs.
    pub issuer: String,
    /// The day as of which the claims are true.
    pub issued_on: NaiveDate,
    /// The number of the export it comes from.
    pub number: String,
    /// Where whoever holds it asks whether it is still valid.
    pub verification_url: String,
    /// How many digests the tree has at its base: a power of two.
    pub size: u32,
    /// The root.
    pub root: String,
}

/// Everything needed to prove one claim, offline and without the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedDisclosures)]
pub struct Disclosures {
    /// What is signed.
    pub head: Head,
    /// The platform's seal on the canonical text of `head`, for `carnet.passport-disclosure/1`.
    pub seal: Seal,
    /// The claims, in the order of the passport.
    pub leaves: Vec<Leaf>,
    /// Every digest at the base of the tree, sorted.
    pub digests: Vec<String>,
}
