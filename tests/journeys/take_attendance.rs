//! Story C: a trainer calls the roll, everybody signs, sheets are sealed, and what they say is contested, put right,
//! exported and attested.

use serde_json::{Value, json};

use super::certify_attendance::{certificates_say_what_sheets_say, nothing_is_attested_too_early};
use super::classroom::{AFTERNOON, Classroom, EVERYBODY, MORNING, NEXT_DAY};
use super::put_a_sheet_right::{
    a_contest_is_decided, a_rectification_is_shown_whole, the_session_is_closed_with_its_sheets,
};
use super::watch_attendance::{a_low_rate_is_told_once, a_threshold_is_set, oddities_are_found};
use super::{each, list, one};
use crate::support::attendance::drawing;
use crate::support::client::send;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn a_session_is_called_signed_sealed_put_right_and_attested() {
    let room = Classroom::open().await;
    a_threshold_is_set(&room).await;
    all_are_present_then_the_exceptions(&room).await;
    the_morning_is_signed_and_sealed(&room).await;
    a_code_on_the_wall_is_good_for_its_slot_alone(&room).await;
    two_devices_lose_nothing(&room).await;
    nothing_is_closed_while_somebody_is_unmarked(&room).await;
    nothing_is_attested_too_early(&room).await;
    let sealed = [room.export("json").await, room.export("pdf").await];
    the_next_day_goes_without_a_word(&room).await;
    a_contest_is_decided(&room).await;
    a_rectification_is_shown_whole(&room, &sealed).await;
    a_low_rate_is_told_once(&room).await;
    the_session_is_closed_with_its_sheets(&room).await;
    oddities_are_found(&room).await;
    certificates_say_what_sheets_say(&room).await;
}

/// Ten past nine: one call for everybody, then what is different.
async fn all_are_present_then_the_exceptions(room: &Classroom) {
    room.app.advance(chrono::Duration::minutes(10));
    let phone = room.trainer();
    let sheet = room.sheet(MORNING).await;
    assert_eq!(list(&sheet, "rows").len(), 4);
    assert_eq!(room.cell(&sheet, "Zoé")["mark"], Value::Null, "nobody is there or away before it is said");
    let present = json!({ "status": "present" });
    let all = EVERYBODY.map(|name| room.row(name, MORNING, 0, &present));
    assert_eq!(list(&room.call(&phone, MORNING, all.to_vec()).await, "saved").len(), 4);

    let late = room.row("Inès", MORNING, 1, &json!({ "status": "late" }));
    let body = json!({ "rows": [&late] });
    let refused = phone.put(&room.slot_path(MORNING, "/attendance/marks"), body).await;
    refused.expect_field("/rows/0/minutes_late", "required");
    let late = json!({ "status": "late", "minutes_late": 20, "justified": true, "reason": "transport" });
    let excused =
        json!({ "status": "excused", "reason": "summons", "note": "Convoquée en mairie jusqu’à midi" });
    let exceptions = vec![
        room.row("Inès", MORNING, 1, &late),
        room.row("Hugo", MORNING, 1, &json!({ "status": "absent" })),
        room.row("Zoé", MORNING, 1, &excused),
    ];
    let called = room.call(&phone, MORNING, exceptions).await;
    assert_eq!((list(&called, "saved").len(), &called["conflicts"]), (3, &json!([])));

    let sheet = room.sheet(MORNING).await;
    let said = |name: &str| room.cell(&sheet, name)["mark"].clone();
    assert_eq!((&said("Samir")["status"], &said("Samir")["method"]), (&json!("present"), &json!("trainer")));
    assert_eq!((&said("Inès")["minutes_late"], &said("Inès")["justified"]), (&json!(20), &json!(true)));
    assert_eq!((&said("Hugo")["status"], &said("Hugo")["number"]), (&json!("absent"), &json!(2)));
    assert_eq!((&said("Zoé")["reason"], &said("Zoé")["by"]), (&json!("summons"), &json!("Farida Membre")));
    let codes = each(list(&sheet, "missing"), "code");
    assert_eq!(codes, ["trainer_signature"], "everybody is marked");

    let own = room.own_half_day("Inès", MORNING).await;
    assert_eq!((&own["mark"]["status"], &own["mark"]["reason"]), (&json!("late"), &json!("transport")));
    let mine = room.trainee("Inès").get("/me/attendance").await;
    assert!(
        !mine.text.contains("Martin") && !mine.text.contains("mairie"),
        "nothing of the others: {}",
        mine.text
    );
}

