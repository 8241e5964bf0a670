//! Tokens signed with the platform's key (JWS in compact form, RFC 7515), which carry the key that verifies them.
//!
//! What is signed here is base64url and dots on one line; what a seal signs holds a line end. So neither can ever be
//! presented as the other.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::canonical::{NotCanonical, canonical};
use super::{PublicKey, SealKey};

impl PublicKey {
    /// The key as a JWK (RFC 8037); nothing when what it holds is not base64.
    pub fn to_jwk(&self) -> Option<Value> {
        let bytes = STANDARD.decode(&self.public_key).ok()?;
        Some(
            json!({ "kty": "OKP", "crv": "Ed25519", "kid": self.key_id, "x": URL_SAFE_NO_PAD.encode(bytes) }),
        )
    }
}

impl SealKey {
    /// Signs claims as a token; the same claims yield the same token. Its header holds the public key.
    pub fn sign_token(&self, claims: &Value) -> Result<String, NotCanonical> {
        let header = json!({ "alg": "EdDSA", "typ": "JWT", "jwk": self.public().to_jwk() });
        let part = |value: &Value| canonical(value).map(|text| URL_SAFE_NO_PAD.encode(text));
        let signed = format!("{}.{}", part(&header)?, part(claims)?);
        let signature = URL_SAFE_NO_PAD.encode(self.pair.sign(signed.as_bytes()).as_ref());
        Ok(format!("{signed}.{signature}"))
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};

    use super::super::test_key;
    use super::*;

    #[test]
    fn a_token_is_verified_with_the_key_it_names() {
        let key = test_key(1);
        let token = key.sign_token(&json!({ "b": 1, "a": "é" })).unwrap();
        assert_eq!(token, key.sign_token(&json!({ "a": "é", "b": 1 })).unwrap());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let header = URL_SAFE_NO_PAD.decode(signed.split('.').next().unwrap()).unwrap();
        let header: Value = serde_json::from_slice(&header).unwrap();
        let (x, kid) = (header["jwk"]["x"].as_str().unwrap(), header["jwk"]["kid"].as_str().unwrap());
        assert_eq!(kid, key.public().key_id);
        let public = URL_SAFE_NO_PAD.decode(x).unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        UnparsedPublicKey::new(&ED25519, public).verify(signed.as_bytes(), &signature).unwrap();
    }

    #[test]
    fn a_token_is_no_seal() {
        let token = test_key(1).sign_token(&json!({})).unwrap();
        assert!(!token.contains('\n'), "what a seal signs holds a line end");
        assert!(test_key(1).sign_token(&json!({ "half": 0.5 })).is_err());
    }
}
