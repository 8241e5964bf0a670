//! Tokens: signed access tokens that live five minutes, and opaque ones of which only the hash is stored.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::secrets::Secrets;
use crate::ids::{Ids, PersonId, SessionId};

/// How long an access token lives, in seconds.
pub const ACCESS_SECONDS: i64 = 300;
/// How far two clocks may differ, in seconds.
const LEEWAY_SECONDS: i64 = 5;
/// Longer than any token of ours: a longer one is not even parsed.
const LONGEST: usize = 1024;
const ISSUER: &str = "carnet";
const AUDIENCE: &str = "carnet-api";
/// The media type of RFC 9068: no other signed token of ours can pass for an access token.
const KIND: &str = "at+jwt";

/// What an access token says. Every claim is required and of exactly this type.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AccessClaims {
    iss: String,
    aud: String,
    /// Whose account it is.
    pub sub: PersonId,
    /// The session it belongs to.
    pub sid: SessionId,
    /// Names this token among the session's.
    pub jti: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
}

impl AccessClaims {
    /// Claims of a token issued now.
    pub fn new(person: PersonId, session: SessionId, jti: Uuid, now: DateTime<Utc>) -> Self {
        let now = now.timestamp();
        Self {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            sub: person,
            sid: session,
            jti,
            iat: now,
            nbf: now,
            exp: now + ACCESS_SECONDS,
        }
    }

    fn is_for_us_at(&self, now: i64) -> bool {
        self.iss == ISSUER
            && self.aud == AUDIENCE
            && self.nbf <= now.saturating_add(LEEWAY_SECONDS)
            && self.exp > now.saturating_sub(LEEWAY_SECONDS)
            && self.exp.checked_sub(self.iat).is_some_and(|life| life <= ACCESS_SECONDS)
    }
}

/// Signs and verifies access tokens.
pub struct AccessTokens {
    signing: EncodingKey,
    verifying: DecodingKey,
    validation: Validation,
}

impl AccessTokens {
    /// With a key of their own, derived from the installation's secret.
    pub fn new(secrets: &Secrets) -> Self {
        let key = secrets.derive("access token, HS256");
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        // Times are compared with our own clock, in `AccessClaims::is_for_us_at`.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        Self {
            signing: EncodingKey::from_secret(&key),
            verifying: DecodingKey::from_secret(&key),
            validation,
        }
    }

    /// The signed token.
    pub fn sign(&self, claims: &AccessClaims) -> anyhow::Result<String> {
        let header = Header { typ: Some(KIND.to_owned()), ..Header::new(Algorithm::HS256) };
        Ok(jsonwebtoken::encode(&header, claims, &self.signing)?)
    }

    /// The claims, when the token is ours and in force.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Option<AccessClaims> {
        if token.len() > LONGEST {
            return None;
        }
        let data = jsonwebtoken::decode::<AccessClaims>(token, &self.verifying, &self.validation).ok()?;
        let is_access = data.header.typ.as_deref() == Some(KIND);
        (is_access && data.claims.is_for_us_at(now.timestamp())).then_some(data.claims)
    }
}

/// A random token handed out once; the database keeps its hash only.
#[derive(Clone)]
pub struct OpaqueToken(String);

impl OpaqueToken {
    /// A new one: 256 random bits.
    pub fn draw(ids: &Ids) -> Self {
        Self(URL_SAFE_NO_PAD.encode(ids.secret::<32>()))
    }

    /// One that somebody presents.
    pub fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text to hand out.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored and looked up.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}
