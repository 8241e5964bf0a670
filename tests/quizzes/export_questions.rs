use serde_json::{Value, json};

use super::{noted, read_by_those_who_teach};
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;
use crate::support::trainings::School;

/// What each question says, without what no file bears: ids.
async fn said(school: &School) -> Vec<Value> {
    let page = school.trainer.client.get(&school.path("/questions?limit=100")).await.expect(200);
    let mut said = Vec::new();
    for question in page["items"].as_array().unwrap() {
        let shown = school.trainer.client.get(&school.question_path(question, "")).await.expect(200);
        let mut content = shown["content"].clone();
        if let Some(choices) = content["answer"]["choices"].as_array_mut() {
            for choice in choices {
                choice.as_object_mut().unwrap().remove("id");
            }
        }
        said.push(content);
    }
    said.sort_by_key(ToString::to_string);
    said
}

async fn fill(app: &TestApp, school: &School) {
    let mut rich = choice_draft("=1+1 ou\n{accolade} ~ tilde ?");
    rich["statement"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "type": "formula", "tex": "\\frac{a}{b} \\neq 1" }));
    rich["statement"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "type": "code", "language": "c", "text": "if (a) { }\n\n  b;" }));
    rich["answer"]["choices"][0]["text"] = json!("@SUM(A1) #1 = 50%");
    rich["answer"]["choices"][1]["feedback"] = json!("Relisez\n\nle cours.");
    (rich["tags"], rich["skills"]) = (json!(["calcul", "niveau 1"]), json!([app.skills_of("M1805")[0]]));
    (rich["points"], rich["explanation"]) = (json!(2.5), json!("Parce que."));
    school.question(&rich).await;
    let text = |text: &str| json!([{ "type": "text", "text": text }]);
    let answers = [
        json!({ "kind": "multiple", "partial_credit": "per_choice", "choices": [
            { "text": "a", "is_right": true }, { "text": "b", "is_right": true }, { "text": "c", "is_right": false },
        ] }),
        json!({ "kind": "multiple", "partial_credit": "weighted", "choices": [
            { "text": "a", "is_right": true, "weight": 10_000 }, { "text": "b", "is_right": false, "weight": -2_500 },
        ] }),
        json!({ "kind": "true_false", "is_true": false, "feedback_true": "Non" }),
        json!({ "kind": "short_text", "accepted": [{ "text": "Paris" }, { "text": "Lutèce", "percent": 50 }],
                "ignores": { "case": true, "accents": false, "spaces": false } }),
        json!({ "kind": "number", "value": -3.5, "tolerance": 0.25, "unit": "°C" }),
        json!({ "kind": "long_text", "max_characters": 700,
                "rubric": [{ "title": "Fond | forme", "description": "Deux\nlignes", "points": 1 }] }),
        json!({ "kind": "file", "kinds": ["pdf", "slides"], "max_bytes": 5000, "max_files": 2 }),
    ];
    for (number, answer) in answers.into_iter().enumerate() {
        school
            .question(&json!({ "statement": text(&format!("Question {number} ?")), "answer": answer }))
            .await;
    }
}

#[tokio::test]
async fn what_is_exported_comes_back_as_it_was_in_both_forms() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    fill(&app, &school).await;
    let written = said(&school).await;
    assert_eq!(written.len(), 8);
    for (format, kind, name) in
        [("gift", "text/plain", "questions.gift.txt"), ("csv", "text/csv", "questions.csv")]
    {
        let file =
            school.trainer.client.get(&school.path(&format!("/question-export?format={format}"))).await;
        assert_eq!(file.status, 200);
        assert!(file.headers["content-type"].to_str().unwrap().starts_with(kind));
        assert!(file.headers["content-disposition"].to_str().unwrap().contains(name));
        assert_eq!(file.headers["cache-control"], "private, no-store");
        let copy = app.school("Copie").await;
        let shown = copy.send_questions(&copy.trainer, format, file.text.clone()).await.expect(201);
        assert_eq!(shown["counts"], json!({ "create": 8, "error": 0 }), "{}", shown["rows"]);
        let path = copy.path(&format!("/question-imports/{}/confirm", shown["id"].as_str().unwrap()));
        copy.trainer.client.post(&path, json!({ "skip_errors": false })).await.expect(200);
        assert_eq!(said(&copy).await, written, "{format}");
    }
    let exported = noted(&app, "question.exported").await;
    assert_eq!(exported[0], Some(json!({ "format": "gift", "questions": 8 })));
}

#[tokio::test]
async fn no_cell_runs_in_a_spreadsheet_and_filters_choose() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    fill(&app, &school).await;
    let client = &school.trainer.client;
    let table = client.get(&school.path("/question-export?format=csv&tag=calcul")).await.text;
    assert!(table.contains("'=1+1 ou") && table.contains("'@SUM(A1)"), "{table}");
    assert!(
        !table.contains(";=") && !table.contains(";@") && !table.contains("\"=") && !table.contains("\"@")
    );
    assert!(!table.contains("Question 0"));
    let some = client.get(&school.path("/question-export?format=gift&kind=number")).await.text;
    assert!(some.contains("{#-3.5:0.25}") && !some.contains("TRUE"), "{some}");
    client.get(&school.path("/question-export")).await.expect_field("/format", "required");
    let archived = school.question(&choice_draft("Archivée")).await;
    client.post_at(&school.question_path(&archived, "/archive"), &json!(1)).await.expect(200);
    assert!(!client.get(&school.path("/question-export?format=csv")).await.text.contains("Archivée"));
    read_by_those_who_teach(&app, &school, &school.path("/question-export?format=csv")).await;
}
