//! Story B, its days: slots by a rule and by hand, and the calendars of everybody concerned, in Carnet and elsewhere.

use reqwest::Method;
use serde_json::{Value, json};

use super::{each, list};
use crate::support::app::TestApp;
use crate::support::client::{Answer, Client, send};
use crate::support::sessions::session_path;
use crate::support::trainings::School;
use crate::support::users::User;

#[tokio::test]
async fn everybody_follows_the_days_of_a_session() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier du Rhône").await;
    let (training, _) = school.published(&app, "Développement web").await;
    let mut draft = school.session_draft(&training);
    (draft["starts_on"], draft["ends_on"]) = (json!("2026-03-13"), json!("2026-05-29"));
    let session = school.open(&draft).await;
    a_rule_gives_every_second_friday(&school, &session).await;
    an_exam_is_added_and_what_is_taken_needs_a_reason(&app, &school, &session).await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    let range = "/me/calendar?from=2026-03-01&to=2026-05-31";
    assert_eq!(entries(&member.client, range).await, Vec::<Value>::new(), "a draft is nobody's business yet");
    school.step(&session, "plan", &Value::Null).await;
    each_sees_what_is_theirs(&app, &school, &member).await;
    calendar_programs_follow(&app, &school, &session, &member).await;
    a_copy_on_other_days_is_a_draft_again(&app, &app.renewed_school(&school), &session, &member).await;
}

/// Fridays at nine, from before the change of clocks to after it, but for the 8th of May.
async fn a_rule_gives_every_second_friday(school: &School, session: &Value) {
    let path = session_path(school, session, "/slot-generations");
    let client = &school.manager.client;
    let mut rule = json!({
        "dry_run": true, "session_course_id": session["courses"][0]["id"], "from": "2026-03-13",
        "weekdays": [5], "every_weeks": 2, "until": "2026-05-22",
        "hours": [{ "start_time": "09:00", "end_time": "12:00" }],
    });
    let shown = client.post(&path, &rule).await.expect(200);
    let expected = [
        "2026-03-13T08:00:00Z",
        "2026-03-27T08:00:00Z",
        "2026-04-10T07:00:00Z",
        "2026-04-24T07:00:00Z",
        "2026-05-22T07:00:00Z",
    ];
    assert_eq!(each(list(&shown, "slots"), "starts_at"), expected, "nine in Paris, winter and summer");
    assert_eq!(shown["left_out"], json!([{ "date": "2026-05-08", "holiday": "Victoire de 1945" }]));
    assert_eq!(school.reread(session).await["slots"], 0, "nothing is written by looking");
    rule["dry_run"] = json!(false);
    client.post(&path, &rule).await.expect(200);
    client.post(&path, &rule).await.expect_problem(409, "slot_twice");
    rule["until"] = json!("2027-03-14");
    client.post(&path, &rule).await.expect_field("/until", "too_far");
    assert_eq!(school.reread(session).await["slots"], 5);
}

async fn an_exam_is_added_and_what_is_taken_needs_a_reason(app: &TestApp, school: &School, session: &Value) {
    let slots = session_path(school, session, "/slots");
    let mut exam = json!({
        "kind": "exam", "title": "Examen blanc", "date": "2026-05-29", "start_time": "14:00", "end_time": "16:00",
    });
    // The trainer and the room are busy elsewhere at that time.
    let other = school.session(app, "Intégration").await;
    school.slot(&other, "2026-05-29", "15:00", "17:00").await;
    let refused = school.manager.client.post(&slots, &exam).await.expect_problem(422, "invalid_request");
    assert_eq!(each(list(&refused, "errors"), "code"), ["trainer_busy", "room_taken"]);
    exam["override_reason"] = json!("Les deux groupes ensemble");
    let slot = school.manager.client.post(&slots, &exam).await.expect(201);
    assert_eq!(each(list(&slot, "conflicts"), "kind"), ["trainer", "room"]);
    assert_eq!((&slot["override_reason"], &slot["kind"]), (&exam["override_reason"], &json!("exam")));
}

/// The slots of a calendar.
async fn entries(client: &Client, path: &str) -> Vec<Value> {
    list(&client.get(path).await.expect(200), "items").to_vec()
}

