use carnet::companies::Siren;
use chrono::Duration;
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::noted;
use super::only_for_the_company;
use crate::support::app::{TestApp, start_time};
use crate::support::company_quizzes::{CompanyExam, own};
use crate::support::taking::Q;
use crate::support::users::User;

async fn send(app: &TestApp, exam: &CompanyExam, people: &[&User]) -> Value {
    let profiles: Vec<_> = people.iter().map(|person| person.profile).collect();
    let body = json!({ "profile_ids": profiles, "purpose": "Soudeur" });
    exam.client(app).post(&exam.path("/invitations"), body).await.expect(201)
}

fn count(sent: &Value) -> (usize, usize) {
    (sent["invited"].as_array().unwrap().len(), sent["skipped"].as_array().unwrap().len())
}

#[tokio::test]
async fn people_who_are_seen_are_invited_and_told() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let sent = send(&app, &exam, &[&person, &person]).await;
    assert_eq!((count(&sent), &sent["left_today"]), ((1, 0), &json!(49)), "named twice, invited once");
    let mine = person.client.get("/me/quiz-invitations").await.expect(200);
    let mine = &mine["items"][0];
    assert_eq!(
        (&mine["state"], &mine["purpose"], &mine["may_begin"]),
        (&json!("invited"), &json!("Soudeur"), &json!(true))
    );
    assert_eq!((&mine["title"], &mine["result"]), (&json!("Test de soudage"), &Value::Null));
    let told: Vec<(String, Value)> =
        sqlx::query_as("SELECT kind, facts FROM notification WHERE person_id = $1")
            .bind(person.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(
        (told.len(), told[0].0.as_str(), &told[0].1["quiz"]),
        (1, "quiz.invited", &json!("Test de soudage"))
    );
    let page = exam.client(&app).get(&exam.path("/invitations?state=invited")).await.expect(200);
    let listed = &page["items"][0];
    assert_eq!((&listed["last_name"], &listed["sent_by"]), (&json!("Vue"), &json!("Renée Recrute")));
    assert_eq!(
        (noted(&app, "quiz.sent").await.len(), noted(&app, "quiz_invitation.sent").await.len()),
        (1, 1)
    );
    let quiz = exam.client(&app).get(&exam.path("")).await.expect(200);
    assert_eq!(quiz["invitations"], 1);
}

#[tokio::test]
async fn whoever_cannot_be_invited_is_left_out_without_a_reason() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let (seen, hidden, blocking) = (
        app.candidate("Inès", "Vue").await,
        app.person("Paul", "Caché").await,
        app.candidate("Léa", "Loin").await,
    );
    let siren: String = sqlx::query_scalar("SELECT siren FROM company WHERE id = $1")
        .bind(exam.company)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!(siren.parse::<Siren>().is_ok());
    blocking.client.put(&format!("/me/blocked-companies/{siren}"), ()).await;
    let nobody = Uuid::from_u128(7);
    let body = json!({ "profile_ids": [hidden.profile, seen.profile, blocking.profile, nobody] });
    let sent = exam.client(&app).post(&exam.path("/invitations"), body).await.expect(201);
    assert_eq!(sent["skipped"], json!([hidden.profile, blocking.profile, nobody]));
    assert_eq!(sent["invited"][0]["profile_id"], json!(seen.profile));
    assert!(sent.get("reasons").is_none());
    // A recruiter who is a candidate elsewhere does not invite themselves.
    app.show(&exam.recruiter.user).await;
    assert_eq!(count(&send(&app, &exam, &[&exam.recruiter.user]).await), (0, 1));
}

#[tokio::test]
async fn nobody_has_the_same_quiz_twice_and_whoever_refused_is_left_alone() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let first = exam.invite(&app, &person).await;
    assert_eq!(count(&send(&app, &exam, &[&person]).await), (0, 1));
    person.client.post(&own(first, "/withdrawal"), ()).await;
    app.advance(Duration::days(29));
    assert_eq!(count(&send(&app, &exam, &[&person]).await), (0, 1));
    app.advance(Duration::days(1) + Duration::seconds(1));
    assert_eq!(count(&send(&app, &exam, &[&person]).await), (1, 0));
}

#[tokio::test]
async fn two_recruiters_who_invite_at_once_invite_once() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let colleague = app.fellow_recruiter(&exam.recruiter).await;
    let person = app.candidate("Inès", "Vue").await;
    let body = json!({ "profile_ids": [person.profile] });
    let (path, mine) = (exam.path("/invitations"), exam.client(&app));
    let (one, other) = tokio::join!(mine.post(&path, &body), colleague.user.client.post(&path, &body));
    let (one, other) = (count(&one.expect(201)), count(&other.expect(201)));
    assert_eq!((one.0 + other.0, one.1 + other.1), (1, 1));
}

