//! The erasure of an account is asked for with a word and the password, hides at once, and can be cancelled for fourteen days.

use carnet::orgs::Role;
use carnet::privacy::EraseAccounts;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::search::{SearchApp, hit_ids};
use crate::support::users::{PASSWORD, User};

fn confirmed() -> Value {
    json!({ "word": "EFFACER", "password": PASSWORD })
}

async fn is_there(app: &TestApp, user: &User) -> bool {
    let found: i64 = sqlx::query_scalar("SELECT count(*) FROM person WHERE id = $1")
        .bind(user.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    found == 1
}

#[tokio::test]
async fn the_word_and_the_password_are_asked_for() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let ask = async |word: &str, password: &str| {
        ines.client.post("/me/erasure", json!({ "word": word, "password": password })).await
    };
    ask("effacer", PASSWORD).await.expect_field("/word", "wrong_word");
    ask("EFFACER", "autre chose").await.expect_field("/password", "wrong_password");
    let view = ines.client.get("/me/erasure").await.expect(200);
    assert_eq!((&view["state"], &view["erase_at"]), (&json!("none"), &Value::Null));
    assert!(view["goes"].as_array().unwrap().len() > 10);
    let planned = ask("EFFACER", PASSWORD).await.expect(201);
    assert_eq!(
        (&planned["state"], &planned["erase_at"]),
        (&json!("planned"), &json!("2026-03-17T08:00:00Z"))
    );
    let again = ask("EFFACER", PASSWORD).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "planned");
    let mails = app.mails_to(&ines.email).await;
    assert_eq!(mails.last().unwrap().subject, "Votre compte Carnet va être effacé");
    assert!(mails.last().unwrap().body.contains("17/03/2026"));
}

#[tokio::test]
async fn nobody_finds_the_person_from_the_answer_on_and_cancelling_shows_nobody_again() {
    let app = SearchApp::start().await;
    let (ines, renee) = (app.person("Inès", "Effacée").await, app.searcher().await);
    ines.client.put("/me/skills/101", json!({ "level": 3 })).await.expect(200);
    let policy = ines.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    let visible = json!({ "visible": true, "policy_version": policy });
    ines.client.put("/me/visibility", &visible).await.expect(200);
    app.settled().await;
    let search =
        async || renee.user.client.post("/profile-search", json!({ "name": "Effacée" })).await.expect(200);
    assert_eq!(hit_ids(&search().await), [ines.profile.0]);
    ines.client.post("/me/erasure", confirmed()).await.expect(201);
    assert_eq!(search().await["total"], 0);
    renee.user.client.get(&format!("/profiles/{}", ines.profile)).await.expect_problem(404, "not_found");
    ines.client.put("/me/visibility", &visible).await.expect_problem(409, "erasure_planned");
    // The session stays, so that one can change one's mind.
    ines.client.get("/me").await.expect(200);
    ines.client.delete("/me/erasure").await.expect(204);
    let none = ines.client.delete("/me/erasure").await.expect_problem(409, "illegal_transition");
    assert_eq!(none["current_state"], "none");
    app.settled().await;
    assert_eq!(search().await["total"], 0, "cancelling gives no consent");
    let consents = ines.client.get("/me/consents").await.expect(200);
    assert_eq!(consents["items"][0]["kind"], "visibility_withdrawn");
    ines.client.put("/me/visibility", &visible).await.expect(200);
    app.settled().await;
    assert_eq!(search().await["total"], 1);
}

#[tokio::test]
async fn it_is_done_after_fourteen_days_and_not_a_second_before() {
    let app = TestApp::start().await;
    let (ines, paul) = (app.person("Inès", "Lefèvre").await, app.person("Paul", "Change").await);
    for user in [&ines, &paul] {
        user.client.post("/me/erasure", confirmed()).await.expect(201);
    }
    app.advance(Duration::days(14) - Duration::seconds(1));
    app.run_job(EraseAccounts {}).await;
    assert!(is_there(&app, &ines).await);
    app.renewed(&paul).client.delete("/me/erasure").await.expect(204);
    app.advance(Duration::seconds(1));
    let late =
        app.renewed(&ines).client.delete("/me/erasure").await.expect_problem(409, "illegal_transition");
    assert_eq!(late["current_state"], "due");
    app.run_job(EraseAccounts {}).await;
    assert!(!is_there(&app, &ines).await && is_there(&app, &paul).await);
    app.renewed(&ines).client.get("/me").await.expect_problem(401, "unauthenticated");
    // The address is free again, and twice does no harm.
    app.run_job(EraseAccounts {}).await;
    let counted: (i32, String) = sqlx::query_as("SELECT people, erased_in::text FROM erased_month")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(counted, (1, "2026-03-01".to_owned()));
}

#[tokio::test]
async fn no_organisation_that_works_is_left_without_an_admin() {
    let app = TestApp::start().await;
    let organisation = app.organisation("Atelier").await;
    let (anne, benoit) =
        (app.member(&organisation, Role::Admin).await, app.member(&organisation, Role::Trainer).await);
    let refused = anne.client.post("/me/erasure", confirmed()).await.expect_problem(409, "last_admin");
    assert!(refused.to_string().contains(&organisation.id.to_string()), "{refused}");
    assert_eq!(anne.client.get("/me/erasure").await.expect(200)["obstacles"][0]["name"], "Atelier");
    let chloe = app.member(&organisation, Role::Admin).await;
    anne.client.post("/me/erasure", confirmed()).await.expect(201);
    // Whoever is leaving is no admin who stays.
    chloe.client.post("/me/erasure", confirmed()).await.expect_problem(409, "last_admin");
    let leave = organisation.path(&format!("/members/{}", chloe.id));
    chloe.client.delete(&leave).await.expect_problem(409, "last_admin");
    anne.client.patch(&leave, json!({ "role": "trainer" })).await.expect_problem(409, "last_admin");
    benoit.client.post("/me/erasure", confirmed()).await.expect(201);
    app.suspend(&organisation).await;
    chloe.client.post("/me/erasure", confirmed()).await.expect(201);
}

#[tokio::test]
async fn two_admins_who_leave_at_once_do_not_both_leave() {
    let app = TestApp::start().await;
    let organisation = app.organisation("Atelier").await;
    let (anne, chloe) =
        (app.member(&organisation, Role::Admin).await, app.member(&organisation, Role::Admin).await);
    let (one, other) = tokio::join!(
        anne.client.post("/me/erasure", confirmed()),
        chloe.client.post("/me/erasure", confirmed())
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

#[tokio::test]
async fn the_platform_keeps_an_administrator() {
    let app = TestApp::start().await;
    let one = app.platform_admin().await;
    one.client.post("/me/erasure", confirmed()).await.expect_problem(409, "last_platform_admin");
    let other = app.platform_admin().await;
    let (one, other) = tokio::join!(
        one.client.post("/me/erasure", confirmed()),
        other.client.post("/me/erasure", confirmed())
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}