/// By month and by week; the trainer trains, the trainee takes part, the manager sees the whole organisation.
async fn each_sees_what_is_theirs(app: &TestApp, school: &School, member: &User) {
    let march = "/me/calendar?from=2026-03-01&to=2026-03-31";
    let week = "/me/calendar?from=2026-03-23&to=2026-03-29";
    let last = "/me/calendar?from=2026-05-25&to=2026-05-31";
    for (who, role) in [(&member.client, "trainee"), (&school.trainer.client, "trainer")] {
        let found = entries(who, march).await;
        assert_eq!(each(&found, "role"), [role; 2]);
        assert_eq!(each(&entries(who, week).await, "starts_at"), ["2026-03-27T08:00:00Z"]);
        let exam = entries(who, last).await;
        assert_eq!(
            (each(&exam, "kind"), each(&exam, "title")),
            (vec!["exam".to_owned()], vec!["Examen blanc".to_owned()])
        );
        assert_eq!((&exam[0]["place"], &exam[0]["trainers"]), (&json!("Salle B"), &json!(["Farida Membre"])));
    }
    let whole = school.path("/calendar?from=2026-05-25&to=2026-05-31");
    let titles = each(&entries(&school.manager.client, &whole).await, "session_title");
    assert_eq!(titles, ["Développement web", "Intégration"], "drafts too");
    member.client.get(&whole).await.expect_problem(403, "forbidden");
    let stranger = app.school("Ailleurs").await;
    stranger.manager.client.get(&whole).await.expect_problem(404, "not_found");
    assert_eq!(entries(&stranger.manager.client, march).await, Vec::<Value>::new());
}

/// An address that whoever has it reads, without an account.
struct Feed<'a> {
    app: &'a TestApp,
    address: String,
}

impl<'a> Feed<'a> {
    async fn subscribe(app: &'a TestApp, client: &Client) -> Self {
        let feed = client.post("/me/calendar-feed", ()).await.expect(201);
        let address = feed["url"].as_str().unwrap().split("/api/v1").nth(1).unwrap().to_owned();
        Self { app, address }
    }

    async fn ask(&self) -> Answer {
        self.app.anonymous().get(&self.address).await
    }

    /// The events, each as one text with its lines unfolded, by time.
    async fn events(&self) -> Vec<String> {
        let answer = self.ask().await;
        assert_eq!(answer.headers["content-type"], "text/calendar; charset=utf-8; method=PUBLISH");
        let text = answer.text.replace("\r\n ", "");
        assert!(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris"), "{text}");
        text.split("BEGIN:VEVENT").skip(1).map(str::to_owned).collect()
    }
}

/// The value of a line of an event.
#[track_caller]
fn line<'a>(event: &'a str, name: &str) -> &'a str {
    let found = event.lines().find_map(|line| line.strip_prefix(name));
    found.unwrap_or_else(|| panic!("no {name} in {event}"))
}

