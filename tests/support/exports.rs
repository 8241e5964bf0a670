//! Exports of passports: asked for, written, fetched; and what other platforms sign.

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use carnet::platform::seal::{PublicKey, SealKey};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::app::TestApp;
use super::client::{Answer, Client, send};
use super::files::pdf;
use super::passport::Workshop;
use super::users::User;

/// A workshop whose trainee holds skills, one of each fate.
pub struct Holder {
    pub workshop: Workshop,
    /// Skills of `M1805`.
    pub skills: Vec<String>,
    /// Validated at level 3, and stands.
    pub valid: String,
    /// Revoked.
    pub revoked: String,
    /// Not acquired.
    pub failed: String,
}

/// The bytes of an export that is ready.
pub async fn fetch(client: &Client, id: &str) -> Vec<u8> {
    let path = format!("/me/passport/exports/{id}/file");
    let answer = client.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    answer.bytes().await.unwrap().to_vec()
}

/// Sends a file as the body of a request.
pub async fn send_file(client: &Client, path: &str, bytes: &[u8]) -> Answer {
    let request = client.request(Method::POST, path).header("content-type", "application/octet-stream");
    send(request.body(bytes.to_vec())).await
}

/// What the public check of a file finds.
pub async fn checked(app: &TestApp, bytes: &[u8]) -> Value {
    send_file(&app.anonymous(), "/passport-checks/file", bytes).await.expect(200)
}

/// The content of a signed JSON.
pub fn document(json: &[u8]) -> Value {
    let signed: Value = serde_json::from_slice(json).unwrap();
    signed["document"].clone()
}

impl TestApp {
    /// The keys that verify what this server seals.
    pub fn seal_keys(&self) -> [PublicKey; 1] {
        [self.state.part::<SealKey>().public().clone()]
    }

    /// Asks for an export, has it written, and fetches it: its id and its bytes.
    pub async fn exported(&self, user: &User, body: &Value) -> (String, Vec<u8>) {
        let asked = user.client.post("/me/passport/exports", body).await.expect(201);
        let id = asked["id"].as_str().unwrap().to_owned();
        self.run_jobs().await;
        let bytes = fetch(&user.client, &id).await;
        (id, bytes)
    }

    /// Somebody with a declared skill, a validation that stands, one that was revoked, and one not acquired.
    pub async fn holder(&self) -> Holder {
        let workshop = self.workshop("Atelier des métiers").await;
        let skills = self.skills_of("M1805");
        let client = &workshop.trainee.client;
        client.put(&format!("/me/skills/{}", skills[3]), json!({ "level": 2 })).await.expect(200);
        let valid = workshop.validate(self, &workshop.body(&skills[0], 2)).await;
        let revoked = workshop.validate(self, &workshop.body(&skills[1], 2)).await;
        let failed = workshop.validate(self, &workshop.body(&skills[2], 0)).await;
        self.revoke(&workshop, &revoked).await;
        Holder { workshop, skills, valid, revoked, failed }
    }

    /// Revokes a validation of the workshop.
    pub async fn revoke(&self, workshop: &Workshop, id: &str) {
        let reason = json!({ "reason_code": "mistake", "reason": "Saisie pour une autre personne." });
        let trainer = self.renewed(&workshop.trainer);
        trainer.client.post(&format!("{}/{id}/revoke", workshop.path()), reason).await.expect(201);
    }

    /// A declared experience with one document as its proof: the ids of both.
    pub async fn proven_experience(&self, user: &User, skill: &str, word: &str) -> (String, String) {
        let draft = json!({
            "title": "Chantier bénévole", "organisation_name": "Association Toits", "place": "Lyon",
            "started_on": "2020-01-06", "description": "Trois maisons.",
            "skills": [{ "skill": skill, "level": 3 }], "jobs": [],
        });
        let made = user.client.post("/me/experiences", &draft).await.expect(201);
        let id = made["id"].as_str().unwrap().to_owned();
        user.client.post(&format!("/me/experiences/{id}/declare"), ()).await.expect(200);
        let bytes = pdf(&format!("<< /Canary ({word}) >>"));
        let file = user.client.upload("/me/files", "Diplome.pdf", bytes).await.expect(201);
        let added = json!({ "file_id": file["id"] });
        let after = user.client.post(&format!("/me/experiences/{id}/proofs"), &added).await.expect(201);
        let proof = after["proofs"][0]["id"].as_str().unwrap().to_owned();
        (id, proof)
    }
}

/// A badge that another issuer gave to this address, signed with the key that names it.
pub fn foreign_badge(email: &str, seed: u8) -> String {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
    let public = [[0xed, 0x01].as_slice(), pair.public_key().as_ref()].concat();
    let issuer = format!("did:key:u{}", URL_SAFE_NO_PAD.encode(public));
    let digest = Sha256::digest(format!("{email}sel"));
    let digest = digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let claims = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:1", "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "Soudure",
        "issuer": { "id": issuer, "type": "Profile", "name": "École du Rhône" }, "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "type": "AchievementSubject",
            "identifier": [{ "type": "IdentityObject", "identityType": "emailAddress", "hashed": true,
                "identityHash": format!("sha256${digest}"), "salt": "sel" }],
            "achievement": { "id": "urn:uuid:2", "type": "Achievement", "name": "Soudure", "description": "x",
                "criteria": { "narrative": "y" },
                "alignment": [{ "type": "Alignment", "targetCode": "300298", "targetName": "Souder à l’arc",
                    "targetUrl": "https://ecole.example/300298" }] },
        },
    });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&json!({ "alg": "EdDSA", "typ": "JWT" })), part(&claims));
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(pair.sign(signed.as_bytes()).as_ref()))
}
