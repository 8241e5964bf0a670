use serde_json::json;

use super::ask;
use super::create_calendar_feed::read;
use crate::support::app::TestApp;
use crate::support::sessions::{session_path, slot_draft};

#[tokio::test]
async fn a_calendar_program_reads_slots_with_their_time_zone_changes_and_cancellations() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    let feed = member.client.post("/me/calendar-feed", ()).await.expect(201);
    let url = feed["url"].as_str().unwrap();
    let answer = read(&app, url).await;
    assert_eq!(answer.headers["content-type"], "text/calendar; charset=utf-8; method=PUBLISH");
    assert_eq!(answer.headers["cache-control"], "private, no-store");
    assert_eq!(answer.headers["referrer-policy"], "no-referrer");
    let text = answer.text.replace("\r\n ", "");
    assert!(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris"), "{text}");
    assert!(text.contains("DTSTART;TZID=Europe/Paris:20260309T090000"), "{text}");
    let page = format!("/mes-sessions/{}", session["id"].as_str().unwrap());
    assert_eq!(text.matches(&page).count(), 2, "{text}");
    // Who trains there is led to the organisation's page: the other is not theirs.
    let feed = school.trainer.client.post("/me/calendar-feed", ()).await.expect(201);
    let trains = read(&app, feed["url"].as_str().unwrap()).await.text.replace("\r\n ", "");
    let page =
        format!("/organisations/{}/sessions/{}", school.organisation.id, session["id"].as_str().unwrap());
    assert_eq!(trains.matches(&page).count(), 2, "{trains}");
    assert!(!trains.contains("/mes-sessions/"), "{trains}");
    let listed = school.manager.client.get(&session_path(&school, &session, "/slots")).await.expect(200);
    let id = |at: usize| listed["items"][at]["id"].as_str().unwrap().to_owned();
    let uid = text.lines().find(|line| line.starts_with(&format!("UID:{}", id(0)))).unwrap().to_owned();
    // One slot moves, the other is cancelled: the same ids, higher sequences.
    let path = session_path(&school, &session, &format!("/slots/{}", id(0)));
    school
        .manager
        .client
        .put_at(&path, &json!(1), slot_draft(&session, "2026-03-10", "10:00", "12:00"))
        .await
        .expect(200);
    let path = session_path(&school, &session, &format!("/slots/{}/cancel", id(1)));
    ask(&school.manager, &reqwest::Method::POST, &path, &json!({ "reason": "Panne" })).await.expect(200);
    let text = read(&app, url).await.text.replace("\r\n ", "");
    let events: Vec<_> = text.split("BEGIN:VEVENT").skip(1).collect();
    let of = |uid: &str| {
        events.iter().find(|event| event.contains(uid)).copied().unwrap_or_else(|| panic!("{text}"))
    };
    let moved = of(&uid);
    assert!(moved.contains("SEQUENCE:1") && moved.contains("20260310T100000"), "{moved}");
    let gone = of(&format!("UID:{}", id(1)));
    assert!(gone.contains("STATUS:CANCELLED") && gone.contains("SEQUENCE:1"), "{gone}");
    // The whole session is cancelled: so is everything in it.
    school.step(&session, "cancel", &json!({ "reason": "Essai" })).await;
    let text = read(&app, url).await.text;
    assert_eq!(text.matches("STATUS:CANCELLED").count(), 2);
    assert!(text.contains("SEQUENCE:2"), "{text}");
}

#[tokio::test]
async fn an_unknown_address_and_a_disabled_account_show_nothing() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Personne").await;
    let feed = person.client.post("/me/calendar-feed", ()).await.expect(201);
    let url = feed["url"].as_str().unwrap();
    app.anonymous().get("/calendar/quelconque.ics").await.expect_problem(404, "not_found");
    let bare = url.trim_end_matches(".ics");
    read(&app, bare).await.expect_problem(404, "not_found");
    sqlx::query("UPDATE person SET disabled_at = now() WHERE id = $1")
        .bind(person.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    read(&app, url).await.expect_problem(404, "not_found");
}
