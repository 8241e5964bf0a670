use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach, told};
use crate::support::app::TestApp;
use crate::support::files::{pdf, png};
use crate::support::quizzes::choice_draft;

fn with_answer(answer: &Value) -> Value {
    json!({ "statement": [{ "type": "text", "text": "Quoi ?" }], "answer": answer })
}

#[tokio::test]
async fn a_question_of_every_kind_is_written_and_shown_whole() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let rubric = json!([{ "title": "Fond", "description": "", "points": 1.0 }]);
    let answers = [
        json!({ "kind": "multiple", "partial_credit": "right_minus_wrong", "choices": [
            { "text": "a", "is_right": true }, { "text": "b", "is_right": true }, { "text": "c", "is_right": false },
        ] }),
        json!({ "kind": "true_false", "is_true": true, "feedback_true": "Oui", "feedback_false": "Non" }),
        json!({ "kind": "short_text", "accepted": [{ "text": "Paris", "percent": 100, "feedback": "" }],
                "ignores": { "case": true, "accents": false, "spaces": true } }),
        json!({ "kind": "number", "value": 3.25, "tolerance": 0.01, "unit": "cm" }),
        json!({ "kind": "long_text", "max_characters": 500, "rubric": rubric }),
        json!({ "kind": "file", "kinds": ["pdf", "image"], "max_bytes": 2048, "max_files": 2, "rubric": [] }),
    ];
    for answer in answers {
        let question = school.question(&with_answer(&answer)).await;
        assert_eq!(
            (&question["kind"], &question["number"], &question["version"]),
            (&answer["kind"], &json!(1), &json!(1))
        );
        assert_eq!((&question["content"]["points"], &question["title"]), (&json!(1.0), &json!("Quoi ?")));
        let mut shown = question["content"]["answer"].clone();
        if let Some(choices) = shown.get_mut("choices").and_then(Value::as_array_mut) {
            for choice in choices {
                let choice = choice.as_object_mut().unwrap();
                assert!(choice.remove("id").is_some() && choice.remove("weight") == Some(Value::Null));
                choice.remove("feedback");
            }
        }
        assert_eq!(shown, answer);
    }
    let written = noted(&app, "question.written").await;
    assert_eq!(written.len(), 6);
    assert_eq!(written[0], Some(json!({ "what": "written", "number": 1 })));
}

#[tokio::test]
async fn a_rich_statement_shows_code_formulas_and_images_of_its_own() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let upload = async |name: &str, bytes: Vec<u8>| {
        school.trainer.client.upload(&school.path("/files"), name, bytes).await.expect(201)["id"].clone()
    };
    let image = upload("schema.png", png(4, 4, "x")).await;
    let mut draft = choice_draft("Que calcule ce code ?");
    let rich = json!([
        { "type": "text", "text": "Que calcule ce code ?" },
        { "type": "code", "language": "python", "text": "  x = 1\n  print(x)" },
        { "type": "formula", "tex": "\\sum_{i=1}^n i" },
        { "type": "image", "file_id": image, "alt": "Un schéma" },
    ]);
    draft["statement"] = rich.clone();
    draft["tags"] = json!(["Python", "boucles"]);
    let skill = app.skills_of("M1805")[0].clone();
    draft["skills"] = json!([skill]);
    let question = school.question(&draft).await;
    assert_eq!(question["content"]["statement"], rich);
    assert_eq!(question["content"]["tags"], json!(["Python", "boucles"]));
    assert_eq!(question["content"]["skills"][0]["code"], json!(skill));
    // The same image again is shared; a document is no image; somebody else's file does not exist.
    school.question(&draft).await;
    let path = school.path("/questions");
    let client = &school.trainer.client;
    draft["statement"][3]["file_id"] = upload("notice.pdf", pdf("<< >>")).await;
    client.post(&path, &draft).await.expect_field("/statement/3/file_id", "file_type_refused");
    draft["statement"][3]["file_id"] = json!(uuid::Uuid::nil());
    client.post(&path, &draft).await.expect_field("/statement/3/file_id", "unknown_file");
    let foreign = app.school("Ailleurs").await;
    let mut theirs = choice_draft("Leur question");
    theirs["statement"] = json!([{ "type": "image", "file_id": image, "alt": "Volée" }]);
    let refused = foreign.trainer.client.post(&foreign.path("/questions"), &theirs).await;
    refused.expect_field("/statement/0/file_id", "unknown_file");
}

