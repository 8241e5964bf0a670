//! Tokens that nobody should believe: each is answered exactly as no token at all.

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use carnet::platform::secrets::Secrets;
use reqwest::Method;
use serde_json::{Value, json};

use super::{cookie, login};
use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::users::PASSWORD;

const HEADER: &str = r#"{"typ":"at+jwt","alg":"HS256"}"#;

fn encoded(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn signed(key: &[u8], algorithm: hmac::Algorithm, header: &str, payload: &str) -> String {
    let message = format!("{}.{}", encoded(header), encoded(payload));
    let tag = hmac::sign(&hmac::Key::new(algorithm, key), message.as_bytes());
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(tag))
}

struct Forge {
    key: [u8; 32],
    claims: Value,
}

impl Forge {
    /// Signed with the true key: only what the token says is wrong.
    fn ours(&self, header: &str, payload: &str) -> String {
        signed(&self.key, hmac::HMAC_SHA256, header, payload)
    }

    /// The true claims with one of them replaced (or removed, by null).
    fn with(&self, claim: &str, value: Value) -> String {
        let mut claims = self.claims.clone();
        if value.is_null() {
            claims.as_object_mut().unwrap().remove(claim);
        } else {
            claims[claim] = value;
        }
        self.ours(HEADER, &claims.to_string())
    }

    /// The true claims with one of them written in raw JSON.
    fn raw(&self, claim: &str, text: &str) -> String {
        let mut claims = self.claims.clone();
        claims[claim] = json!("@");
        self.ours(HEADER, &claims.to_string().replace("\"@\"", text))
    }
}

