use carnet::ids::ProfileId;
use carnet::platform::jobs;
use carnet::profiles::PurgeNotes;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::{Client, send};
use crate::support::companies::SIRET;
use crate::support::search::{Added, SearchApp, hit_ids, someone};

async fn with_person() -> (SearchApp, Added) {
    let app = SearchApp::start().await;
    let person = app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    (app, person)
}

fn about(profile: ProfileId) -> String {
    format!("/profiles/{profile}/notes")
}

fn path(note: &Value) -> String {
    format!("/profile-notes/{}", note["id"].as_str().unwrap())
}

async fn write(recruiter: &Client, person: &Added, text: &str) -> Value {
    recruiter.post(&about(person.profile), json!({"text": text})).await.expect(201)
}

async fn purge(app: &SearchApp) -> i64 {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &PurgeNotes {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
    sqlx::query_scalar("SELECT count(*) FROM profile_note").fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn notes_are_the_companys_and_warn_whoever_reads_them() {
    let (app, person) = with_person().await;
    let (author, colleague) =
        (app.recruiting_member(SIRET).await, app.recruiting_member(SIRET).await.user.client);
    let answer =
        author.user.client.post(&about(person.profile), json!({"text": " Rappeler\r\nen mai "})).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    assert_eq!(answer.headers["cache-control"], "no-store");
    let note = answer.expect(201);
    assert_eq!(
        (&note["text"], &note["author"]["id"], &note["editable"], &note["expires_at"]),
        (&json!("Rappeler\nen mai"), &json!(author.id), &json!(true), &json!("2028-03-03T08:00:00Z"))
    );
    write(&colleague, &person, "Vue en entretien").await;
    let page = colleague.get(&about(person.profile)).await.expect(200);
    assert!(page["warning"].as_str().unwrap().contains("peut la lire"), "{page}");
    let read: Vec<(&str, bool)> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| (note["text"].as_str().unwrap(), note["editable"].as_bool().unwrap()))
        .collect();
    assert_eq!(read, [("Vue en entretien", true), ("Rappeler\nen mai", false)], "newest first");
    let first = colleague.get(&format!("{}?limit=1", about(person.profile))).await.expect(200);
    let next = format!("{}?limit=1&cursor={}", about(person.profile), first["next_cursor"].as_str().unwrap());
    assert_eq!(colleague.get(&next).await.expect(200)["items"][0]["text"], "Rappeler\nen mai");

    let elsewhere = app.recruiter_granted("18004623700012").await.user.client;
    assert_eq!(elsewhere.get(&about(person.profile)).await.expect(200)["items"], json!([]));
    for method in [Method::PUT, Method::DELETE] {
        let request = elsewhere.starting_from(method, &path(&note), &json!(1)).json(&json!({"text": "x"}));
        send(request).await.expect_problem(404, "not_found");
    }
    app.anonymous().get(&about(person.profile)).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn they_are_changed_by_their_author_and_the_admins_alone() {
    let (app, person) = with_person().await;
    let (admin, author, colleague) =
        (app.searcher().await, app.recruiting_member(SIRET).await, app.recruiting_member(SIRET).await);
    let note = write(&author.user.client, &person, "Un").await;
    let text = |text: &str| json!({"text": text});
    colleague.user.client.put_at(&path(&note), &json!(1), text("x")).await.expect_problem(403, "forbidden");
    colleague.user.client.delete(&path(&note)).await.expect_problem(403, "forbidden");
    app.advance(Duration::minutes(1));
    let changed = author.user.client.put_at(&path(&note), &json!(1), text("Deux")).await.expect(200);
    assert_eq!((&changed["version"], &changed["expires_at"]), (&json!(2), &json!("2028-03-03T08:01:00Z")));
    assert_eq!(changed["created_at"], note["created_at"]);
    let stale =
        admin.user.client.put_at(&path(&note), &json!(1), text("Trois")).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["text"], "Deux");
    admin.user.client.put(&path(&note), text("Trois")).await.expect_problem(428, "precondition_required");
    admin.user.client.put_at(&path(&note), &json!(2), text("Trois")).await.expect(200);
    let second = write(&author.user.client, &person, "Autre").await;
    admin.user.client.delete(&path(&second)).await.expect(204);
    author.user.client.delete(&path(&note)).await.expect(204);
    author.user.client.delete(&path(&note)).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn faults_name_the_field() {
    let (app, person) = with_person().await;
    let recruiter = app.searcher().await.user.client;
    let path = about(person.profile);
    recruiter.post(&path, json!({"text": "  "})).await.expect_field("/text", "required");
    recruiter.post(&path, json!({"text": "é".repeat(2001)})).await.expect_field("/text", "too_long");
    recruiter.post(&path, json!({"text": "é".repeat(2000)})).await.expect(201);
    recruiter.post(&path, json!({"text": "a\u{0}"})).await.expect_field("/text", "invalid_characters");
    recruiter.post(&path, json!({"text": "a", "author": "x"})).await.expect_field("/author", "unknown_field");
}

#[tokio::test]
async fn about_whom_the_company_cannot_see_there_is_nothing_to_read_or_write() {
    let (app, person) = with_person().await;
    let recruiter = app.searcher().await.user.client;
    let note = write(&recruiter, &person, "Secret de bureau").await;
    app.turn_visible(&person, false).await;
    let hidden = recruiter.get(&about(person.profile)).await.expect_problem(404, "not_found");
    let unknown = ProfileId(uuid::Uuid::nil());
    assert_eq!(recruiter.get(&about(unknown)).await.expect_problem(404, "not_found"), hidden);
    let body = json!({"text": "Encore"});
    recruiter.post(&about(person.profile), &body).await.expect_problem(404, "not_found");
    recruiter.delete(&path(&note)).await.expect(204);
}

#[tokio::test]
async fn no_answer_of_the_search_holds_a_note() {
    let (app, person) = with_person().await;
    let recruiter = app.searcher().await.user.client;
    write(&recruiter, &person, "Mirabelle").await;
    app.settled().await;
    for body in [json!({}), json!({"name": "mirabelle"})] {
        let answer = recruiter.post("/profile-search", &body).await;
        assert!(!answer.text.contains("Mirabelle"));
        let found = hit_ids(&answer.expect(200)).len();
        assert_eq!(found, usize::from(body["name"].is_null()), "nobody is found by a note");
    }
    assert!(!recruiter.get(&format!("/profiles/{}", person.profile)).await.text.contains("Mirabelle"));
    SearchApp::assert_exact(&app.verify().await, 1);
    let noted: Vec<Option<Value>> =
        sqlx::query_scalar("SELECT after FROM audit_event WHERE kind LIKE 'profile_note.%'")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(noted.len(), 1);
    assert!(!format!("{noted:?}").contains("Mirabelle"));
}

#[tokio::test]
async fn two_years_after_the_last_edit_a_note_is_over_to_the_second() {
    let (app, person) = with_person().await;
    let recruiter = app.searcher().await.user;
    let note = write(&recruiter.client, &person, "Ancienne").await;
    let read = async || {
        let client = app.renewed(&recruiter).client;
        client.get(&about(person.profile)).await.expect(200)["items"].as_array().unwrap().len()
    };
    app.advance(Duration::days(731) - Duration::seconds(1));
    assert_eq!((read().await, purge(&app).await), (1, 1), "3 March 2028, a second before");
    app.advance(Duration::seconds(1));
    assert_eq!(read().await, 0, "before any job has run");
    let client = app.renewed(&recruiter).client;
    client.put_at(&path(&note), &json!(1), json!({"text": "x"})).await.expect_problem(404, "not_found");
    client.delete(&path(&note)).await.expect_problem(404, "not_found");
    assert_eq!(purge(&app).await, 0);
    assert_eq!(purge(&app).await, 0);
    let noted: Vec<Value> =
        sqlx::query_scalar("SELECT after FROM audit_event WHERE kind = 'profile_note.purged'")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(noted, [json!({"notes": 1})], "once");
}

#[tokio::test]
async fn a_hundred_notes_and_no_more_even_at_once() {
    let (app, person) = with_person().await;
    let recruiter = app.searcher().await;
    sqlx::query(
        "INSERT INTO profile_note (id, company_id, person_id, author_id, text, version, created_at, updated_at, expires_at)
         SELECT gen_random_uuid(), company_id, $2, id, 'Note', 1, $3, $3, $3 + interval '1 year'
         FROM recruiter, generate_series(1, 98) WHERE id = $1",
    )
    .bind(recruiter.id)
    .bind(person.person)
    .bind(app.state.clock.now())
    .execute(&app.state.pool)
    .await
    .unwrap();
    let client = &recruiter.user.client;
    let path = about(person.profile);
    let answers =
        futures::future::join_all((0..5).map(|_| client.post(&path, json!({"text": "Une de plus"})))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 2);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        answer.expect_problem(409, "too_many_notes");
    }
}
