//! Times of a slot whose sheet is sealed.

use carnet::attendance::{verify_chains, verify_file};
use carnet::platform::seal::SealKey;
use reqwest::Method;
use serde_json::{Value, json};

use super::export_attendance::export;
use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::{Answer, send};

async fn move_to(app: &TestApp, class: &Class, (date, start, end): (&str, &str, &str)) -> Answer {
    let path = class.slot_path("/rectify");
    let version = class.boss(app).get(&class.slot_path("")).await.expect(200)["version"].clone();
    let hours = json!({ "date": date, "start_time": start, "end_time": end });
    let request = class.boss(app).starting_from(Method::POST, &path, &version);
    send(request.json(&json!({ "hours": hours, "reason": "Grève des trains" }))).await
}

async fn attended(app: &TestApp, class: &Class) -> Value {
    let totals = class.boss(app).get(&class.path("/attendance-totals")).await.expect(200);
    totals["trainees"][0]["totals"]["attended"].clone()
}

#[tokio::test]
async fn another_day_or_other_half_days_are_refused() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    for (times, place, code) in [
        (("2026-03-04", "09:00", "17:00"), "/hours/date", "other_day"),
        (("2026-03-03", "13:00", "17:00"), "/hours/start_time", "other_half_days"),
        (("2026-03-03", "09:00", "13:00"), "/hours/end_time", "other_half_days"),
        (("2026-03-03", "09:00", "17:00"), "/hours", "nothing_changed"),
    ] {
        move_to(&app, &class, times).await.expect_field(place, code);
    }
    assert_eq!(attended(&app, &class).await, 480);
    let report = verify_chains(&app.state).await.unwrap();
    assert_eq!((report.links, report.faults), (1, Vec::<String>::new()));
}

#[tokio::test]
async fn other_times_of_the_same_half_days_are_a_further_link_and_every_paper_counts_by_them() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    move_to(&app, &class, ("2026-03-03", "10:00", "16:30")).await.expect(200);
    let sheet = class.sheet(&app).await;
    let seal = &sheet["seals"][1];
    assert_eq!((&sheet["state"], &seal["kind"]), (&json!("closed"), &json!("times")));
    let times = &seal["times"];
    assert_eq!(
        (&times["old_starts_at"], &times["new_starts_at"], &times["new_ends_at"], &times["reason"]),
        (
            &json!("2026-03-03T08:00:00Z"),
            &json!("2026-03-03T09:00:00Z"),
            &json!("2026-03-03T15:30:00Z"),
            &json!("Grève des trains")
        )
    );
    assert_eq!(attended(&app, &class).await, 390);
    let (bytes, _) = export(&app, &class, "scope=session&format=json").await;
    let verified = verify_file(&bytes, &[app.state.part::<SealKey>().public().clone()]).unwrap();
    assert_eq!((verified.closings, verified.rectifications), (1, 1));
    let said: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(said["document"]["totals"][0]["totals"]["attended"], 390);
    assert_eq!(said["document"]["chain"]["links"][1]["content"]["head"]["by"], "Marc Membre");
    let report = verify_chains(&app.state).await.unwrap();
    assert_eq!((report.links, report.faults), (2, Vec::<String>::new()));
    let odd = class.boss(&app).get(&class.path("/attendance-anomalies")).await.expect(200);
    assert!(!odd.to_string().contains("sealed_times_differ"), "the chain says why");
    export(&app, &class, "scope=session&format=pdf").await;
}

#[tokio::test]
async fn the_people_on_the_sheet_are_told() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    move_to(&app, &class, ("2026-03-03", "10:00", "16:30")).await.expect(200);
    let mails = app.mails_to(&class.trainees[0].user.email).await;
    let letter = mails.iter().find(|mail| mail.subject == "Les horaires du 03/03/2026 ont été rectifiés");
    let body = &letter.expect("a letter about the times").body;
    assert!(
        body.contains("Maintenant\u{a0}: 03/03/2026, 10:00 – 16:30\nMotif\u{a0}: Grève des trains"),
        "{body}"
    );
}