fn forgeries(forge: &Forge, now: i64, other_session: &str, refresh: &str) -> Vec<(&'static str, String)> {
    let payload = forge.claims.to_string();
    let message = format!("{}.{}", encoded(HEADER), encoded(&payload));
    let unsigned = |alg: &str| {
        format!("{}.{}.", encoded(&format!(r#"{{"typ":"at+jwt","alg":"{alg}"}}"#)), encoded(&payload))
    };
    let true_token = forge.ours(HEADER, &payload);
    let other =
        |header: &str| signed(b"another key of thirty-two bytes!", hmac::HMAC_SHA256, header, &payload);
    let duplicated = payload.replacen('{', &format!(r#"{{"sub":"{}","#, uuid::Uuid::nil()), 1);
    let mut flipped = true_token.clone().into_bytes();
    *flipped.last_mut().unwrap() ^= 4;
    vec![
        ("alg none", unsigned("none")),
        ("alg None", unsigned("None")),
        ("alg nOnE", unsigned("nOnE")),
        ("alg absent", forge.ours(r#"{"typ":"at+jwt"}"#, &payload)),
        (
            "alg HS512, true key",
            signed(&forge.key, hmac::HMAC_SHA512, r#"{"typ":"at+jwt","alg":"HS512"}"#, &payload),
        ),
        (
            "alg HS384, true key",
            signed(&forge.key, hmac::HMAC_SHA384, r#"{"typ":"at+jwt","alg":"HS384"}"#, &payload),
        ),
        ("alg RS256, HMAC signature", forge.ours(r#"{"typ":"at+jwt","alg":"RS256"}"#, &payload)),
        ("alg EdDSA, HMAC signature", forge.ours(r#"{"typ":"at+jwt","alg":"EdDSA"}"#, &payload)),
        ("empty signature", format!("{message}.")),
        ("no signature", message.clone()),
        ("flipped signature", String::from_utf8(flipped).unwrap()),
        ("four parts", format!("{true_token}.x")),
        ("another key", other(HEADER)),
        ("empty key", signed(b"", hmac::HMAC_SHA256, HEADER, &payload)),
        ("kid is a path", other(r#"{"typ":"at+jwt","alg":"HS256","kid":"../../dev/null"}"#)),
        ("kid is SQL", other(r#"{"typ":"at+jwt","alg":"HS256","kid":"x' UNION SELECT 'k"}"#)),
        ("jku", other(r#"{"typ":"at+jwt","alg":"HS256","jku":"https://evil.example/jwks"}"#)),
        ("x5u", other(r#"{"typ":"at+jwt","alg":"HS256","x5u":"https://evil.example/cert"}"#)),
        ("jwk", other(r#"{"typ":"at+jwt","alg":"HS256","jwk":{"kty":"oct","k":"YQ"}}"#)),
        ("typ JWT", forge.ours(r#"{"typ":"JWT","alg":"HS256"}"#, &payload)),
        ("typ absent", forge.ours(r#"{"alg":"HS256"}"#, &payload)),
        ("exp absent", forge.with("exp", Value::Null)),
        ("exp a string", forge.with("exp", json!("9999999999"))),
        ("exp 1e400", forge.raw("exp", "1e400")),
        ("exp far away", forge.with("exp", json!(now + 10_000_000))),
        ("exp overflowing", forge.with("exp", json!(u64::MAX))),
        ("exp negative", forge.with("exp", json!(-1))),
        ("exp past", forge.with("exp", json!(now - 6))),
        ("exp at the leeway's edge", forge.with("exp", json!(now - 5))),
        ("nbf absent", forge.with("nbf", Value::Null)),
        ("nbf a string", forge.with("nbf", json!("0"))),
        ("nbf to come", forge.with("nbf", json!(now + 6))),
        ("iat absent", forge.with("iat", Value::Null)),
        ("iat a list", forge.with("iat", json!([now]))),
        ("jti absent", forge.with("jti", Value::Null)),
        ("sub absent", forge.with("sub", Value::Null)),
        ("sub of another", forge.with("sub", json!(uuid::Uuid::nil()))),
        ("sub not an id", forge.with("sub", json!("admin"))),
        ("sid absent", forge.with("sid", Value::Null)),
        ("session of another person", forge.with("sid", json!(other_session))),
        ("session unknown", forge.with("sid", json!(uuid::Uuid::nil()))),
        ("iss absent", forge.with("iss", Value::Null)),
        ("iss of another", forge.with("iss", json!("https://evil.example"))),
        ("iss a list", forge.with("iss", json!(["carnet"]))),
        ("aud absent", forge.with("aud", Value::Null)),
        ("aud of another", forge.with("aud", json!("carnet-files"))),
        ("aud a list", forge.with("aud", json!(["carnet-api", "evil"]))),
        ("a claim twice", forge.ours(HEADER, &duplicated)),
        ("a claim too many", forge.with("is_platform_admin", json!(true))),
        ("claims not an object", forge.ours(HEADER, "[]")),
        ("claims not JSON", forge.ours(HEADER, "{")),
        ("header not JSON", forge.ours("{", &payload)),
        ("the refresh token", refresh.trim_start_matches("carnet_refresh=").to_owned()),
        ("empty", String::new()),
        ("dots", "..".to_owned()),
        ("not base64", "é.è.à".replace(|c: char| !c.is_ascii(), "*")),
        ("8 kB", "a".repeat(8_000)),
        ("8 kB of claims", forge.with("jti", json!("a".repeat(6_000)))),
    ]
}

#[tokio::test]
async fn every_forged_token_is_answered_as_no_token() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let other = app.person("Paul", "Martin").await;
    let refresh = cookie(&login(&app, &person.email, PASSWORD).await);
    let key = app.state.part::<Secrets>().derive("access token, HS256");
    let now = app.state.clock.now().timestamp();
    let claims = json!({
        "iss": "carnet", "aud": "carnet-api", "sub": person.id, "sid": person.session, "jti": uuid::Uuid::nil(),
        "iat": now, "nbf": now, "exp": now + 300,
    });
    let forge = Forge { key, claims };
    // The forge is good: what it leaves untouched is believed.
    app.anonymous().with_token(&forge.ours(HEADER, &forge.claims.to_string())).get("/me").await.expect(200);

    let nobody = app.anonymous().get("/me").await.expect_problem(401, "unauthenticated");
    let forged = forgeries(&forge, now, &other.session.to_string(), &refresh);
    assert!(forged.len() >= 50);
    for (name, token) in forged {
        let answer = app.anonymous().with_token(&token).get("/me").await;
        assert_eq!(answer.expect_problem(401, "unauthenticated"), nobody, "{name}");
    }
}

#[tokio::test]
async fn a_megabyte_of_token_is_refused_and_hurts_nobody() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let request = app.anonymous().request(Method::GET, "/me").bearer_auth("a".repeat(1_000_000));
    // The connection may be closed before the whole header was read.
    if let Ok(answer) = request.send().await {
        assert!([400, 401, 431].contains(&answer.status().as_u16()), "{}", answer.status());
    }
    person.client.get("/me").await.expect(200);
}

#[tokio::test]
async fn other_forms_of_the_header_are_refused() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let token = person.access_token();
    for value in
        [format!("Basic {token}"), token.to_owned(), format!("Bearer  {token}"), format!("Bearer {token} x")]
    {
        let request = app.anonymous().request(Method::GET, "/me").header("authorization", &value);
        send(request).await.expect_problem(401, "unauthenticated");
    }
    let twice =
        app.anonymous().request(Method::GET, "/me").bearer_auth(token).header("authorization", "Bearer x");
    send(twice).await.expect_problem(401, "unauthenticated");
    let in_the_url = app.anonymous().request(Method::GET, &format!("/me?access_token={token}"));
    send(in_the_url).await.expect_problem(401, "unauthenticated");
    send(app.anonymous().request(Method::GET, "/me").header("authorization", format!("bearer {token}")))
        .await
        .expect(200);
}
