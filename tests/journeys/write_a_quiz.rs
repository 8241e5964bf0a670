//! A trainer brings questions from another platform, writes a quiz from them, gives it to a session, and puts a question right:
//! what the session takes stays what it was until somebody says otherwise.

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::quizzes::quiz_draft;

const BROUGHT: &str = "// [tag:sécurité]\n::Extincteur::Quel extincteur pour un feu électrique ?{=CO2#Exact. ~Eau#Danger. ~Mousse}\n\n\
    // [tag:sécurité] [points:2]\nLa tension de sécurité en milieu humide est de {#25:0} volts.\n\n\
    // [tag:sécurité]\nUn disjoncteur protège des courts-circuits.{TRUE}\n\n\
    // [tag:sécurité]\nAssociez.{=rouge -> phase =bleu -> neutre}\n";

#[tokio::test]
async fn from_a_file_to_a_session_and_a_newer_revision() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let client = &school.trainer.client;

    // The file is shown first: one question cannot be taken, and says on which line and why.
    let shown = school.send_questions(&school.trainer, "gift", BROUGHT).await.expect(201);
    assert_eq!(shown["counts"], json!({ "create": 3, "error": 1 }));
    assert_eq!(
        (&shown["rows"][3]["line"], &shown["rows"][3]["errors"][0]["code"]),
        (&json!(11), &json!("not_supported"))
    );
    let path = school.path(&format!("/question-imports/{}/confirm", shown["id"].as_str().unwrap()));
    client.post(&path, json!({ "skip_errors": true })).await.expect(200);
    let bank = client.get(&school.path("/questions?tag=s%C3%A9curit%C3%A9")).await.expect(200);
    let bank = bank["items"].as_array().unwrap().clone();
    assert_eq!(bank.len(), 3);
    let number = bank.iter().find(|question| question["kind"] == "number").unwrap();

    // One question is always asked, one of the two others is drawn.
    let items = [
        json!({ "question_id": number["id"] }),
        json!({ "draw": { "count": 1, "tags": ["sécurité"] }, "points": 1 }),
    ];
    let mut draft = quiz_draft("Habilitation électrique", &items);
    draft["settings"] =
        json!({ "minutes": 20, "attempts": 2, "pass_percent": 70, "feedback": "after_close" });
    let quiz = school.publish_quiz(&school.quiz(&draft).await).await;
    let session = school.session(&app, "Habilitation").await;
    let place = school.session_quiz(&session, "Évaluation finale").await;
    let taken = school.attach(&session, &place, &quiz).await;
    let rules = json!({ "rules": [{
        "skill": session["skills"][0]["skill"], "levels": [{ "level": 2, "min_percent": 50 }, { "level": 3, "min_percent": 80 }],
    }] });
    let path = school.attachment_path(&session, &place, "/rules");
    let ruled = client.put_at(&path, &taken["version"], rules).await.expect(200);
    assert_eq!(ruled["rules"][0]["levels"][1]["min_percent"], 80);

    // The key was wrong in the file: the question is put right, the quiz says so, and the session keeps what it took.
    let question = client.get(&school.question_path(number, "")).await.expect(200);
    let mut right = question["content"].clone();
    right["answer"]["value"] = json!(12);
    right["skills"] = json!([]);
    school.rewrite_question(&question, &right).await;
    let moved = client.get(&school.quiz_path(&quiz, "")).await.expect(200);
    assert_eq!(moved["outdated_questions"], 1);
    let second = school.publish_quiz(&moved).await;
    let path = school.attachment_path(&session, &place, "/attachment");
    let kept = client.get(&path).await.expect(200);
    assert_eq!((&kept["quiz"]["revision"], &kept["quiz"]["newest_revision"]), (&json!(1), &json!(2)));
    let asked = async |revision: i32| -> Value {
        let path = school.quiz_path(&second, &format!("/revisions/{revision}"));
        let shown = client.get(&path).await.expect(200);
        shown["sections"][0]["items"][0]["questions"][0]["content"]["answer"]["value"].clone()
    };
    assert_eq!((asked(1).await, asked(2).await), (json!(25.0), json!(12.0)));
    let newer = client.put_at(&path, &kept["version"], json!({ "quiz_id": second["id"] })).await.expect(200);
    assert_eq!((&newer["quiz"]["revision"], &newer["rules"]), (&json!(2), &ruled["rules"]));

    // Trainees never see any of it.
    let trainee = app.trainee(&school.organisation).await;
    for rest in ["/questions", "/quizzes", "/question-tags", "/question-export?format=gift"] {
        trainee.client.get(&school.path(rest)).await.expect_problem(403, "forbidden");
    }
}
