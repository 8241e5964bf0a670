//! The keys a badge may be verified with: given by whoever checks, named by the issuer (`did:key`), or held by the badge.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;

use super::multibase::{from_base64url, from_multibase};
use crate::platform::seal::PublicKey;

/// What a file of keys, or a key in a badge, is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// Neither keys of a platform, a JWK, a set of them nor a DID document.
    #[error("this is no list of keys")]
    Unreadable,
    /// A key of a kind that no badge is verified with here.
    #[error("the kind of the key is not known")]
    Kind,
}

/// Where the key came from that verified a badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeySource {
    /// From the platform's published list, under this name.
    Platform(String),
    /// From a file of keys that whoever checks gave, under this name where it has one.
    Given(Option<String>),
    /// From the name of the issuer, which is the key (`did:key`).
    Issuer,
    /// From the badge itself: it was not altered since, and nothing tells who made it.
    Badge,
}

/// A key that verifies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum VerifyingKey {
    /// 32 bytes.
    Ed25519(Vec<u8>),
    /// A point of P-256, compressed or not.
    P256(Vec<u8>),
    /// Modulus and exponent.
    Rsa { n: Vec<u8>, e: Vec<u8> },
    /// As PKCS#1 writes it.
    RsaDer(Vec<u8>),
}

impl VerifyingKey {
    /// The key of a JWK.
    pub fn of_jwk(jwk: &Value) -> Result<Self, KeyFault> {
        let bytes = |name: &str| jwk[name].as_str().and_then(from_base64url).ok_or(KeyFault::Unreadable);
        match (jwk["kty"].as_str(), jwk["crv"].as_str()) {
            (Some("OKP"), Some("Ed25519")) => Self::of_size(bytes("x")?, 32).map(Self::Ed25519),
            (Some("EC"), Some("P-256")) => {
                let (x, y) = (Self::of_size(bytes("x")?, 32)?, Self::of_size(bytes("y")?, 32)?);
                Ok(Self::P256([[4].as_slice(), &x, &y].concat()))
            }
            (Some("RSA"), _) => Ok(Self::Rsa { n: bytes("n")?, e: bytes("e")? }),
            _ => Err(KeyFault::Kind),
        }
    }

    /// The key that a `did:key` is, with or without the fragment that repeats it.
    pub fn of_did_key(did: &str) -> Result<Self, KeyFault> {
        let text = did.strip_prefix("did:key:").ok_or(KeyFault::Unreadable)?;
        Self::of_multikey(text.split('#').next().unwrap_or_default())
    }

    /// A key in multibase, its kind before it.
    fn of_multikey(text: &str) -> Result<Self, KeyFault> {
        let bytes = from_multibase(text).ok_or(KeyFault::Unreadable)?;
        // The codes of the kinds, as multicodec writes them (unsigned varint).
        match bytes.split_at_checked(2).ok_or(KeyFault::Unreadable)? {
            ([0xed, 0x01], key) => Self::of_size(key.to_vec(), 32).map(Self::Ed25519),
            ([0x80, 0x24], key) => Self::of_size(key.to_vec(), 33).map(Self::P256),
            ([0x85, 0x24], key) => Ok(Self::RsaDer(key.to_vec())),
            _ => Err(KeyFault::Kind),
        }
    }

    fn of_size(bytes: Vec<u8>, size: usize) -> Result<Vec<u8>, KeyFault> {
        if bytes.len() == size { Ok(bytes) } else { Err(KeyFault::Unreadable) }
    }

    /// The algorithm of tokens signed with it. A token that names another one is not verified with it.
    pub const fn algorithm(&self) -> &'static str {
        match self {
            Self::Ed25519(_) => "EdDSA",
            Self::P256(_) => "ES256",
            Self::Rsa { .. } | Self::RsaDer(_) => "RS256",
        }
    }

    /// Whether it signed this.
    pub fn verifies(&self, signed: &[u8], signature: &[u8]) -> bool {
        let verified = match self {
            Self::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(signed, signature),
            Self::P256(key) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key).verify(signed, signature)
            }
            Self::Rsa { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature)
            }
            Self::RsaDer(key) => {
                UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key).verify(signed, signature)
            }
        };
        verified.is_ok()
    }
}