#[tokio::test]
async fn a_recruiter_invites_fifty_people_a_day() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let mut people = Vec::new();
    for number in 0..30 {
        people.push(app.candidate("Inès", &format!("Vue{number}")).await);
    }
    let refs: Vec<&User> = people.iter().collect();
    assert_eq!(send(&app, &exam, &refs).await["left_today"], 20);
    let many: Vec<_> = (0..21).map(|number| Uuid::from_u128(number + 1)).collect();
    let refused = exam.client(&app).post(&exam.path("/invitations"), json!({ "profile_ids": many })).await;
    let refused = refused.expect_problem(409, "quiz_invitation_quota_reached");
    assert_eq!(refused["current"], json!({ "left_today": 20, "asked": 21 }));
    // Two tabs share the day.
    let twenty = json!({ "profile_ids": many[..20] });
    assert_eq!(
        count(&exam.client(&app).post(&exam.path("/invitations"), &twenty).await.expect(201)),
        (0, 20)
    );
    // Midnight is that of Paris.
    app.advance(Duration::hours(24));
    let body = json!({ "profile_ids": many });
    exam.client(&app).post(&exam.path("/invitations"), body).await.expect(201);
    let too_many: Vec<_> = (0..51).map(|number| Uuid::from_u128(number + 1)).collect();
    let refused =
        exam.client(&app).post(&exam.path("/invitations"), json!({ "profile_ids": too_many })).await;
    refused.expect_field("/profile_ids", "too_many");
}

#[tokio::test]
async fn faults_are_told_at_their_place_and_only_a_published_quiz_is_sent() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let path = exam.path("/invitations");
    let ask = async |body: Value| exam.client(&app).post(&path, body).await;
    ask(json!({ "profile_ids": [] })).await.expect_field("/profile_ids", "required");
    let profile = [person.profile];
    let long = "x".repeat(201);
    ask(json!({ "profile_ids": profile, "purpose": long })).await.expect_field("/purpose", "too_long");
    for closes_at in [start_time(), start_time() + Duration::days(91)] {
        let body = json!({ "profile_ids": profile, "closes_at": closes_at });
        ask(body).await.expect_field("/closes_at", "out_of_range");
    }
    ask(json!({ "profile_ids": profile, "sent_by": person.id })).await.expect_problem(422, "invalid_request");
    only_for_the_company(&app, reqwest::Method::POST, &path, &json!({ "profile_ids": profile })).await;
    let archive = exam.client(&app).post_at(&exam.path("/archive"), &exam.quiz["version"]).await.expect(200);
    assert_eq!(archive["status"], "archived");
    let refused = ask(json!({ "profile_ids": profile })).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "archived");
}

#[tokio::test]
async fn an_invitation_is_taken_back_while_it_is_open() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let path = exam.path(&format!("/invitations/{invitation}/withdrawal"));
    only_for_the_company(&app, reqwest::Method::POST, &path, &Value::Null).await;
    assert_eq!(exam.client(&app).post(&path, ()).await.status, 204);
    let again = exam.client(&app).post(&path, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "withdrawn");
    let notice = person.client.get(&own(invitation, "")).await.expect(200);
    assert_eq!((&notice["state"], &notice["may_begin"]), (&json!("withdrawn"), &json!(false)));
    // A mistake is put right at once: whoever refused nothing is invited again.
    assert_eq!(count(&send(&app, &exam, &[&person]).await), (1, 0));
    // What was handed in stays.
    let other = app.candidate("Léa", "Vue").await;
    let taken = exam.take(&app, &other, &exam.all_right(1)).await;
    let path = exam.path(&format!("/invitations/{taken}/withdrawal"));
    exam.client(&app).post(&path, ()).await.expect_problem(409, "illegal_transition");
}

#[tokio::test]
async fn lists_go_page_by_page() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let mut sent = vec![exam.invite(&app, &person).await];
    let other = app.company_exam(&[Q::Single], json!({})).await;
    app.advance(Duration::seconds(1));
    sent.push(other.invite(&app, &person).await);
    let first = person.client.get("/me/quiz-invitations?limit=1").await.expect(200);
    let cursor = first["next_cursor"].as_str().expect("there is more");
    let rest = person.client.get(&format!("/me/quiz-invitations?limit=1&cursor={cursor}")).await.expect(200);
    let ids = [&first["items"][0]["id"], &rest["items"][0]["id"]];
    assert_eq!((ids, &rest["next_cursor"]), ([&json!(sent[1]), &json!(sent[0])], &Value::Null));
    person.client.get("/me/quiz-invitations?limit=0").await.expect_field("/limit", "out_of_range");
}
