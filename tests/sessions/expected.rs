//! What attendance asks: who is expected at a slot.

use carnet::sessions::{expected, slot_card};
use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn late_joiners_and_early_leavers_are_expected_on_their_days_and_the_undecided_never() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    let id = |value: &Value| value["id"].as_str().unwrap().parse::<uuid::Uuid>().unwrap();
    let slots = [
        school.slot(&session, "2026-03-10", "09:00", "12:00").await,
        school.slot(&session, "2026-03-11", "09:00", "12:00").await,
        school.slot(&session, "2026-03-12", "09:00", "12:00").await,
    ];
    school.register(&session, "Toujours", "Là").await;
    let late = json!({ "first_name": "Tard", "last_name": "Venue", "starts_on": "2026-03-11" });
    school.enrol(&session, &late).await;
    let early = json!({ "first_name": "Tôt", "last_name": "Partie", "ends_on": "2026-03-11" });
    school.enrol(&session, &early).await;
    let invited = json!({ "first_name": "Peut", "last_name": "Être", "email": "x@example.org" });
    school.enrol(&session, &invited).await;
    let mut told = Vec::new();
    for slot in &slots {
        let pool = &app.state.pool;
        let card = slot_card(pool, school.organisation.id, id(&session).into(), id(slot).into())
            .await
            .unwrap()
            .unwrap();
        let names =
            expected(pool, &card).await.unwrap().into_iter().map(|one| one.first_name).collect::<Vec<_>>();
        told.push(names.join(" "));
    }
    assert_eq!(told, ["Toujours Tôt", "Toujours Tôt Tard", "Toujours Tard"]);
}
