//! Hours are counted by the printed formula, and attested under a number that whoever holds the paper can ask about.

use serde_json::{Value, json};

use super::classroom::{Classroom, EVERYBODY};
use super::inspector::Inspector;
use super::{each, list, one};

fn wish(kind: &str) -> Value {
    json!({ "kind": kind, "signatory": { "name": "Marc Membre", "capacity": "responsable pédagogique", "place": "Lyon" } })
}

/// Monday evening: Tuesday is still to come.
pub async fn nothing_is_attested_too_early(room: &Classroom) {
    for (kind, code) in [("completion", "not_over"), ("attendance", "sheet_incomplete")] {
        let answer = room.manager().post(&room.path("/certificates"), wish(kind)).await.expect(201);
        assert_eq!(answer["issued"], json!([]));
        assert_eq!(each(list(&answer, "skipped"), "code"), [code; 4]);
    }
}

/// The session is closed: hours are final, and everybody gets their certificate.
pub async fn certificates_say_what_sheets_say(room: &Classroom) {
    hours_follow_the_formula(room).await;
    let path = room.path("/certificates");
    room.trainer().post(&path, wish("completion")).await.expect_problem(403, "forbidden");
    let issued = room.manager().post(&path, wish("completion")).await.expect(201);
    let issued = list(&issued, "issued");
    assert_eq!(
        each(issued, "number"),
        ["CR-2026-000001", "CR-2026-000002", "CR-2026-000003", "CR-2026-000004"]
    );
    let again = room.manager().post(&path, wish("completion")).await.expect(201);
    assert_eq!(each(list(&again, "skipped"), "code"), ["already_issued"; 4]);
    let attended = room.manager().post(&path, wish("attendance")).await.expect(201);
    assert_eq!(list(&attended, "issued")[0]["number"], "AA-2026-000005");
    let of_ines = one(issued, "enrolment_id", room.enrolment("Inès").as_str().unwrap());
    its_paper_holds(room, of_ines).await;
    whoever_holds_it_may_ask(room, of_ines).await;
}

/// Nine hours for each of four, by half-days of three.
async fn hours_follow_the_formula(room: &Classroom) {
    let told = room.manager().get(&room.path("/attendance-totals")).await.expect(200);
    let formula = told["formula"].as_str().unwrap();
    assert!(formula.contains("heures suivies ÷ (heures prévues − heures dispensées)"), "{formula}");
    let minutes = |name: &str| {
        let line = one(list(&told, "trainees"), "enrolment_id", room.enrolment(name).as_str().unwrap());
        let hours = &line["totals"];
        let fields = ["planned", "attended", "late", "justified", "unjustified", "excused", "unmarked"];
        let figures: Vec<i64> = fields.iter().map(|field| hours[*field].as_i64().unwrap()).collect();
        (figures, line["rate"].as_i64().unwrap())
    };
    let expected = [
        (vec![540, 540, 0, 0, 0, 0, 0], 1000),
        (vec![540, 340, 20, 180, 0, 0, 0], 629),
        (vec![540, 500, 40, 0, 0, 0, 0], 925),
        (vec![540, 360, 0, 0, 0, 180, 0], 1000),
    ];
    assert_eq!(EVERYBODY.map(minutes), expected);
    assert_eq!((&told["totals"]["planned"], &told["totals"]["attended"]), (&json!(2160), &json!(1740)));
    let course = one(list(&told, "courses"), "title", "Module de Développement web");
    assert_eq!(course["totals"], told["totals"], "there is one course");
}

/// The trainee downloads it, signed; an altered one is refused offline.
async fn its_paper_holds(room: &Classroom, certificate: &Value) {
    let ines = room.trainee("Inès");
    let mail = room.app.mails_to(&room.account("Inès").email).await;
    assert!(mail.iter().any(|mail| mail.subject.starts_with("Certificat de réalisation")), "{mail:?}");
    let own = ines.get("/me/certificates").await.expect(200);
    let number = certificate["number"].as_str().unwrap();
    let own = one(list(&own, "items"), "number", number);
    let path = format!("/me/certificates/{}", own["id"].as_str().unwrap());
    let said = ines.get(&format!("{path}?format=json")).await;
    let document = &said.body["document"];
    assert_eq!((&document["totals"]["attended"], &document["totals"]["planned"]), (&json!(340), &json!(540)));
    assert_eq!(
        (&document["last_name"], &document["organisation"]["nda"]),
        (&json!("Diarra"), &json!("84691234567"))
    );
    let address = document["verification_url"].as_str().unwrap();
    assert!(address.ends_with(&format!("/documents/{}", certificate["code"].as_str().unwrap())), "{address}");
    room.trainee("Hugo").get(&format!("{path}?format=json")).await.expect_problem(404, "not_found");
    let (pdf, kind) = room.file(&ines, &format!("{path}?format=pdf")).await;
    assert_eq!(kind, "application/pdf");
    let inspector = Inspector::with_keys_of(&room.app).await;
    for file in [said.text.as_bytes(), &pdf[..]] {
        let told = inspector.accepts(file);
        assert!(told.contains("Certificat de réalisation : Développement web"), "{told}");
    }
    inspector.refuses(said.text.replace("\"attended\":340", "\"attended\":540").as_bytes());
}

/// Signed in or not: what the code on the paper leads to says nothing of the person.
async fn whoever_holds_it_may_ask(room: &Classroom, certificate: &Value) {
    let path = format!("/documents/{}", certificate["code"].as_str().unwrap());
    let told = room.app.anonymous().get(&path).await;
    assert!(!told.text.contains("Diarra") && !told.text.contains("Inès"), "{}", told.text);
    let told = told.expect(200);
    assert_eq!(
        (&told["standing"], &told["number"], &told["organisation"], &told["nda"]),
        (&json!("valid"), &certificate["number"], &json!("Atelier du Rhône"), &json!("84691234567"))
    );
    room.app
        .anonymous()
        .get("/documents/00000000000000000000000000000000")
        .await
        .expect_problem(404, "not_found");
}
