//! What is sealed is contested and put right by further links: nothing of it is ever edited, and files tell.

use serde_json::{Value, json};

use super::classroom::{AFTERNOON, Classroom, MORNING};
use super::inspector::Inspector;
use super::{each, list, one};
use crate::support::workbook::cells;

/// Why the manager rectifies Inès' afternoon.
const WHY: &str = "Erreur de ligne à l’appel";

/// A text as it is typed: French spaces are spaces.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// Tuesday noon: Hugo reads that he was away on Monday morning, and was not.
pub async fn a_contest_is_decided(room: &Classroom) {
    room.app.go_to("2026-03-10T12:00:00Z");
    let own = room.own_half_day("Hugo", MORNING).await;
    assert_eq!(
        (&own["mark"]["status"], &own["contest_until"]),
        (&json!("absent"), &json!("2026-03-16T10:10:00Z")),
        "seven days after the closing"
    );
    let body = json!({ "part": "am", "text": "Je suis arrivé à neuf heures et demie." });
    let contests = room.own_path(MORNING, "/contests");
    let told = room.trainee("Hugo").post(&contests, &body).await.expect(201);
    assert_eq!((&told["state"], &told["contests"][0]["decision"]), (&json!("contested"), &Value::Null));
    let manager = &room.school().manager;
    let mails = room.app.mails_to(&manager.email).await;
    assert!(
        mails.iter().any(|mail| mail.subject == "Hugo Martin conteste sa présence du 09/03/2026"),
        "{mails:?}"
    );

    let waiting = room.manager().get(&room.path("/contests")).await.expect(200);
    let contest = one(list(&waiting, "items"), "text", body["text"].as_str().unwrap());
    let id = contest["id"].as_str().unwrap();
    let decide = room.slot_path(MORNING, &format!("/attendance/contests/{id}/decision"));
    let silent = json!({ "decision": "accepted", "reason": "Vu avec la formatrice" });
    room.manager().post(&decide, silent).await.expect_field("/mark", "required");
    let right = json!({ "status": "late", "minutes_late": 30 });
    let decision = json!({ "decision": "accepted", "reason": "Vu avec la formatrice", "mark": right });
    room.trainer().post(&decide, &decision).await.expect_problem(403, "forbidden");
    let sheet = room.manager().post(&decide, &decision).await.expect(200);
    assert_eq!(
        each(list(&sheet, "seals"), "kind"),
        ["closing", "contest", "rectification", "decision"],
        "everything adds to the chain"
    );
    assert_eq!(
        (&sheet["state"], &room.cell(&sheet, "Hugo")["mark"]["minutes_late"]),
        (&json!("closed"), &json!(30))
    );
    let mail = room.app.mails_to(&room.account("Hugo").email).await.pop().unwrap();
    assert_eq!(plain(&mail.subject), "Votre contestation du 09/03/2026 : décision");
    assert!(mail.body.contains("est acceptée"), "{}", mail.body);
    let own = room.own_half_day("Hugo", MORNING).await;
    assert_eq!((&own["mark"]["status"], &own["mark"]["is_rectified"]), (&json!("late"), &json!(true)));
}

/// Wednesday: the manager rectifies Inès' afternoon. The files of Monday evening hold as they did.
pub async fn a_rectification_is_shown_whole(room: &Classroom, before: &[Vec<u8>; 2]) {
    room.app.go_to("2026-03-11T09:00:00Z");
    let path = room.slot_path(AFTERNOON, "/attendance/rectifications");
    let first = room.sheet(AFTERNOON).await["seals"][0].clone();
    let mut draft = json!({
        "enrolment_id": room.enrolment("Inès"), "part": "pm", "seen_number": 1,
        "mark": { "status": "absent", "justified": true }, "reason": "",
    });
    room.manager().post(&path, &draft).await.expect_field("/reason", "required");
    draft["reason"] = json!(WHY);
    room.trainer().post(&path, &draft).await.expect_problem(403, "forbidden");
    let sheet = room.manager().post(&path, &draft).await.expect(200);
    assert_eq!(sheet["seals"][0], first, "what was sealed stays sealed");
    let added = &sheet["seals"][1];
    assert_eq!((&added["kind"], &added["at"]), (&json!("rectification"), &json!("2026-03-11T09:00:00Z")));
    says_before_after_who_and_why(&added["rectification"]);
    room.manager().post(&path, &draft).await.expect_problem(412, "stale");
    let mail = room.app.mails_to(&room.account("Inès").email).await.pop().unwrap();
    assert_eq!(mail.subject, "Votre présence du 09/03/2026 a été rectifiée");
    let body = plain(&mail.body);
    assert!(body.contains(&format!("Avant : présent\nMaintenant : absent\nMotif : {WHY}")), "{body}");

    let after = [room.export("json").await, room.export("pdf").await];
    offline_both_hold_and_what_is_altered_does_not(room, before, &after).await;
    the_json_says_it(before, &after, &first);
    tables_say_it(room).await;
    each_part_holds_by_itself(room).await;
}

