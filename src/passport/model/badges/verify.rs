//! A badge checked: by whom it was signed, whether it is one, whether it counts.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::keys::{GivenKeys, KeySource, NamedKey, VerifyingKey};
use super::multibase::from_base64url;
use super::read::{BadgeFault, Parts, Token};
use super::status::StatusListBadge;
use crate::platform::seal::{hex, instant};

/// What was found in a badge that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedBadge {
    /// What it is for.
    pub name: String,
    /// Its issuer's name, or identifier where it has none.
    pub issuer: String,
    /// Its issuer's identifier.
    pub issuer_id: String,
    /// Whose it is, where the badge says so in words.
    pub holder: Option<String>,
    /// Codes and names of what it is aligned with.
    pub alignments: Vec<(String, String)>,
    /// The name of the level that was reached.
    pub level: Option<String>,
    /// From when it counts.
    pub valid_from: String,
    /// Until when.
    pub valid_until: Option<String>,
    /// Names of its evidence, with the SHA-256 of each where the badge tells it.
    pub evidence: Vec<(String, Option<String>)>,
    /// Which key verified it.
    pub key: KeySource,
    /// What is known of its revocation.
    pub status: FoundStatus,
}

/// What is known of a badge's revocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundStatus {
    /// It names no list: it cannot be revoked in a way that can be checked.
    NoList,
    /// The list stands at this address and was not given.
    NotLookedUp(String),
    /// The list that was given, of this moment, does not revoke it.
    NotRevoked(String),
}

/// Whether a file has the form of a token.
pub fn looks_like_badge(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| Token::read(text).is_ok())
}

/// Checks a badge with the keys and status lists that were given, at this moment. Every fault is told; nothing is fetched.
pub fn verify_badge(
    text: &str,
    keys: &GivenKeys,
    lists: &[StatusListBadge],
    now: DateTime<Utc>,
) -> Result<VerifiedBadge, Vec<BadgeFault>> {
    let token = Token::read(text).map_err(|fault| vec![fault])?;
    let credential = token.credential();
    let parts = Parts::of(credential).map_err(|fault| vec![fault])?;
    let mut faults = parts.contradictions(&token.claims, credential);
    let key = signer(&token, parts.issuer_id, keys).map_err(|fault| faults.push(fault)).ok();
    if parts.from > now {
        faults.push(BadgeFault::NotYet(instant(parts.from)));
    }
    if let Some(until) = parts.until.filter(|until| *until <= now) {
        faults.push(BadgeFault::Expired(instant(until)));
    }
    let status = status(credential, lists).map_err(|fault| faults.push(fault)).ok();
    match (key, status) {
        (Some(key), Some(status)) if faults.is_empty() => Ok(told(credential, &parts, key, status)),
        _ => Err(faults),
    }
}

/// Finds the key that signed a token of this issuer.
pub(super) fn signer(token: &Token, issuer: &str, given: &GivenKeys) -> Result<KeySource, BadgeFault> {
    let algorithm = token.algorithm()?;
    let signed_by = |key: &VerifyingKey| {
        key.algorithm() == algorithm && key.verifies(token.signed.as_bytes(), &token.signature)
    };
    let kid = token.header["kid"].as_str();
    let may_sign = |named: &&NamedKey| {
        named.owner.as_deref().is_none_or(|owner| owner == issuer)
            // A name points at one key; without a match any key given may have signed.
            && kid.is_none_or(|kid| named.is_named(kid) || !given.keys.iter().any(|key| key.is_named(kid)))
    };
    let mut tried = false;
    for named in given.keys.iter().filter(may_sign) {
        tried = true;
        if signed_by(&named.key) {
            return Ok(named.source.clone());
        }
    }
    if let Ok(key) = VerifyingKey::of_did_key(issuer) {
        return if signed_by(&key) { Ok(KeySource::Issuer) } else { Err(BadgeFault::Signature) };
    }
    match token.header.get("jwk").map(VerifyingKey::of_jwk) {
        Some(Ok(key)) if signed_by(&key) => Ok(KeySource::Badge),
        Some(_) => Err(BadgeFault::Signature),
        None if tried => Err(BadgeFault::Signature),
        None => Err(BadgeFault::NoKey),
    }
}

fn status(credential: &Value, lists: &[StatusListBadge]) -> Result<FoundStatus, BadgeFault> {
    let entries = match &credential["credentialStatus"] {
        Value::Array(entries) => entries.as_slice(),
        Value::Object(_) => std::slice::from_ref(&credential["credentialStatus"]),
        _ => return Ok(FoundStatus::NoList),
    };
    let is_revocation =
        |entry: &&Value| entry["statusPurpose"].as_str().is_none_or(|purpose| purpose == "revocation");
    let Some(entry) = entries.iter().find(is_revocation) else { return Ok(FoundStatus::NoList) };
    let url = entry["statusListCredential"].as_str().or(entry["id"].as_str()).unwrap_or_default();
    let Some(list) = lists.iter().find(|list| list.url == url) else {
        return Ok(FoundStatus::NotLookedUp(url.to_owned()));
    };
    // The specification writes the index as a text; some write a number.
    let index = &entry["statusListIndex"];
    let index = index.as_u64().or_else(|| index.as_str().and_then(|text| text.parse().ok()));
    match index.and_then(|index| list.list.is_set(index)) {
        Some(false) => Ok(FoundStatus::NotRevoked(list.as_of.clone())),
        Some(true) => Err(BadgeFault::Revoked(list.as_of.clone())),
        None => Err(BadgeFault::Structure("credentialStatus")),
    }
}

fn told(credential: &Value, parts: &Parts<'_>, key: KeySource, status: FoundStatus) -> VerifiedBadge {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let all = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let name = |identifier: &Value| {
        let is_name = identifier["identityType"] == "name" && identifier["hashed"] != true;
        if is_name { text(&identifier["identityHash"]) } else { None }
    };
    let reached = &parts.subject["result"][0]["achievedLevel"];
    let level = all(&parts.achievement["resultDescription"])
        .iter()
        .flat_map(|description| all(&description["rubricCriterionLevel"]))
        .find(|level| level["id"].is_string() && level["id"] == *reached)
        .and_then(|level| text(&level["name"]));
    let alignment = |alignment: &Value| {
        let code = text(&alignment["targetCode"]).unwrap_or_default();
        Some((code, text(&alignment["targetName"])?))
    };
    let evidence = |evidence: &Value| {
        let sha256 = evidence["id"].as_str().and_then(|id| id.strip_prefix("ni:///sha-256;"));
        let sha256 = sha256.and_then(from_base64url).map(|bytes| hex(&bytes));
        Some((text(&evidence["name"]).or(text(&evidence["id"]))?, sha256))
    };
    VerifiedBadge {
        name: text(&parts.achievement["name"]).unwrap_or_default(),
        issuer: parts.issuer_name.unwrap_or(parts.issuer_id).to_owned(),
        issuer_id: parts.issuer_id.to_owned(),
        holder: all(&parts.subject["identifier"]).iter().find_map(name),
        alignments: all(&parts.achievement["alignment"]).iter().filter_map(alignment).collect(),
        level,
        valid_from: instant(parts.from),
        valid_until: parts.until.map(instant),
        evidence: all(&credential["evidence"]).iter().filter_map(evidence).collect(),
        key,
        status,
    }
}