/// Drawn, or with the password given once more; whoever is away does not sign.
async fn the_morning_is_signed_and_sealed(room: &Classroom) {
    room.app.advance(chrono::Duration::hours(2));
    let path = room.own_path(MORNING, "/signature");
    let drawn = json!({ "part": "am", "drawing": drawing(11) });
    room.trainee("Samir").post(&path, drawn).await.expect(200);
    let typed = json!({ "part": "am", "password": PASSWORD });
    let own = room.trainee("Inès").post(&path, typed).await.expect(200);
    let own = &own["half_days"][0];
    assert_eq!(
        (&own["signature"]["method"], &own["mark"]["status"]),
        (&json!("password"), &json!("late")),
        "who signs stays late"
    );
    let drawn = json!({ "part": "am", "drawing": drawing(12) });
    room.trainee("Hugo").post(&path, drawn).await.expect_problem(409, "marked_otherwise");
    let taught = json!({ "text": "Balises, formulaires, accessibilité" });
    room.trainer().put(&room.slot_path(MORNING, "/attendance/taught"), taught).await.expect(200);
    let close = room.slot_path(MORNING, "/attendance/close");
    let version = room.sheet(MORNING).await["version"].clone();
    let refused = room.trainer().post_at(&close, &version).await.expect_problem(409, "sheet_incomplete");
    assert_eq!(
        refused["current"],
        json!([{ "code": "trainer_signature", "part": "am", "enrolment_id": null }])
    );
    room.trainer_signs(MORNING, 90).await;
    let stale = room.trainer().post_at(&close, &version).await;
    stale.expect_problem(412, "stale");
    let sealed = room.close(MORNING).await;
    assert_eq!((&sealed["state"], &sealed["seals"][0]["kind"]), (&json!("closed"), &json!("closing")));
    let row = room.row("Hugo", MORNING, 2, &json!({ "status": "present" }));
    let late =
        room.trainer().put(&room.slot_path(MORNING, "/attendance/marks"), json!({ "rows": [row] })).await;
    assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "closed");
}

/// Half past one: Samir scans what the trainer shows.
async fn a_code_on_the_wall_is_good_for_its_slot_alone(room: &Classroom) {
    room.app.go_to("2026-03-09T12:30:00Z");
    let shown = room.trainer().get(&room.slot_path(AFTERNOON, "/qr")).await.expect(200);
    assert_eq!(shown["label"], "Module de Développement web", "whoever scans reads what for");
    let scan =
        |turn| json!({ "slot_id": room.slot(turn), "code": shown["code"], "device": "appareil-de-samir" });
    for other in [MORNING, NEXT_DAY] {
        let refused = room.trainee("Samir").post("/me/attendance/qr", scan(other)).await;
        assert_eq!(refused.status.as_u16(), 409, "{}", refused.text);
    }
    let own = room.trainee("Samir").post("/me/attendance/qr", scan(AFTERNOON)).await.expect(200);
    let own = &own["half_days"][0];
    assert_eq!((&own["mark"]["status"], &own["mark"]["method"]), (&json!("present"), &json!("qr")));
    assert_eq!(own["signature"]["method"], "qr");
    let sheet = room.sheet(AFTERNOON).await;
    for name in ["Inès", "Hugo", "Zoé"] {
        assert_eq!(room.cell(&sheet, name)["mark"], Value::Null, "one marks oneself alone");
    }
    assert_eq!(room.cell(&room.sheet(NEXT_DAY).await, "Samir")["mark"], Value::Null);
    room.app.advance(chrono::Duration::seconds(41));
    let old = room.trainee("Inès").post("/me/attendance/qr", scan(AFTERNOON)).await;
    old.expect_problem(409, "qr_expired");
}