fn says_before_after_who_and_why(said: &Value) {
    assert_eq!((&said["before"]["status"], &said["before"]["justified"]), (&json!("present"), &json!(false)));
    assert_eq!((&said["after"]["status"], &said["after"]["justified"]), (&json!("absent"), &json!(true)));
    assert_eq!((&said["by"], &said["reason"]), (&json!("Marc Membre"), &json!(WHY)));
}

/// With the published keys alone: the files of Monday evening and those of today.
async fn offline_both_hold_and_what_is_altered_does_not(
    room: &Classroom,
    before: &[Vec<u8>; 2],
    after: &[Vec<u8>; 2],
) {
    let inspector = Inspector::with_keys_of(&room.app).await;
    for file in before {
        let said = inspector.accepts(file);
        assert!(said.contains("Émis par Atelier du Rhône le 2026-03-09"), "{said}");
        assert!(said.contains("2 feuille(s) scellée(s), 0 rectification(s), 0 contestation(s)"), "{said}");
    }
    for file in after {
        let said = inspector.accepts(file);
        assert!(said.contains("3 feuille(s) scellée(s), 2 rectification(s), 1 contestation(s)"), "{said}");
        let mut touched = file.clone();
        let middle = touched.len() / 2;
        touched[middle] ^= 1;
        inspector.refuses(&touched);
    }
    let text = String::from_utf8(after[0].clone()).unwrap();
    for (said, altered) in [("\"minutes_late\":30", "\"minutes_late\":10"), (WHY, "À sa demande")] {
        assert!(text.contains(said), "{said}");
        inspector.refuses(text.replace(said, altered).as_bytes());
    }
    let mut shorter: Value = serde_json::from_str(&text).unwrap();
    shorter["document"]["chain"]["links"].as_array_mut().unwrap().pop();
    inspector.refuses(shorter.to_string().as_bytes());
}

/// Today's JSON holds what Monday's did, link by link, and one link more for everything since.
fn the_json_says_it(before: &[Vec<u8>; 2], after: &[Vec<u8>; 2], first: &Value) {
    let [before, after] =
        [before, after].map(|files| serde_json::from_slice::<Value>(&files[0]).unwrap()["document"].clone());
    let links = list(&after["chain"], "links");
    let then = list(&before["chain"], "links");
    assert_eq!(&links[..then.len()], then);
    assert_eq!((then.len(), &then[1]["seal"]["sha256"]), (2, &first["sha256"]));
    let kinds = each(links, "kind");
    assert_eq!(
        kinds,
        ["closing", "closing", "closing", "contest", "rectification", "decision", "rectification"]
    );
    says_before_after_who_and_why(&links[6]["content"]["rows"][0]["row"]);
    let contested = &links[4]["content"]["rows"][0]["row"];
    assert_eq!(
        (&contested["before"]["status"], &contested["after"]["status"]),
        (&json!("absent"), &json!("late"))
    );
}

