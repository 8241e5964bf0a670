//! Badges of other platforms, with keys of every kind.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::super::keys::VerifyingKey;
use super::super::*;
use super::now;

/// A badge of another platform: this header, these claims, signed so.
fn foreign(header: &Value, issuer: &str, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let claims = json!({
        "@context": CONTEXTS, "id": "urn:uuid:1", "type": ["VerifiableCredential", "AchievementCredential"],
        "name": "Badge", "issuer": { "id": issuer, "type": "Profile" }, "validFrom": "2026-01-01T00:00:00+01:00",
        "credentialSubject": { "type": "AchievementSubject", "achievement": {
            "id": "urn:uuid:2", "type": "Achievement", "name": "Soudure", "description": "x",
            "criteria": { "narrative": "y" } } },
    });
    token(header, &claims, sign)
}

fn token(header: &Value, claims: &Value, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    let signature = URL_SAFE_NO_PAD.encode(sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

#[test]
fn a_did_key_is_its_issuer() {
    // The example of the did:key specification for Ed25519.
    let did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    assert_eq!(VerifyingKey::of_did_key(did).unwrap().algorithm(), "EdDSA");
    let pair = Ed25519KeyPair::from_seed_unchecked(&[3; 32]).unwrap();
    let sign = |bytes: &[u8]| pair.sign(bytes).as_ref().to_vec();
    let public = pair.public_key().as_ref();
    let own = format!("did:key:u{}", URL_SAFE_NO_PAD.encode([[0xed, 0x01].as_slice(), public].concat()));
    let verified =
        verify_badge(&foreign(&json!({ "alg": "EdDSA" }), &own, sign), &GivenKeys::default(), &[], now());
    let verified = verified.unwrap();
    assert_eq!((verified.key, verified.status), (KeySource::Issuer, FoundStatus::NoList));
    let stolen = foreign(&json!({ "alg": "EdDSA" }), did, sign);
    assert_eq!(verify_badge(&stolen, &GivenKeys::default(), &[], now()), Err(vec![BadgeFault::Signature]));
}

#[test]
fn keys_of_a_did_document_verify_their_owner_alone() {
    let random = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref()).unwrap();
    let sign = |bytes: &[u8]| pair.sign(&random, bytes).unwrap().as_ref().to_vec();
    let point = pair.public_key().as_ref();
    let part = |range: std::ops::Range<usize>| URL_SAFE_NO_PAD.encode(&point[range]);
    let jwk = json!({ "kty": "EC", "crv": "P-256", "x": part(1..33), "y": part(33..65) });
    let did = json!({ "id": "did:web:ecole.example", "verificationMethod": [
        { "id": "#autre", "type": "Multikey", "publicKeyMultibase": "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK" },
        { "id": "#cle", "type": "JsonWebKey", "publicKeyJwk": jwk },
    ] });
    let mut keys = GivenKeys::default();
    keys.add_file(did.to_string().as_bytes()).unwrap();
    let header = json!({ "alg": "ES256", "kid": "did:web:ecole.example#cle" });
    let own = foreign(&header, "did:web:ecole.example", sign);
    let source = verify_badge(&own, &keys, &[], now()).unwrap().key;
    assert_eq!(source, KeySource::Given(Some("#cle".to_owned())));
    let other = foreign(&header, "did:web:autre.example", sign);
    assert_eq!(verify_badge(&other, &keys, &[], now()), Err(vec![BadgeFault::NoKey]));
    let wrong_key = foreign(
        &json!({ "alg": "ES256", "kid": "did:web:ecole.example#autre" }),
        "did:web:ecole.example",
        sign,
    );
    assert_eq!(verify_badge(&wrong_key, &keys, &[], now()), Err(vec![BadgeFault::Signature]));
    // The same key as a JWK of its own, without an owner, is whose the reader says.
    let mut alone = GivenKeys::default();
    alone.add_file(jwk.to_string().as_bytes()).unwrap();
    assert_eq!(verify_badge(&other, &alone, &[], now()).unwrap().key, KeySource::Given(None));
    for file in
        ["", "[]", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\"}]}", "{\"verificationMethod\":[]}"]
    {
        assert!(GivenKeys::default().add_file(file.as_bytes()).is_err(), "{file}");
    }
}

#[test]
fn what_a_header_may_not_ask_for_is_refused() {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[3; 32]).unwrap();
    let sign = |bytes: &[u8]| pair.sign(bytes).as_ref().to_vec();
    let jwk =
        json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(pair.public_key().as_ref()) });
    let refused = |header: Value| {
        let text = foreign(&header, "https://ecole.example", sign);
        verify_badge(&text, &GivenKeys::default(), &[], now()).unwrap_err()
    };
    for alg in ["none", "HS256", "RS512", ""] {
        assert!(matches!(refused(json!({ "alg": alg, "jwk": jwk }))[0], BadgeFault::Header(_)), "{alg}");
    }
    assert!(matches!(
        refused(json!({ "alg": "EdDSA", "crit": ["b64"], "jwk": jwk }))[0],
        BadgeFault::Header(_)
    ));
    assert_eq!(refused(json!({ "alg": "ES256", "jwk": jwk })), [BadgeFault::Signature]);
    assert_eq!(refused(json!({ "alg": "EdDSA" })), [BadgeFault::NoKey]);
}

#[test]
fn an_rsa_key_verifies_as_a_jwk_and_as_a_did() {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let sign = |bytes: &[u8]| {
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), bytes, &mut signature).unwrap();
        signature
    };
    // PKCS#1 of a key of 2,048 bits: two heads, the modulus, a head, the exponent 65,537.
    let der = pair.public_key().as_ref();
    let (n, e) = (&der[9..265], &der[267..270]);
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let jwk = json!({ "kty": "RSA", "kid": "clé", "n": part(n), "e": part(e) });
    let mut keys = GivenKeys::default();
    keys.add_file(json!({ "keys": [jwk] }).to_string().as_bytes()).unwrap();
    let text = foreign(&json!({ "alg": "RS256", "kid": "clé" }), "https://ecole.example", sign);
    assert_eq!(verify_badge(&text, &keys, &[], now()).unwrap().key, KeySource::Given(Some("clé".to_owned())));
    let did = format!("did:key:u{}", part(&[[0x85, 0x24].as_slice(), der].concat()));
    let text = foreign(&json!({ "alg": "RS256" }), &did, sign);
    assert_eq!(verify_badge(&text, &GivenKeys::default(), &[], now()).unwrap().key, KeySource::Issuer);
}
