//! The credential of one validated skill.

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::super::export::{Evidence, Grid, SkillName, Standing, Validation};
use super::multibase::{base64url, from_hex};
use super::profile::BadgeIssuer;
use super::scale::Scale;
use super::{CONTEXTS, SCHEMA};
use crate::platform::seal::{NotCanonical, SealKey, hex, instant};

/// One validation, ready to be written as a badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award<'a> {
    /// What was validated, as it is exported.
    pub validation: &'a Validation,
    /// The version of the grid it was read from; none where the level was given on the common scale.
    pub grid: Option<&'a Grid>,
    /// The organisation that validated.
    pub organisation: Uuid,
    /// Whose it is.
    pub holder: BadgeHolder,
    /// Where it will be said whether it was revoked.
    pub status: StatusPlace,
}

/// The person. Their address stands in the badge as a salted hash: whoever is told it can compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadgeHolder {
    /// First and last name, where the person wants it shown.
    pub name: Option<String>,
    /// Their e-mail address.
    pub email: String,
    /// Drawn at random for this badge.
    pub salt: String,
}

/// A place in a status list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusPlace {
    /// The address of the list's credential.
    pub list: String,
    /// The bit, from 0.
    pub index: u64,
}

/// Why a validation is written as no badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AwardFault {
    /// It says that the skill is not acquired, or it does not stand any more.
    #[error("only a validation that stands is written as a badge")]
    NotStanding,
    /// Its grid is another one, it is on none and has no level, or its moment is none.
    #[error("the validation does not fit its grid, or has no moment")]
    Inconsistent,
}

/// Writes a validation as a badge signed with the platform's key: a JWT whose claims are the credential.
///
/// `platform` is the public address, without a slash at its end. The same award yields the same text.
pub fn sign_badge(key: &SealKey, platform: &str, award: &Award<'_>) -> Result<String, AwardFault> {
    key.sign_token(&claims(platform, award)?).map_err(|NotCanonical| AwardFault::Inconsistent)
}

/// The organisation, as it signed that day.
fn issuer<'a>(award: &Award<'a>) -> BadgeIssuer<'a> {
    let organisation = &award.validation.organisation;
    BadgeIssuer {
        id: award.organisation,
        name: &organisation.name,
        siret: organisation.siret.as_deref(),
        nda: organisation.nda.as_deref(),
    }
}

/// The credential with the registered claims of a JWT that repeat it.
pub(super) fn claims(platform: &str, award: &Award<'_>) -> Result<Value, AwardFault> {
    let validation = award.validation;
    if validation.standing != Standing::Valid || !validation.level.is_passing {
        return Err(AwardFault::NotStanding);
    }
    let scale = Scale::of(platform, award).ok_or(AwardFault::Inconsistent)?;
    let from =
        DateTime::parse_from_rfc3339(&validation.validated_at).map_err(|_| AwardFault::Inconsistent)?;
    let mut claims = credential(platform, award, &scale);
    claims["iss"] = claims["issuer"]["id"].clone();
    claims["jti"] = claims["id"].clone();
    claims["sub"] = claims["credentialSubject"]["id"].clone();
    claims["nbf"] = from.timestamp().into();
    if let Some(until) = end(validation) {
        claims["validUntil"] = instant(until).into();
        claims["exp"] = until.timestamp().into();
    }
    Ok(claims)
}

/// The first moment at which it counts no more: the midnight in Paris after its last day.
fn end(validation: &Validation) -> Option<DateTime<Utc>> {
    let next = validation.expires_on?.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
    Paris.from_local_datetime(&next).earliest().map(|at| at.with_timezone(&Utc))
}

fn credential(platform: &str, award: &Award<'_>, scale: &Scale<'_>) -> Value {
    let validation = award.validation;
    let mut credential = json!({
        "@context": CONTEXTS,
        "id": format!("urn:uuid:{}", validation.id),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": validation.skill.label,
        "issuer": issuer(award).profile(platform),
        "validFrom": validation.validated_at,
        "awardedDate": validation.validated_at,
        "credentialSubject": {
            // The claim `sub` needs one. It names the holder in this badge alone, and ties no two badges together.
            "id": format!("urn:uuid:{}#holder", validation.id),
            "type": ["AchievementSubject"],
            "identifier": identifiers(&award.holder),
            "achievement": achievement(platform, award, scale),
            "result": [{
                "type": ["Result"],
                "resultDescription": scale.id,
                "achievedLevel": scale.step_id(scale.reached),
            }],
        },
        "credentialSchema": [{ "id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019" }],
        "credentialStatus": {
            "id": format!("{}#{}", award.status.list, award.status.index),
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": award.status.index.to_string(),
            "statusListCredential": award.status.list,
        },
    });
    if !validation.evidence.is_empty() {
        credential["evidence"] = validation.evidence.iter().map(evidence).collect();
    }
    credential
}

fn achievement(platform: &str, award: &Award<'_>, scale: &Scale<'_>) -> Value {
    let Validation { skill, organisation, .. } = award.validation;
    json!({
        "id": format!("{}/skills/{}", issuer(award).url(platform), skill.code),
        "type": ["Achievement"],
        "achievementType": "Competency",
        "name": skill.label,
        "description": format!("Compétence {} du référentiel ROME, {}.", skill.code, release(skill)),
        "humanCode": skill.code,
        "inLanguage": "fr",
        "criteria": {
            "narrative": format!(
                "Compétence évaluée par {} sur l’échelle «\u{a0}{}\u{a0}».",
                organisation.name, scale.name
            ),
        },
        "creator": issuer(award).profile(platform),
        "alignment": [{
            "type": ["Alignment"],
            "targetType": "ceasn:Competency",
            "targetCode": skill.code,
            "targetName": skill.label,
            "targetFramework": format!("ROME, {}", release(skill)),
            "targetUrl": format!("{platform}/referentiel/competences/{}", skill.code),
        }],
        "resultDescription": [scale.described()],
    })
}

fn release(skill: &SkillName) -> String {
    if skill.release == 0 { "sans version".to_owned() } else { format!("version {}", skill.release) }
}

fn identifiers(holder: &BadgeHolder) -> Vec<Value> {
    let digest = hex(&Sha256::digest(format!("{}{}", holder.email.to_lowercase(), holder.salt)));
    let mut identifiers = vec![json!({
        "type": "IdentityObject", "identityType": "emailAddress", "hashed": true,
        "identityHash": format!("sha256${digest}"), "salt": holder.salt,
    })];
    identifiers.extend(holder.name.as_ref().map(|name| {
        json!({ "type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": name })
    }));
    identifiers
}

/// The hash is the piece's name (RFC 6920): it can be found and compared, and tells nothing.
fn evidence(evidence: &Evidence) -> Value {
    let mut written = json!({ "type": ["Evidence"], "name": evidence.title, "genre": evidence.kind });
    if let Some(sha256) = evidence.sha256.as_deref().and_then(from_hex) {
        written["id"] = format!("ni:///sha-256;{}", base64url(&sha256)).into();
    }
    written
}
