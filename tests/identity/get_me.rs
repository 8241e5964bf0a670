use crate::support::app::TestApp;

#[tokio::test]
async fn a_person_sees_their_own_account() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let me = ines.client.get("/me").await.expect(200);
    assert_eq!(me["id"], ines.id.to_string());
    assert_eq!(me["email"], ines.email);
    assert_eq!((me["first_name"].as_str(), me["last_name"].as_str()), (Some("Inès"), Some("Lefèvre")));
    assert_eq!(me["profile_id"], ines.profile.to_string());
    assert_eq!((me["totp_enabled"].as_bool(), me["platform_admin"].as_bool()), (Some(false), Some(false)));
    assert_eq!(me.as_object().unwrap().len(), 7, "nothing else is told: {me}");
    assert_eq!(app.platform_admin().await.client.get("/me").await.expect(200)["platform_admin"], true);
}

#[tokio::test]
async fn nobody_is_refused() {
    let app = TestApp::start().await;
    let answer = app.anonymous().get("/me").await;
    assert_eq!(answer.headers["www-authenticate"], "Bearer");
    answer.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_disabled_account_is_refused_at_once() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    person.client.get("/me").await.expect(200);
    sqlx::query("UPDATE person SET disabled_at = $2 WHERE id = $1")
        .bind(person.id)
        .bind(app.state.clock.now())
        .execute(&app.state.pool)
        .await
        .unwrap();
    person.client.get("/me").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn an_access_token_lives_five_minutes() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    app.advance(chrono::Duration::seconds(304));
    person.client.get("/me").await.expect(200);
    app.advance(chrono::Duration::seconds(1));
    person.client.get("/me").await.expect_problem(401, "unauthenticated");
    app.renewed(&person).client.get("/me").await.expect(200);
}
