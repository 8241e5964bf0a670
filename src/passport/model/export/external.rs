//! From what another platform signed to what is kept of it here: attested from outside, never validated.

use carnet_index::text::name_words;
use chrono::{DateTime, NaiveDate};
use chrono_tz::Europe::Paris;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{ExternalSkill, Passport, Standing};
use crate::passport::model::badges::VerifiedBadge;
use crate::platform::seal::{PublicKey, hex};

/// Most skills kept of one file.
const MOST_SKILLS: usize = 1000;

/// A platform whose keys the operator trusts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustedPlatform {
    /// As people know it.
    pub name: String,
    /// Its address.
    pub url: String,
    /// Its public keys, as its `/api/v1/verification-keys` answers them.
    pub keys: Vec<PublicKey>,
}

/// The file of trusted platforms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustedPlatforms {
    /// Them.
    pub platforms: Vec<TrustedPlatform>,
}

impl TrustedPlatforms {
    /// Every key of theirs.
    pub fn keys(&self) -> Vec<PublicKey> {
        self.platforms.iter().flat_map(|platform| platform.keys.iter().cloned()).collect()
    }

    /// Whose key it is.
    pub fn owner(&self, key_id: &str) -> Option<&TrustedPlatform> {
        self.platforms.iter().find(|platform| platform.keys.iter().any(|key| key.key_id == key_id))
    }
}

/// Whether two names are of one person: the same words, whatever their order, case and accents.
fn is_same(one: &str, other: &str) -> bool {
    let sorted = |name: &str| {
        let mut words = name_words(name);
        words.sort_unstable();
        words
    };
    let one = sorted(one);
    !one.is_empty() && one == sorted(other)
}

/// Whether a passport is of somebody of this name, now or before.
pub fn is_of(passport: &Passport, name: &str) -> bool {
    let holder = &passport.holder;
    is_same(&format!("{} {}", holder.first_name, holder.last_name), name)
        || holder.former_names.iter().any(|former| is_same(former, name))
}

/// Whether a badge whose signature holds is of somebody of this address, or, where it tells none, of this name.
pub fn is_badge_of(badge: &VerifiedBadge, claims: &Value, email: &str, name: &str) -> bool {
    let credential = if claims["vc"].is_object() { &claims["vc"] } else { claims };
    let told = match &credential["credentialSubject"]["identifier"] {
        Value::Array(all) => all.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    };
    let addresses: Vec<&Value> = told
        .iter()
        .filter(|one| matches!(one["identityType"].as_str(), Some("emailAddress" | "email")))
        .collect();
    if addresses.is_empty() {
        return badge.holder.as_ref().is_some_and(|holder| is_same(holder, name));
    }
    addresses.into_iter().any(|one| is_address(one, email))
}

fn is_address(told: &Value, email: &str) -> bool {
    let Some(identity) = told["identityHash"].as_str() else { return false };
    if told["hashed"] != true {
        return identity.eq_ignore_ascii_case(email);
    }
    let salt = told["salt"].as_str().unwrap_or_default();
    // The standard hashes the address as it is; ours in lower case.
    [email.to_owned(), email.to_lowercase()].iter().any(|email| {
        let digest = hex(&Sha256::digest(format!("{email}{salt}")));
        identity.strip_prefix("sha256$").is_some_and(|told| told.eq_ignore_ascii_case(&digest))
    })
}

fn day(instant: &str) -> Option<NaiveDate> {
    DateTime::parse_from_rfc3339(instant).ok().map(|at| at.with_timezone(&Paris).date_naive())
}

/// What another platform's passport attests: the validations that stood when it was issued.
pub fn of_passport(passport: &Passport) -> Vec<ExternalSkill> {
    let standing = passport.validations.iter().filter(|one| one.standing == Standing::Valid);
    let skills = standing.map(|one| ExternalSkill {
        code: Some(one.skill.code.clone()),
        label: one.skill.label.clone(),
        level: one.level.common_level,
        level_name: Some(one.level.name.clone()),
        organisation: Some(one.organisation.name.clone()),
        attested_on: day(&one.validated_at),
        expires_on: one.expires_on,
    });
    skills.take(MOST_SKILLS).collect()
}

/// What a badge attests: what it is aligned with, or what it is for. A level is told in its own words alone.
pub fn of_badge(badge: &VerifiedBadge) -> Vec<ExternalSkill> {
    let skill = |code: Option<String>, label: &str| ExternalSkill {
        code,
        label: label.to_owned(),
        level: None,
        level_name: badge.level.clone(),
        organisation: Some(badge.issuer.clone()),
        attested_on: day(&badge.valid_from),
        expires_on: badge.valid_until.as_deref().and_then(day),
    };
    if badge.alignments.is_empty() {
        return vec![skill(None, &badge.name)];
    }
    let aligned = badge.alignments.iter().take(MOST_SKILLS);
    aligned.map(|(code, name)| skill(Some(code.clone()).filter(|code| !code.is_empty()), name)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_person_is_recognised_whatever_the_order_the_case_and_the_accents() {
        assert!(is_same("Léa Martin-Noël", "MARTIN NOEL lea"));
        assert!(!is_same("Léa Martin", "Léa Martins") && !is_same("", ""));
    }

    #[test]
    fn an_address_is_recognised_plain_and_hashed() {
        let digest = hex(&Sha256::digest("lea@exemple.frsel"));
        let hashed = json!({ "hashed": true, "identityHash": format!("sha256${digest}"), "salt": "sel" });
        assert!(is_address(&hashed, "Lea@Exemple.fr") && !is_address(&hashed, "zoe@exemple.fr"));
        let plain = json!({ "hashed": false, "identityHash": "Lea@exemple.fr" });
        assert!(is_address(&plain, "lea@exemple.fr") && !is_address(&json!({}), "lea@exemple.fr"));
    }
}
