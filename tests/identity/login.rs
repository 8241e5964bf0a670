use chrono::Duration;
use serde_json::json;

use super::{audited, cookie, login, me};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn the_right_password_opens_a_session() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let answer = login(&app, &person.email.to_uppercase(), PASSWORD).await;
    let set_cookie = answer.headers["set-cookie"].to_str().unwrap().to_owned();
    for attribute in
        ["carnet_refresh=", "Path=/api/v1/auth", "HttpOnly", "SameSite=Strict", "Max-Age=2592000"]
    {
        assert!(set_cookie.contains(attribute), "{set_cookie} lacks {attribute}");
    }
    assert!(!set_cookie.contains("Secure"), "plain HTTP on loopback keeps its cookie");
    assert_eq!(me(&app, &answer).await.expect(200)["id"], person.id.to_string());
    assert_eq!(audited(&app, "account.signed_in").await, 1);
    let body = answer.expect(200);
    assert_eq!((body["token_type"].as_str(), body["expires_in"].as_i64()), (Some("Bearer"), Some(300)));
    assert!(!body.to_string().contains("refresh"), "the refresh token is in the cookie only");
}

#[tokio::test]
async fn two_devices_have_two_sessions() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let (one, two) = (login(&app, &person.email, PASSWORD).await, login(&app, &person.email, PASSWORD).await);
    assert_ne!(cookie(&one), cookie(&two));
    me(&app, &one).await.expect(200);
    me(&app, &two).await.expect(200);
}

#[tokio::test]
async fn the_cookie_is_for_tls_only_unless_the_site_is_this_machine() {
    for (url, secure) in [
        ("https://carnet.example", true),
        ("http://carnet.example", true),
        ("http://localhost:8080", false),
        ("http://[::1]:8080", false),
        ("http://127.0.0.1", false),
    ] {
        let app = TestApp::start_with(&[&format!("--public-url={url}")]).await;
        assert_eq!(app.state.config.has_secure_cookies(), secure, "{url}");
    }
}

#[tokio::test]
async fn wrong_password_and_unknown_address_get_the_same_answer() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let wrong =
        login(&app, &person.email, "Quatre chevaux verts.").await.expect_problem(401, "invalid_credentials");
    let unknown =
        login(&app, "nobody@example.org", PASSWORD).await.expect_problem(401, "invalid_credentials");
    assert_eq!(wrong, unknown);
}

#[tokio::test]
async fn an_unconfirmed_address_cannot_sign_in() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    sqlx::query("UPDATE person SET email_confirmed_at = NULL").execute(&app.state.pool).await.unwrap();
    login(&app, &person.email, PASSWORD).await.expect_problem(403, "email_not_confirmed");
    login(&app, &person.email, "autre chose que cela").await.expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn a_disabled_account_looks_like_a_wrong_password() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    sqlx::query("UPDATE person SET disabled_at = created_at").execute(&app.state.pool).await.unwrap();
    login(&app, &person.email, PASSWORD).await.expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn an_outdated_hash_is_replaced_at_the_first_login() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let stored = || async {
        let query =
            sqlx::query_scalar::<_, String>("SELECT password_hash FROM person WHERE id = $1").bind(person.id);
        query.fetch_one(&app.state.pool).await.unwrap()
    };
    assert!(stored().await.contains("m=8,t=1"));
    login(&app, &person.email, PASSWORD).await.expect(200);
    let current = stored().await;
    assert!(current.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{current}");
    login(&app, &person.email, PASSWORD).await.expect(200);
    assert_eq!(stored().await, current);
}

#[tokio::test]
async fn bad_input_is_refused_by_pointer() {
    let app = TestApp::start().await;
    let anonymous = app.anonymous();
    let post = |body: serde_json::Value| anonymous.post("/auth/login", body);
    post(json!({ "email": "ines", "password": "x" })).await.expect_field("/email", "email_format");
    post(json!({ "email": "ines@example.org" })).await.expect_field("/password", "required");
    post(json!({ "email": "ines@example.org", "password": 3 }))
        .await
        .expect_field("/password", "invalid_type");
    post(json!({ "email": "ines@example.org", "password": "x", "is_admin": true }))
        .await
        .expect_field("/is_admin", "unknown_field");
}