/// A slot moves, another is cancelled, the trainer of a third is replaced: the same ids, one change each.
async fn calendar_programs_follow(app: &TestApp, school: &School, session: &Value, member: &User) {
    let feed = Feed::subscribe(app, &member.client).await;
    let of_trainer = Feed::subscribe(app, &school.trainer.client).await;
    let before = feed.events().await;
    assert_eq!((before.len(), of_trainer.events().await.len()), (6, 6));
    let starts: Vec<_> = before.iter().map(|event| line(event, "DTSTART;TZID=Europe/Paris:")).collect();
    assert_eq!(starts[1..3], ["20260327T090000", "20260410T090000"]);
    assert!(
        before.iter().all(|event| line(event, "SEQUENCE:") == "0" && line(event, "STATUS:") == "CONFIRMED")
    );
    assert!(line(&before[5], "SUMMARY:").starts_with("Examen blanc"));

    let slots = school.manager.client.get(&session_path(school, session, "/slots")).await.expect(200);
    let slots = list(&slots, "items");
    let path = |at: usize, rest: &str| {
        session_path(school, session, &format!("/slots/{}{rest}", slots[at]["id"].as_str().unwrap()))
    };
    let client = &school.manager.client;
    let moved = json!({
        "session_course_id": slots[0]["session_course_id"], "date": "2026-03-16", "start_time": "10:00", "end_time": "13:00",
    });
    client.put_at(&path(0, ""), &slots[0]["version"], moved).await.expect(200);
    let cancel = client.starting_from(Method::POST, &path(1, "/cancel"), &slots[1]["version"]);
    send(cancel.json(&json!({ "reason": "Salle inondée" }))).await.expect(200);
    let nadia = app.person("Nadia", "Relève").await;
    app.join(&school.organisation, &nadia, carnet::orgs::Role::Trainer).await;
    let replaced = json!({ "trainers": [nadia.id], "reason": "Congé" });
    let request = client.starting_from(Method::PUT, &path(2, "/trainers"), &slots[2]["version"]);
    send(request.json(&replaced)).await.expect(200);

    let after = feed.events().await;
    assert_eq!(after.len(), 6);
    let now = |at: usize| {
        let uid = line(&before[at], "UID:");
        after.iter().find(|event| line(event, "UID:") == uid).unwrap_or_else(|| panic!("{uid} is gone"))
    };
    let one = now(0);
    assert_eq!((line(one, "SEQUENCE:"), line(one, "DTSTART;TZID=Europe/Paris:")), ("1", "20260316T100000"));
    let two = now(1);
    assert_eq!((line(two, "SEQUENCE:"), line(two, "STATUS:")), ("1", "CANCELLED"));
    let three = now(2);
    assert!(
        line(three, "SEQUENCE:") == "1" && line(three, "DESCRIPTION:").contains("Nadia Relève"),
        "{three}"
    );
    for at in 3..6 {
        assert_eq!(line(now(at), "SEQUENCE:"), "0", "nothing happened to it");
    }
    assert_eq!(of_trainer.events().await.len(), 5, "the one who is replaced is no longer awaited");
    assert_eq!(Feed::subscribe(app, &nadia.client).await.events().await.len(), 1);
    one_mail_tells_all(app, member).await;

    let again = Feed::subscribe(app, &app.renewed(member).client).await;
    feed.ask().await.expect_problem(404, "not_found");
    assert_eq!(again.events().await.len(), 6, "a new address ends the one before");
    let shown = app.renewed(member).client.get("/me/calendar-feed").await;
    assert!(!shown.text.contains(&again.address), "it is not shown a second time");
    assert_eq!(app.renewed(member).client.delete("/me/calendar-feed").await.status, 204);
    again.ask().await.expect_problem(404, "not_found");
}

/// Changes of a few minutes are gathered.
async fn one_mail_tells_all(app: &TestApp, member: &User) {
    app.advance(chrono::Duration::minutes(5));
    let mails = app.mails_to(&member.email).await;
    let told: Vec<_> = mails.iter().filter(|mail| mail.subject.starts_with("Le calendrier")).collect();
    assert_eq!(told.len(), 1, "{mails:?}");
    let body = told[0].body.replace('\u{a0}', " ");
    assert!(body.contains("lundi 16 mars 2026, de 10 h à 13 h"), "{body}");
    assert!(body.contains("– Annulé : Module de Développement web, vendredi 27 mars 2026"), "{body}");
}

/// Twelve weeks later, at the same hours, without people nor the slot that was cancelled.
async fn a_copy_on_other_days_is_a_draft_again(
    app: &TestApp,
    school: &School,
    session: &Value,
    member: &User,
) {
    let path = session_path(school, session, "/duplicate");
    let copied = school.manager.client.post(&path, json!({ "starts_on": "2026-06-05" })).await.expect(201);
    let copy = &copied["session"];
    assert_eq!(
        (&copy["status"], &copy["taken"], &copy["copied_from"]),
        (&json!("draft"), &json!(0), &session["id"])
    );
    assert_eq!((&copied["on_holidays"], &copy["ends_on"]), (&json!([]), &json!("2026-08-21")));
    let slots = school.manager.client.get(&session_path(school, copy, "/slots")).await.expect(200);
    let starts = each(list(&slots, "items"), "starts_at");
    assert_eq!((starts.len(), starts[0].as_str()), (5, "2026-06-08T08:00:00Z"), "ten in Paris, in summer");
    let june = entries(&app.renewed(member).client, "/me/calendar?from=2026-06-01&to=2026-08-31").await;
    assert_eq!(june, Vec::<Value>::new());
}
