//! People whose skills a release says otherwise are told, each once.

use carnet::profiles::ReviewProfiles;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;
use crate::support::users::User;

const SUBJECT: &str = "Le référentiel ROME a changé\u{a0}: ";

/// A server on release 60, of which nobody is to be told.
async fn on_release_60() -> TestApp {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    app.run_job(ReviewProfiles::default()).await;
    app
}

/// Takes release 61 over, in which the first of these skills has another name, and the second is gone.
async fn takes_release_61(app: &TestApp, skills: &[String]) {
    app.advance(Duration::minutes(1));
    let next = Rome::starter().version(61);
    let next = next.relabelled_skill(&skills[0], "Dire autrement").without_skill(&skills[1]);
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
}

async fn declares(app: &TestApp, person: &User, skill: &str) {
    let path = format!("/me/skills/{skill}");
    app.renewed(person).client.put(&path, json!({ "level": 3 })).await.expect(200);
}

/// What somebody was written of their skills.
async fn told(app: &TestApp, person: &User) -> Vec<String> {
    let mails = app.mails_to(&person.email).await;
    mails.iter().filter_map(|mail| mail.subject.strip_prefix(SUBJECT).map(str::to_owned)).collect()
}

/// What staff sees of the newest release: how many people it touches now, and how many were written to.
async fn shown_to_staff(app: &TestApp) -> [Value; 2] {
    let import: uuid::Uuid = sqlx::query_scalar(
        "SELECT id FROM rome_import WHERE outcome = 'applied' ORDER BY number DESC LIMIT 1",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    let staff = app.platform_admin().await;
    let effect = staff.client.get(&format!("/admin/catalog-imports/{import}/effect")).await.expect(200);
    ["people", "people_told"].map(|field| effect[field].clone())
}

#[tokio::test]
async fn whoever_declared_what_was_renamed_or_retired_is_told_once() {
    let app = on_release_60().await;
    let skills = app.skills_of("M1805");
    let (ines, ali, zoe, late) = (
        app.person("Inès", "Lefèvre").await,
        app.person("Ali", "Benali").await,
        app.person("Zoé", "Martin").await,
        app.person("Luc", "Tardif").await,
    );
    declares(&app, &ines, &skills[0]).await;
    declares(&app, &ines, &skills[1]).await;
    declares(&app, &ali, &skills[1]).await;
    declares(&app, &zoe, &skills[2]).await;
    takes_release_61(&app, &skills).await;
    app.advance(Duration::minutes(1));
    declares(&app, &late, &skills[0]).await;
    assert_eq!(shown_to_staff(&app).await, [json!(3), Value::Null], "nobody was written to yet");
    app.run_job(ReviewProfiles::default()).await;
    app.run_job(ReviewProfiles::default()).await;
    assert_eq!(shown_to_staff(&app).await, [json!(3), json!(2)]);
    assert_eq!(told(&app, &ines).await, ["2 de vos compétences"]);
    assert_eq!(told(&app, &ali).await, ["une de vos compétences"]);
    assert_eq!(told(&app, &zoe).await, Vec::<String>::new(), "the release says the same of it");
    assert_eq!(told(&app, &late).await, Vec::<String>::new(), "declared in the words of the new release");
    let mails = app.mails_to(&ines.email).await;
    let mail = mails.iter().find(|mail| mail.subject.starts_with(SUBJECT)).unwrap();
    assert!(mail.body.contains("Bonjour Inès,") && mail.body.contains("/mes-competences"), "{}", mail.body);
    assert!(mail.body.contains("La version 61 du référentiel ROME"), "{}", mail.body);
    let counted: (i32, i32, bool) = sqlx::query_as(
        "SELECT touched, told, ended_at IS NOT NULL FROM profile_review ORDER BY started_at DESC LIMIT 1",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(counted, (2, 2, true));
}

#[tokio::test]
async fn a_validation_counts_until_it_is_revoked_and_an_account_while_it_works() {
    let app = on_release_60().await;
    let skills = app.skills_of("M1805");
    let workshop = app.workshop("Atelier").await;
    workshop.validate(&app, &workshop.body(&skills[0], 2)).await;
    let other = app.trainee(&workshop.organisation).await;
    let mut body = workshop.body(&skills[0], 2);
    body["person_id"] = json!(other.id);
    let revoked = workshop.validate(&app, &body).await;
    app.execute(&format!(
        "INSERT INTO validation_revocation (validation_id, revoked_by, reason_code, reason, revoked_at)
         VALUES ('{revoked}', '{}', 'mistake', 'Erreur', now())",
        workshop.trainer.id
    ))
    .await;
    let gone = app.person("Ali", "Parti").await;
    declares(&app, &gone, &skills[1]).await;
    app.execute(&format!("UPDATE person SET disabled_at = now() WHERE id = '{}'", gone.id)).await;
    takes_release_61(&app, &skills).await;
    app.run_job(ReviewProfiles::default()).await;
    assert_eq!(told(&app, &workshop.trainee).await, ["une de vos compétences"]);
    assert_eq!(told(&app, &other).await, Vec::<String>::new());
    assert_eq!(told(&app, &gone).await, Vec::<String>::new());
}

#[tokio::test]
async fn who_was_told_before_it_stopped_is_not_told_again() {
    let app = on_release_60().await;
    let skills = app.skills_of("M1805");
    let mut people = [app.person("Inès", "Lefèvre").await, app.person("Ali", "Benali").await];
    people.sort_by_key(|person| person.id);
    for person in &people {
        declares(&app, person, &skills[0]).await;
    }
    takes_release_61(&app, &skills).await;
    app.execute(&format!(
        "INSERT INTO profile_review (import_id, reached, touched, told, started_at)
         SELECT id, '{}', 1, 1, now() FROM rome_import WHERE outcome = 'applied' ORDER BY number DESC LIMIT 1",
        people[0].id
    ))
    .await;
    app.run_job(ReviewProfiles::default()).await;
    assert_eq!(told(&app, &people[0]).await, Vec::<String>::new());
    assert_eq!(told(&app, &people[1]).await, ["une de vos compétences"]);
    let counted: (i32, bool) = sqlx::query_as(
        "SELECT told, ended_at IS NOT NULL FROM profile_review ORDER BY ended_at DESC NULLS FIRST, told DESC LIMIT 1",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(counted, (2, true));
}