/// A key with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedKey {
    pub source: KeySource,
    /// The issuer it belongs to, where its file says so: it verifies nobody else's badges.
    pub owner: Option<String>,
    pub key: VerifyingKey,
}

impl NamedKey {
    /// Whether a token's `kid` names it.
    pub fn is_named(&self, kid: &str) -> bool {
        match &self.source {
            KeySource::Platform(id) => id == kid,
            KeySource::Given(Some(id)) => {
                // In a DID document a name may be only its fragment.
                id == kid || self.owner.as_ref().is_some_and(|owner| format!("{owner}{id}") == kid)
            }
            KeySource::Given(None) | KeySource::Issuer | KeySource::Badge => false,
        }
    }
}

/// The keys that whoever checks gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenKeys {
    pub(super) platform: Vec<PublicKey>,
    pub(super) keys: Vec<NamedKey>,
}

impl GivenKeys {
    /// The platform's published keys and nothing else.
    pub fn of_platform(keys: &[PublicKey]) -> Self {
        let mut given = Self::default();
        for key in keys {
            given.add_platform(key);
        }
        given
    }

    /// The keys that verify seals.
    pub fn platform(&self) -> &[PublicKey] {
        &self.platform
    }

    /// Takes in a file: the keys of a platform, a JWK, a set of JWK, or a DID document. Keys of an unknown kind in a
    /// list are passed over; a file of none but those is refused.
    pub fn add_file(&mut self, bytes: &[u8]) -> Result<(), KeyFault> {
        let file: Value = serde_json::from_slice(bytes).map_err(|_| KeyFault::Unreadable)?;
        let before = self.platform.len() + self.keys.len();
        if let Some(methods) = file["verificationMethod"].as_array() {
            let owner = file["id"].as_str().ok_or(KeyFault::Unreadable)?;
            for method in methods {
                self.add_method(owner, method);
            }
        } else if let Some(keys) = file["keys"].as_array() {
            for key in keys {
                self.add_listed(key);
            }
        } else {
            self.add_jwk(&file)?;
        }
        if self.platform.len() + self.keys.len() == before { Err(KeyFault::Kind) } else { Ok(()) }
    }

    fn add_platform(&mut self, key: &PublicKey) {
        let Ok(bytes) = STANDARD.decode(&key.public_key) else { return };
        self.keys.push(NamedKey {
            source: KeySource::Platform(key.key_id.clone()),
            owner: None,
            key: VerifyingKey::Ed25519(bytes),
        });
        self.platform.push(key.clone());
    }

    fn add_listed(&mut self, key: &Value) {
        match PublicKey::deserialize(key) {
            Ok(key) => self.add_platform(&key),
            Err(_) => {
                // One of an unknown kind beside others is none of ours.
                let _ = self.add_jwk(key);
            }
        }
    }

    fn add_jwk(&mut self, jwk: &Value) -> Result<(), KeyFault> {
        let key = VerifyingKey::of_jwk(jwk)?;
        let id = jwk["kid"].as_str().map(str::to_owned);
        self.keys.push(NamedKey { source: KeySource::Given(id), owner: None, key });
        Ok(())
    }

    fn add_method(&mut self, owner: &str, method: &Value) {
        let key = match (method.get("publicKeyJwk"), method["publicKeyMultibase"].as_str()) {
            (Some(jwk), _) => VerifyingKey::of_jwk(jwk),
            (None, Some(text)) => VerifyingKey::of_multikey(text),
            (None, None) => return,
        };
        let Ok(key) = key else { return };
        let id = method["id"].as_str().map(str::to_owned);
        self.keys.push(NamedKey { source: KeySource::Given(id), owner: Some(owner.to_owned()), key });
    }
}