async fn tables_say_it(room: &Classroom) {
    let csv = String::from_utf8(room.export("csv").await).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0].starts_with("\u{feff}Date;Demi-journée;Début;Fin;Cours;Formateur"), "{}", lines[0]);
    let of_ines: Vec<_> = lines[1..13].iter().filter(|line| line.contains("Diarra")).collect();
    let [morning, afternoon, _] = of_ines[..] else { panic!("{csv}") };
    assert!(
        morning.starts_with("09/03/2026;matin;09:00;12:00;Module de Développement web;Farida Membre"),
        "{morning}"
    );
    assert!(morning.contains(";20;180;160;"), "late, planned, followed: {morning}");
    assert!(afternoon.contains("Absent justifié;;180;0;"), "{afternoon}");
    assert!(
        afternoon.ends_with(";rectification n° 2;"),
        "no employer; the second of the session: {afternoon}"
    );

    let book = room.export("xlsx").await;
    let marks = cells(&book, "Émargements");
    assert_eq!((marks.len(), marks[0][7].as_str(), marks[0][13].as_str()), (13, "Nom", "Durée suivie (min)"));
    let followed =
        |name: &str| marks.iter().filter(|row| row[7] == name).map(|row| row[13].clone()).collect::<Vec<_>>();
    assert_eq!(followed("Diarra"), ["160", "0", "180"]);
    assert_eq!(followed("Martin"), ["150", "170", "180"]);
    let rectified = cells(&book, "Rectifications");
    assert_eq!(rectified.len(), 3);
    assert!(
        rectified[2].contains(&WHY.to_owned()) && rectified[2].contains(&"Marc Membre".to_owned()),
        "{rectified:?}"
    );
}

/// A slot, a week, a trainee: each file proves the whole chain, and a trainee's says nothing of the others.
async fn each_part_holds_by_itself(room: &Classroom) {
    let inspector = Inspector::with_keys_of(&room.app).await;
    let id = |value: &Value| value.as_str().unwrap().to_owned();
    for part in [
        format!("scope=slot&slot_id={}", id(room.slot(AFTERNOON))),
        "scope=week&week=2026-03-11".to_owned(),
        format!("scope=trainee&enrolment_id={}", id(room.enrolment("Inès"))),
    ] {
        for format in ["json", "pdf"] {
            let path = room.path(&format!("/attendance-export?{part}&format={format}"));
            let said = inspector.accepts(&room.file(&room.trainer(), &path).await.0);
            assert!(said.contains("3 feuille(s) scellée(s), 2 rectification(s)"), "{part} {format}: {said}");
        }
    }
    let own = format!("/me/attendance/sessions/{}/export?format=json", id(&room.session()["id"]));
    let (own, _) = room.file(&room.trainee("Samir"), &own).await;
    inspector.accepts(&own);
    let own = String::from_utf8(own).unwrap();
    assert!(own.contains("Nadir"));
    for other in ["Diarra", "Martin", "Durand", WHY] {
        assert!(!own.contains(other), "{other}");
    }
}

/// Inès contests in turn, and is not followed; only then is the session closed.
pub async fn the_session_is_closed_with_its_sheets(room: &Classroom) {
    room.app.go_to("2026-03-13T09:00:00Z");
    let contests = room.own_path(AFTERNOON, "/contests");
    let body = json!({ "part": "pm", "text": "J’étais là, et j’ai signé." });
    let told = room.trainee("Inès").post(&contests, &body).await.expect(201);
    let id = told["contests"][0]["id"].as_str().unwrap();
    room.app.go_to("2026-03-17T09:00:00Z");
    room.app.advance_sessions().await;
    let school = room.school();
    assert_eq!(school.reread(room.session()).await["status"], "ended");
    let refused =
        school.try_step(room.session(), "close", &Value::Null).await.expect_problem(409, "sheets_open");
    assert_eq!(list(&refused, "current").len(), 1, "a contest waits: {refused}");
    let decide = room.slot_path(AFTERNOON, &format!("/attendance/contests/{id}/decision"));
    let decision = json!({ "decision": "rejected", "reason": "Départ noté à 13 h 35 par la formatrice" });
    let sheet = room.manager().post(&decide, &decision).await.expect(200);
    assert_eq!(
        (&sheet["state"], &room.cell(&sheet, "Inès")["mark"]["status"]),
        (&json!("closed"), &json!("absent"))
    );
    let late = json!({ "part": "am", "text": "Finalement, je conteste aussi." });
    let refused = room.trainee("Samir").post(&room.own_path(MORNING, "/contests"), late).await;
    refused.expect_problem(409, "contest_over");
    let closed = school.step(room.session(), "close", &Value::Null).await;
    assert_eq!(closed["status"], "closed");
}
