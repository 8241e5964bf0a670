//! A badge taken apart: its header, its credential, and whether the one is what the specification asks of the other.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::multibase::from_base64url;

/// Longest token read, in bytes.
const LONGEST: usize = 1_048_576;
/// The contexts of the two versions of the data model that Open Badges 3.0 stands on.
const MODELS: [&str; 2] = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"];
/// How the contexts of Open Badges 3.0 begin.
const BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context";

/// Why a badge is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadgeFault {
    /// It is no token of three parts, or its parts are not what they should be.
    #[error("this is no badge secured as a JWT")]
    Unreadable,
    /// Its header asks for what is not done here.
    #[error("the header asks for what cannot be checked: {0}")]
    Header(String),
    /// No key to verify it with was given, named or held.
    #[error("there is no key to verify it with")]
    NoKey,
    /// No key that may sign for its issuer signed it.
    #[error("the signature does not hold")]
    Signature,
    /// What is signed is no Open Badge.
    #[error("what is signed is no Open Badge 3.0: {0} is missing or is not what it should be")]
    Structure(&'static str),
    /// A registered claim says otherwise than the credential.
    #[error("the claim {0} contradicts the credential")]
    Claim(&'static str),
    /// It does not count yet.
    #[error("it counts only from {0}")]
    NotYet(String),
    /// It counts no more.
    #[error("it expired on {0}")]
    Expired(String),
    /// The list that was given says so.
    #[error("it was revoked, says the status list of {0}")]
    Revoked(String),
}

/// A token, its parts decoded.
pub(super) struct Token {
    pub header: Value,
    pub claims: Value,
    /// What the signature is over.
    pub signed: String,
    pub signature: Vec<u8>,
}

impl Token {
    /// Takes a token apart. White space around it is passed over.
    pub fn read(text: &str) -> Result<Self, BadgeFault> {
        let text = text.trim();
        let (signed, signature) = text.rsplit_once('.').ok_or(BadgeFault::Unreadable)?;
        let (header, claims) = signed.split_once('.').ok_or(BadgeFault::Unreadable)?;
        if text.len() > LONGEST || claims.contains('.') {
            return Err(BadgeFault::Unreadable);
        }
        let part = |text: &str| from_base64url(text).ok_or(BadgeFault::Unreadable);
        let object = |text: &str| -> Result<Value, BadgeFault> {
            let value: Value = serde_json::from_slice(&part(text)?).map_err(|_| BadgeFault::Unreadable)?;
            if value.is_object() { Ok(value) } else { Err(BadgeFault::Unreadable) }
        };
        Ok(Self {
            header: object(header)?,
            claims: object(claims)?,
            signed: signed.to_owned(),
            signature: part(signature)?,
        })
    }

    /// The algorithm that its header names, where it is one of the three, and asks for nothing that is not understood.
    pub fn algorithm(&self) -> Result<&str, BadgeFault> {
        if self.header.get("crit").is_some() {
            return Err(BadgeFault::Header("crit".to_owned()));
        }
        match self.header["alg"].as_str() {
            Some(known @ ("EdDSA" | "ES256" | "RS256")) => Ok(known),
            other => Err(BadgeFault::Header(format!("alg {}", other.unwrap_or("?")))),
        }
    }

    /// The credential: the claims themselves, or what the older form wraps in `vc`.
    pub fn credential(&self) -> &Value {
        match self.claims.get("vc") {
            Some(wrapped) if wrapped.is_object() => wrapped,
            _ => &self.claims,
        }
    }
}

/// The parts of an Open Badge that are read.
pub(super) struct Parts<'a> {
    pub issuer_id: &'a str,
    pub issuer_name: Option<&'a str>,
    pub subject: &'a Value,
    pub achievement: &'a Value,
    pub from: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
}

impl<'a> Parts<'a> {
    /// Reads them, and refuses what lacks a property that the specification requires.
    pub fn of(credential: &'a Value) -> Result<Self, BadgeFault> {
        let missing = BadgeFault::Structure;
        if !lists(&credential["@context"], |context| MODELS.contains(&context))
            || !lists(&credential["@context"], |context| context.starts_with(BADGES))
        {
            return Err(missing("@context"));
        }
        let is_badge = |kind: &str| matches!(kind, "OpenBadgeCredential" | "AchievementCredential");
        if !lists(&credential["type"], |kind| kind == "VerifiableCredential")
            || !lists(&credential["type"], is_badge)
        {
            return Err(missing("type"));
        }
        let issuer = &credential["issuer"];
        let issuer_id = issuer.as_str().or_else(|| issuer["id"].as_str()).ok_or(missing("issuer"))?;
        let subject = &credential["credentialSubject"];
        if !lists(&subject["type"], |kind| kind == "AchievementSubject") {
            return Err(missing("credentialSubject"));
        }
        let achievement = &subject["achievement"];
        let has_text = ["id", "name", "description"].iter().all(|name| achievement[*name].is_string());
        if !has_text || !achievement["criteria"].is_object() {
            return Err(missing("achievement"));
        }
        // The first version of the data model calls them otherwise.
        let moment = |name: &'static str, older: &str| -> Result<Option<DateTime<Utc>>, BadgeFault> {
            let Some(value) = credential.get(name).or(credential.get(older)) else { return Ok(None) };
            let text = value.as_str().ok_or(missing(name))?;
            let at = DateTime::parse_from_rfc3339(text).map_err(|_| missing(name))?;
            Ok(Some(at.with_timezone(&Utc)))
        };
        Ok(Self {
            issuer_id,
            issuer_name: issuer["name"].as_str(),
            subject,
            achievement,
            from: moment("validFrom", "issuanceDate")?.ok_or(missing("validFrom"))?,
            until: moment("validUntil", "expirationDate")?,
        })
    }

    /// The registered claims that say otherwise than the credential.
    pub fn contradictions(&self, claims: &Value, credential: &Value) -> Vec<BadgeFault> {
        let text =
            |claim: &str, said: Option<&str>| claims.get(claim).is_some_and(|value| value.as_str() != said);
        let moment = |claim: &str, said: Option<DateTime<Utc>>| {
            claims.get(claim).is_some_and(|value| seconds(value) != said.map(|at| at.timestamp()))
        };
        let found = [
            ("iss", text("iss", Some(self.issuer_id))),
            ("jti", text("jti", credential["id"].as_str())),
            ("sub", text("sub", self.subject["id"].as_str())),
            ("nbf", moment("nbf", Some(self.from))),
            ("exp", moment("exp", self.until)),
        ];
        found.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| BadgeFault::Claim(name)).collect()
    }
}

/// A `NumericDate`: whole seconds, or with a fraction, which is cut.
fn seconds(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds.floor() as i64))
}

/// Whether one of these texts (or this text) is so.
fn lists(value: &Value, is_so: impl Fn(&str) -> bool) -> bool {
    match value {
        Value::String(text) => is_so(text),
        Value::Array(all) => all.iter().filter_map(Value::as_str).any(is_so),
        _ => false,
    }
}
