//! What a manager is told before it is too late: a rate that falls, and what an inspector would find.

use carnet::attendance::CheckThresholds;
use serde_json::{Value, json};

use super::classroom::{AFTERNOON, Classroom, MORNING};
use super::{list, one};

/// Under three quarters after three half-days: the trainee and the trainer are to be told.
pub async fn a_threshold_is_set(room: &Classroom) {
    let school = room.school();
    let path = school.path("/attendance-settings");
    let settings = json!({
        "thresholds": [{ "below_percent": 75, "after_half_days": 3 }], "recipients": [school.trainer.id],
    });
    room.trainer().put_at(&path, &json!(0), &settings).await.expect_problem(403, "forbidden");
    room.manager().put_at(&path, &json!(0), &settings).await.expect(200);
}

/// The mails about a rate that came to this address.
async fn warnings(room: &Classroom, address: &str) -> Vec<String> {
    let mails = room.app.mails_to(address).await;
    let about = mails.into_iter().filter(|mail| mail.subject.to_lowercase().contains("assiduité"));
    about.map(|mail| mail.body.replace('\u{a0}', " ")).collect()
}

/// Inès was away a whole afternoon; Hugo was away until his contest was accepted.
pub async fn a_low_rate_is_told_once(room: &Classroom) {
    let (ines, trainer) = (room.account("Inès").email, room.school().trainer.email);
    assert!(warnings(room, &ines).await.is_empty());
    room.app.advance(chrono::Duration::minutes(11));
    for _ in 0..2 {
        room.app.run_job(CheckThresholds::default()).await;
        let to_ines = warnings(room, &ines).await;
        let [told] = &to_ines[..] else { panic!("not one mail: {to_ines:?}") };
        assert!(told.contains("votre taux d’assiduité est de 62,9 %, sous le seuil de 75 %"), "{told}");
        let to_trainer = warnings(room, &trainer).await;
        let [told] = &to_trainer[..] else { panic!("not one mail: {to_trainer:?}") };
        assert!(told.contains("- Inès Diarra : 62,9 %") && !told.contains("Hugo"), "{told}");
    }
    assert!(warnings(room, &room.account("Hugo").email).await.is_empty());
}

/// What was sealed and then put right leaves traces that deserve an explanation.
pub async fn oddities_are_found(room: &Classroom) {
    let path = room.path("/attendance-anomalies");
    room.trainer().get(&path).await.expect_problem(403, "forbidden");
    let found = room.manager().get(&path).await.expect(200);
    let told: Vec<_> = list(&found, "items")
        .iter()
        .map(|item| json!([item["code"], item["slot_id"], item["enrolment_ids"]]))
        .collect();
    let expected = [
        json!(["present_without_signature", room.slot(MORNING), [room.enrolment("Hugo")]]),
        json!(["signed_but_not_there", room.slot(AFTERNOON), [room.enrolment("Inès")]]),
    ];
    assert_eq!(told, expected);
    let away: &Value = one(list(&found, "items"), "code", "signed_but_not_there");
    assert!(!away["advice"].as_str().unwrap().is_empty(), "{away}");
}