/// Phone and tablet both show a sheet where Inès and Hugo are not marked yet.
async fn two_devices_lose_nothing(room: &Classroom) {
    let (phone, tablet) = (room.trainer(), room.tablet().await);
    let present = json!({ "status": "present" });
    let late = json!({ "status": "late", "minutes_late": 10 });
    let first = vec![room.row("Inès", AFTERNOON, 0, &present), room.row("Hugo", AFTERNOON, 0, &present)];
    assert_eq!(list(&room.call(&phone, AFTERNOON, first).await, "saved").len(), 2);
    let keyed = |name: &str, said: &Value| {
        let mut row = room.row(name, AFTERNOON, 0, said);
        row["client_key"] = json!(format!("tablette-{name}"));
        row
    };
    let second = vec![keyed("Hugo", &late), keyed("Inès", &present)];
    let met = room.call(&tablet, AFTERNOON, second).await;
    let [conflict] = list(&met, "conflicts") else { panic!("{met}") };
    assert_eq!((&conflict["row"], &conflict["enrolment_id"]), (&json!(0), room.enrolment("Hugo")));
    let current = &conflict["current"];
    assert_eq!(
        (&current["status"], &current["number"], &current["by"]),
        (&json!("present"), &json!(1), &json!("Farida Membre"))
    );
    assert_eq!(list(&met, "saved").len(), 1, "what both say is no conflict");
    assert_eq!(room.cell(&room.sheet(AFTERNOON).await, "Hugo")["mark"]["status"], "present");
    // Having been shown what the phone said, the tablet says otherwise: both stay on record.
    room.call(&tablet, AFTERNOON, vec![room.row("Hugo", AFTERNOON, 1, &late)]).await;
    let path = room.slot_path(AFTERNOON, "/attendance/marks");
    let asked = phone.request(reqwest::Method::GET, &path);
    let asked = asked.query(&[("enrolment_id", room.enrolment("Hugo").as_str().unwrap())]);
    let told = send(asked).await.expect(200);
    let told: Vec<_> = list(&told, "items").iter().map(|entry| entry["mark"]["status"].clone()).collect();
    assert_eq!(told, ["present", "late"]);
}

async fn nothing_is_closed_while_somebody_is_unmarked(room: &Classroom) {
    room.app.go_to("2026-03-09T15:30:00Z");
    for (name, seed) in [("Inès", 13), ("Hugo", 14)] {
        let body = json!({ "part": "pm", "drawing": drawing(seed) });
        room.trainee(name).post(&room.own_path(AFTERNOON, "/signature"), body).await.expect(200);
    }
    room.trainer_signs(AFTERNOON, 91).await;
    let version = room.sheet(AFTERNOON).await["version"].clone();
    let close = room.slot_path(AFTERNOON, "/attendance/close");
    let refused = room.trainer().post_at(&close, &version).await.expect_problem(409, "sheet_incomplete");
    let unmarked = json!([{ "code": "unmarked", "part": "pm", "enrolment_id": room.enrolment("Zoé") }]);
    assert_eq!(refused["current"], unmarked);
    assert_eq!(room.sheet(AFTERNOON).await["state"], "open");
    // Zoé has no account: she signs on the trainer's device, and is there.
    let body = json!({ "enrolment_id": room.enrolment("Zoé"), "part": "pm", "drawing": drawing(15) });
    let collected = room.slot_path(AFTERNOON, "/attendance/collected-signatures");
    room.trainer().post(&collected, body).await.expect(200);
    let sealed = room.close(AFTERNOON).await;
    assert_eq!((&sealed["state"], &sealed["missing"]), (&json!("closed"), &json!([])));
    assert_eq!(room.cell(&sealed, "Zoé")["mark"]["status"], "present");
    let sheets = room.manager().get(&room.path("/attendance")).await.expect(200);
    let afternoon = one(list(&sheets, "items"), "slot_id", room.slot(AFTERNOON).as_str().unwrap());
    let counts = ["expected", "marked", "present", "signed", "trainer_signed"].map(|field| &afternoon[field]);
    assert_eq!(json!(counts), json!([4, 4, 4, 4, 1]));
}

/// Tuesday: everybody is there.
async fn the_next_day_goes_without_a_word(room: &Classroom) {
    room.app.go_to("2026-03-10T08:05:00Z");
    let all = EVERYBODY.map(|name| room.row(name, NEXT_DAY, 0, &json!({ "status": "present" })));
    room.call(&room.trainer(), NEXT_DAY, all.to_vec()).await;
    room.app.go_to("2026-03-10T10:50:00Z");
    for (name, seed) in [("Samir", 16), ("Inès", 17), ("Hugo", 18)] {
        let body = json!({ "part": "am", "drawing": drawing(seed) });
        room.trainee(name).post(&room.own_path(NEXT_DAY, "/signature"), body).await.expect(200);
    }
    let body = json!({ "enrolment_id": room.enrolment("Zoé"), "part": "am", "drawing": drawing(19) });
    let collected = room.slot_path(NEXT_DAY, "/attendance/collected-signatures");
    room.trainer().post(&collected, body).await.expect(200);
    room.trainer_signs(NEXT_DAY, 92).await;
    assert_eq!(room.close(NEXT_DAY).await["state"], "closed");
}
