use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_member_is_enrolled_a_stranger_invited_and_somebody_without_address_registered() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    let by_account = school.enrol_member(&session, &member).await;
    assert_eq!((&by_account["status"], &by_account["person_id"]), (&json!("enrolled"), &json!(member.id)));
    assert_eq!((&by_account["first_name"], &by_account["email"]), (&json!("Samir"), &json!(member.email)));
    assert_eq!((&by_account["starts_on"], &by_account["ends_on"]), (&json!("2026-03-09"), &Value::Null));
    let other = app.trainee(&school.organisation).await;
    let typed = other.email.to_uppercase();
    let by_address =
        school.enrol(&session, &json!({ "first_name": "Sam", "last_name": "Membre", "email": typed })).await;
    assert_eq!((&by_address["status"], &by_address["person_id"]), (&json!("enrolled"), &json!(other.id)));
    assert_eq!(by_address["first_name"], "Sam", "as the organisation writes it");
    let without = school.register(&session, "Zoé", "Durand").await;
    assert_eq!((&without["status"], &without["person_id"]), (&json!("enrolled"), &Value::Null));
    assert_eq!(without["history"][0]["event"], "enrol");
    assert_eq!(app.mails_to(&member.email).await.len(), 1);
}

#[tokio::test]
async fn the_employer_is_written_trimmed_and_nobody_needs_one() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    let employed =
        school.enrol(&session, &json!({ "person_id": member.id, "employer": "  Chantiers Lefort " })).await;
    assert_eq!(employed["employer"], "Chantiers Lefort");
    let body = json!({ "first_name": "Zoé", "last_name": "Durand", "employer": "é".repeat(200) });
    assert_eq!(school.enrol(&session, &body).await["employer"], "é".repeat(200));
    let body = json!({ "first_name": "Ali", "last_name": "Durand", "employer": "   " });
    assert_eq!(school.enrol(&session, &body).await["employer"], Value::Null);
    assert_eq!(school.register(&session, "Léa", "Martin").await["employer"], Value::Null);
    // Those who train see it: it stands on the sheets they hold.
    let path = session_path(&school, &session, "/enrolments");
    let seen = school.trainer.client.get(&path).await.expect(200);
    let named = seen["items"].as_array().unwrap().iter().filter(|one| one["employer"].is_string());
    assert_eq!(named.count(), 2, "{seen}");
}

#[tokio::test]
async fn an_address_of_another_organisation_and_one_of_nobody_get_the_same_answer_and_mail() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let foreign = app.school("Ailleurs").await;
    let known = app.trainee(&foreign.organisation).await;
    let body = |email: &str| json!({ "first_name": "Zoé", "last_name": "Durand", "email": email });
    let mut one = school.enrol(&session, &body(&known.email)).await;
    let mut two = school.enrol(&session, &body("nobody@example.org")).await;
    assert_eq!((&one["status"], &one["person_id"]), (&json!("invited"), &Value::Null));
    for answer in [&mut one, &mut two] {
        let fields = answer.as_object_mut().unwrap();
        fields.remove("id");
        fields.remove("email");
    }
    assert_eq!(one, two);
    let (mut first, mut second) = (
        app.mails_to(&known.email).await.remove(0).body,
        app.mails_to("nobody@example.org").await.remove(0).body,
    );
    first = first.replace(&known.email, "…");
    second = second.replace("nobody@example.org", "…");
    assert_eq!(first, second);
    // Nothing of the person came with it.
    let path = session_path(&school, &session, "/enrolments");
    let listed = school.manager.client.get(&path).await.expect(200);
    assert!(listed["items"].as_array().unwrap().iter().all(|one| one["first_name"] == "Zoé"), "{listed}");
}