#[tokio::test]
async fn every_fault_is_told_at_its_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (path, client) = (school.path("/questions"), &school.trainer.client);
    let body = json!({
        "statement": [], "points": 0, "tags": ["a", "A", "b;c"], "skills": ["999999"],
        "answer": { "kind": "single", "value": 3, "choices": [
            { "text": "", "is_right": true }, { "text": "x", "is_right": true, "weight": 5 },
            { "id": uuid::Uuid::nil(), "text": "x", "is_right": false },
        ] },
    });
    let problem = client.post(&path, &body).await.expect_problem(422, "invalid_request");
    assert_eq!(
        told(&problem),
        [
            ("/statement", "required"),
            ("/points", "out_of_range"),
            ("/answer/value", "not_for_this_kind"),
            ("/answer/choices/0/text", "required"),
            ("/answer/choices/1/weight", "not_for_this_kind"),
            ("/answer/choices/2/id", "unknown_choice"),
            ("/answer/choices/2/text", "duplicate"),
            ("/answer/choices", "right_choices"),
            ("/tags/1", "duplicate"),
            ("/tags/2", "invalid_characters"),
            ("/skills/0", "unknown_skill"),
        ]
    );
    let mut unknown = choice_draft("Quoi ?");
    unknown["answer"]["choices"][0]["score"] = json!(5);
    client.post(&path, &unknown).await.expect_field("/answer/choices/0/score", "unknown_field");
    assert!(school.titles().await.is_empty());
}

#[tokio::test]
async fn each_kind_of_answer_has_its_own_faults() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (path, client) = (school.path("/questions"), &school.trainer.client);
    let weighted = |weights: [i32; 2]| {
        let choice =
            |text: &str, weight: i32| json!({ "text": text, "is_right": weight > 0, "weight": weight });
        let choices = [choice("a", weights[0]), choice("b", weights[1])];
        with_answer(&json!({ "kind": "multiple", "partial_credit": "weighted", "choices": choices }))
    };
    client.post(&path, weighted([9_000, 0])).await.expect_field("/answer/choices", "weights_sum");
    client.post(&path, weighted([3_333, 6_660])).await.expect(201);
    for (answer, pointer, code) in [
        (
            json!({ "kind": "multiple", "choices": [{ "text": "a", "is_right": false }, { "text": "b", "is_right": false }] }),
            "/answer/choices",
            "right_choices",
        ),
        (
            json!({ "kind": "single", "choices": [{ "text": "a", "is_right": true }] }),
            "/answer/choices",
            "too_few",
        ),
        (json!({ "kind": "true_false" }), "/answer/is_true", "required"),
        (json!({ "kind": "short_text" }), "/answer/accepted", "required"),
        (
            json!({ "kind": "short_text", "accepted": [{ "text": "Été" }, { "text": "ete" }] }),
            "/answer/accepted/1/text",
            "duplicate",
        ),
        (
            json!({ "kind": "short_text", "accepted": [{ "text": "a", "percent": 50 }] }),
            "/answer/accepted",
            "no_full_answer",
        ),
        (json!({ "kind": "number", "value": 1, "tolerance": -1 }), "/answer/tolerance", "out_of_range"),
        (json!({ "kind": "number" }), "/answer/value", "required"),
        (
            json!({ "kind": "long_text", "rubric": [{ "title": "Fond", "points": 2 }] }),
            "/answer/rubric",
            "rubric_sum",
        ),
        (json!({ "kind": "long_text", "max_characters": 0 }), "/answer/max_characters", "out_of_range"),
        (json!({ "kind": "file", "kinds": [] }), "/answer/kinds", "required"),
        (
            json!({ "kind": "file", "kinds": ["pdf"], "max_bytes": 20_000_000 }),
            "/answer/max_bytes",
            "out_of_range",
        ),
        (json!({ "kind": "file", "kinds": ["exe"] }), "/answer/kinds/0", "invalid_type"),
        (json!({ "kind": "essay" }), "/answer/kind", "invalid_type"),
    ] {
        client.post(&path, with_answer(&answer)).await.expect_field(pointer, code);
    }
    assert_eq!(school.titles().await, ["Quoi ?"]);
}

#[tokio::test]
async fn those_who_teach_write_the_bank_and_nobody_else() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let draft = choice_draft("Une question");
    school.manager.client.post(&school.path("/questions"), &draft).await.expect(201);
    only_for_those_who_teach(&app, &school, Method::POST, &school.path("/questions"), &draft).await;
}