#[tokio::test]
async fn ten_wrong_guesses_cost_a_wait_that_grows() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let person = app.person("Inès", "Lefèvre").await;
    for _ in 0..10 {
        login(&app, &person.email, "faux mot de passe").await.expect_problem(401, "invalid_credentials");
    }
    let refused = login(&app, &person.email, PASSWORD).await;
    assert_eq!(refused.headers["retry-after"], "900");
    refused.expect_problem(429, "too_many_attempts");
    // An unknown address is counted alike.
    for _ in 0..10 {
        login(&app, "nobody@example.org", "faux mot de passe")
            .await
            .expect_problem(401, "invalid_credentials");
    }
    login(&app, "nobody@example.org", PASSWORD).await.expect_problem(429, "too_many_attempts");
    // Others on the same network are not.
    let other = app.person("Paul", "Martin").await;
    login(&app, &other.email, PASSWORD).await.expect(200);

    app.advance(Duration::minutes(15));
    login(&app, &person.email, "faux mot de passe").await.expect_problem(401, "invalid_credentials");
    let refused = login(&app, &person.email, PASSWORD).await;
    assert_eq!(refused.headers["retry-after"], "1800");
    refused.expect_problem(429, "too_many_attempts");
    app.advance(Duration::minutes(30));
    login(&app, &person.email, PASSWORD).await.expect(200);
    login(&app, &person.email, "faux mot de passe").await.expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn a_stranger_elsewhere_locks_nobody_out() {
    let app = TestApp::start_with(&["--limits=on", "--trusted-proxies=127.0.0.1"]).await;
    let person = app.person("Inès", "Lefèvre").await;
    let from = |place: &'static str, password: &'static str| {
        let body = json!({ "email": person.email, "password": password });
        let request = app.anonymous().request(reqwest::Method::POST, "/auth/login").json(&body);
        crate::support::client::send(request.header("x-forwarded-for", place))
    };
    for _ in 0..10 {
        from("203.0.113.7", "faux mot de passe").await.expect_problem(401, "invalid_credentials");
    }
    from("203.0.113.200", PASSWORD).await.expect_problem(429, "too_many_attempts");
    from("2001:db8::7", PASSWORD).await.expect(200);
    from("198.51.100.1", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn parallel_guesses_are_counted_too() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let person = app.person("Inès", "Lefèvre").await;
    let guesses = (0..40).map(|_| login(&app, &person.email, "faux mot de passe"));
    let answers = futures::future::join_all(guesses).await;
    let checked = answers.iter().filter(|answer| answer.status == 401).count();
    assert_eq!(checked, 10, "each guess that reaches the password check is counted first");
    assert!(answers.iter().all(|answer| answer.status == 401 || answer.status == 429));
}

#[tokio::test]
async fn one_password_tried_on_every_account_is_slowed_for_its_network() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let owner = app.person("Inès", "Lefèvre").await;
    login(&app, "nobody@example.org", "faux mot de passe").await.expect_problem(401, "invalid_credentials");
    let spent = sqlx::query("UPDATE login_throttle SET failures = 300 WHERE key = 'sign-in:127.0.0.0/24'");
    assert_eq!(spent.execute(&app.state.pool).await.unwrap().rows_affected(), 1);
    let refused = login(&app, &owner.email, PASSWORD).await;
    assert_eq!(refused.headers["retry-after"], "3");
    refused.expect_problem(429, "too_many_attempts");
    app.advance(Duration::seconds(3));
    login(&app, &owner.email, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn counters_name_no_address() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    login(&app, "Ines.Lefevre@example.org", "faux mot de passe")
        .await
        .expect_problem(401, "invalid_credentials");
    let keys: Vec<String> =
        sqlx::query_scalar("SELECT key FROM login_throttle").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| !key.to_lowercase().contains("lefevre")), "{keys:?}");
}
