//! The credential of one validated skill.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::multibase::base64url;
use super::{BadgeIssuer, CONTEXTS};
use crate::platform::seal::{NotCanonical, SealKey, hex};

/// Where 1EdTech publishes the schema that every badge holds to.
const SCHEMA: &str =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

/// One validation, ready to be written as a badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// The validation entry; names the credential.
    pub entry: Uuid,
    /// Who validated.
    pub issuer: BadgeIssuer,
    /// What was validated.
    pub skill: Skill,
    /// The grid in force that day.
    pub grid: BadgeGrid,
    /// Position of the step that was reached.
    pub step: i32,
    /// When it was validated.
    pub validated_at: DateTime<Utc>,
    /// The first moment at which it counts no more; none = for ever.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whose it is.
    pub holder: BadgeHolder,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// Where it will be said whether it was revoked.
    pub status: StatusPlace,
}

/// A skill of the national catalogue, as it was named that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Its code.
    pub code: String,
    /// Its label.
    pub label: String,
    /// Release of the catalogue; 0 when there was none.
    pub release: i32,
}

/// A grid of levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadgeGrid {
    /// Which grid.
    pub id: Uuid,
    /// Which of its versions.
    pub version: i32,
    /// Its name.
    pub name: String,
    /// Its steps, lowest first.
    pub steps: Vec<BadgeStep>,
}

/// A step of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadgeStep {
    /// Its place, from 1.
    pub position: i32,
    /// Its name.
    pub name: String,
    /// Place on the common scale, 1 to 4, if any.
    pub common_level: Option<u8>,
    /// Whether it means acquired.
    pub is_passing: bool,
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

/// A piece of evidence: its name and its hash, never the piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// "Quiz final", "photo-cordon.jpg".
    pub name: String,
    /// "quiz", "assignment", "file", "comment".
    pub kind: String,
    /// SHA-256 of the piece.
    pub sha256: [u8; 32],
}

/// A place in a status list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusPlace {
    /// The address of the list's credential.
    pub list: String,
    /// The bit, from 0.
    pub index: u64,
}

/// Writes a validation as a badge signed with the platform's key: a JWT whose claims are the credential.
///
/// `platform` is the public address, without a slash at its end. The same award yields the same text.
pub fn sign_badge(key: &SealKey, platform: &str, award: &Award) -> Result<String, NotCanonical> {
    key.sign_token(&claims(platform, award))
}

/// The credential with the registered claims of a JWT that repeat it.
pub(super) fn claims(platform: &str, award: &Award) -> Value {
    let mut claims = credential(platform, award);
    claims["iss"] = claims["issuer"]["id"].clone();
    claims["jti"] = claims["id"].clone();
    claims["nbf"] = award.validated_at.timestamp().into();
    if let Some(at) = award.expires_at {
        claims["exp"] = at.timestamp().into();
    }
    claims
}

fn credential(platform: &str, award: &Award) -> Value {
    let mut credential = json!({
        "@context": CONTEXTS,
        "id": format!("urn:uuid:{}", award.entry),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": award.skill.label,
        "issuer": award.issuer.profile(platform),
        "validFrom": time(award.validated_at),
        "awardedDate": time(award.validated_at),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": identifiers(&award.holder),
            "achievement": achievement(platform, award),
            "result": [{
                "type": ["Result"],
                "resultDescription": scale_id(award),
                "achievedLevel": step_id(award, award.step),
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
    if let Some(at) = award.expires_at {
        credential["validUntil"] = time(at).into();
    }
    if !award.evidence.is_empty() {
        credential["evidence"] = award.evidence.iter().map(evidence).collect();
    }
    credential
}

fn achievement(platform: &str, award: &Award) -> Value {
    let Award { skill, issuer, grid, .. } = award;
    let levels: Vec<Value> = grid
        .steps
        .iter()
        .map(|step| {
            let mut level = json!({
                "id": step_id(award, step.position), "type": ["RubricCriterionLevel"], "name": step.name,
            });
            if let Some(common) = step.common_level {
                // The common scale of the platform, so that steps of two organisations compare.
                level["level"] = common.to_string().into();
            }
            level
        })
        .collect();
    let mut scale = json!({
        "id": scale_id(award), "type": ["ResultDescription"], "name": grid.name,
        "resultType": "RubricCriterionLevel", "rubricCriterionLevel": levels,
    });
    if let Some(required) = grid.steps.iter().find(|step| step.is_passing) {
        scale["requiredLevel"] = step_id(award, required.position).into();
    }
    json!({
        "id": format!("{}/skills/{}", issuer.url(platform), skill.code),
        "type": ["Achievement"],
        "achievementType": "Competency",
        "name": skill.label,
        "description": format!("Compétence {} du référentiel ROME, {}.", skill.code, release(skill.release)),
        "humanCode": skill.code,
        "inLanguage": "fr",
        "criteria": {
            "narrative": format!(
                "Compétence évaluée par {} selon la grille «\u{a0}{}\u{a0}» (version {}).",
                issuer.name, grid.name, grid.version
            ),
        },
        "creator": issuer.profile(platform),
        "alignment": [{
            "type": ["Alignment"],
            "targetType": "ceasn:Competency",
            "targetCode": skill.code,
            "targetName": skill.label,
            "targetFramework": format!("ROME, {}", release(skill.release)),
            "targetUrl": format!("{platform}/referentiel/competences/{}", skill.code),
        }],
        "resultDescription": [scale],
    })
}

fn release(number: i32) -> String {
    if number == 0 { "sans version".to_owned() } else { format!("version {number}") }
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
    json!({
        "id": format!("ni:///sha-256;{}", base64url(&evidence.sha256)),
        "type": ["Evidence"], "name": evidence.name, "genre": evidence.kind,
    })
}

fn scale_id(award: &Award) -> String {
    format!("urn:uuid:{}#v{}", award.grid.id, award.grid.version)
}

fn step_id(award: &Award, position: i32) -> String {
    format!("{}-{position}", scale_id(award))
}

/// As credentials write moments: whole seconds, UTC.
pub(super) fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