#[tokio::test]
async fn without_a_free_seat_people_wait_and_move_up_in_their_order() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let mut draft = school.session_draft(&training);
    draft["seats"] = json!(1);
    let session = school.open(&draft).await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    school.step(&session, "plan", &Value::Null).await;
    let first = school.register(&session, "Un", "Durand").await;
    let body = json!({ "first_name": "Deux", "last_name": "Durand", "email": "deux@example.org" });
    let second = school.enrol(&session, &body).await;
    let third = school.register(&session, "Trois", "Durand").await;
    assert_eq!(
        (&first["status"], &second["status"], &third["status"]),
        (&json!("enrolled"), &json!("waiting"), &json!("waiting"))
    );
    assert!(app.mails_to("deux@example.org").await.is_empty(), "who waits is not invited yet");
    let path = session_path(&school, &session, &format!("/enrolments/{}", first["id"].as_str().unwrap()));
    super::ask(&school.manager, &Method::POST, &format!("{path}/move"), &json!({ "step": "cancel" }))
        .await
        .expect(200);
    let listed = school.manager.client.get(&session_path(&school, &session, "/enrolments")).await.expect(200);
    let states: Vec<_> = listed["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["first_name"].clone(), one["status"].clone()))
        .collect();
    assert!(states.contains(&(json!("Deux"), json!("invited"))), "{states:?}");
    assert!(states.contains(&(json!("Trois"), json!("waiting"))), "{states:?}");
    assert_eq!(app.mails_to("deux@example.org").await.len(), 1);
}

#[tokio::test]
async fn nobody_takes_part_twice_and_trainers_do_not_train_themselves() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    let path = session_path(&school, &session, "/enrolments");
    let client = &school.manager.client;
    client.post(&path, json!({ "person_id": member.id })).await.expect_problem(409, "already_enrolled");
    let body = json!({ "first_name": "Zoé", "last_name": "Durand", "email": "zoe@example.org" });
    school.enrol(&session, &body).await;
    let mut twice = body.clone();
    twice["email"] = json!("ZOE@example.org");
    client.post(&path, &twice).await.expect_problem(409, "already_enrolled");
    client
        .post(&path, json!({ "person_id": school.trainer.id }))
        .await
        .expect_field("/person_id", "trainer_of_session");
    let foreign = app.school("Ailleurs").await;
    let stranger = app.trainee(&foreign.organisation).await;
    client.post(&path, json!({ "person_id": stranger.id })).await.expect_field("/person_id", "not_a_member");
    client.post(&path, json!({ "last_name": "Durand" })).await.expect_field("/first_name", "required");
    client
        .post(&path, json!({ "first_name": "Zoé", "last_name": "D", "email": "x" }))
        .await
        .expect_field("/email", "email_format");
    let long = json!({ "first_name": "Zoé", "last_name": "D", "employer": "x".repeat(201) });
    client.post(&path, long).await.expect_field("/employer", "too_long");
    let unseen = json!({ "first_name": "Zoé", "last_name": "D", "employer": "Chantiers\u{0007}" });
    client.post(&path, unseen).await.expect_field("/employer", "invalid_characters");
    let body =
        json!({ "first_name": "Zoé", "last_name": "D", "starts_on": "2026-03-10", "ends_on": "2026-03-09" });
    client.post(&path, body).await.expect_field("/ends_on", "before_start");
    only_for_those_who_run_it(
        &app,
        &school,
        Method::POST,
        &path,
        &json!({ "first_name": "Ali", "last_name": "D" }),
    )
    .await;
}

#[tokio::test]
async fn the_last_seat_is_given_once_however_many_ask_at_the_same_time() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let mut draft = school.session_draft(&training);
    draft["seats"] = json!(2);
    let session = school.open(&draft).await;
    let path = session_path(&school, &session, "/enrolments");
    let asked = (0..8).map(|n| {
        let (client, path) = (school.manager.client.clone(), path.clone());
        async move {
            client
                .post(&path, json!({ "first_name": format!("N{n}"), "last_name": "Durand" }))
                .await
                .expect(201)
        }
    });
    let answers = futures::future::join_all(asked).await;
    let seated = answers.iter().filter(|answer| answer["status"] == "enrolled").count();
    assert_eq!((seated, answers.len()), (2, 8));
}
