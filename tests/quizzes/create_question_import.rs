use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn a_gift_file_is_shown_question_by_question_and_nothing_is_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    school.question(&choice_draft("Déjà là ?")).await;
    let file = "// [points:2] [tag:calcul]\nDeux et deux ?{=4 ~5 ~3}\n\nAssociez.{=a -> 1 =b -> 2}\n\n\
        Déjà là ?{T}\n\n// [skill:999999]\nSans fin.{}\n";
    let shown = school.send_questions(&school.trainer, "gift", file).await.expect(201);
    assert_eq!(
        (&shown["counts"], &shown["confirmed_at"]),
        (&json!({ "create": 2, "error": 2 }), &Value::Null)
    );
    let rows = shown["rows"].as_array().unwrap();
    assert_eq!(
        (&rows[0]["line"], &rows[0]["kind"], &rows[0]["title"], &rows[0]["points"], &rows[0]["tags"]),
        (&json!(2), &json!("single"), &json!("Deux et deux ?"), &json!(2.0), &json!(["calcul"]))
    );
    assert_eq!((&rows[1]["action"], &rows[1]["errors"][0]["line"]), (&json!("error"), &json!(4)));
    assert_eq!(rows[1]["errors"][0]["code"], "not_supported");
    assert_eq!(
        (&rows[2]["action"], &rows[2]["remarks"][0]["code"]),
        (&json!("create"), &json!("same_statement"))
    );
    let fault = &rows[3]["errors"][0];
    assert_eq!(
        (&fault["line"], &fault["field"], &fault["code"]),
        (&json!(9), &json!("/skills/0"), &json!("unknown_skill"))
    );
    assert_eq!(school.titles().await, ["Déjà là ?"], "nothing was written");
}

#[tokio::test]
async fn a_table_tells_the_line_and_the_column_of_each_fault_in_either_encoding() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let table = "Type;Énoncé;Réponse 1;Réponse 2;Bonnes réponses;Remarque\r\n\
        choix unique;Où ?;Ici;Là;1;x\r\nchoix unique;Qui ?;Moi;Moi;2;\r\n;Rien;;;;\r\n";
    let latin: Vec<u8> = table.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for file in [table.as_bytes().to_vec(), latin] {
        let shown = school.send_questions(&school.trainer, "csv", file).await.expect(201);
        assert_eq!(shown["ignored_columns"], json!(["Remarque"]));
        let faults: Vec<_> = shown["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["errors"].as_array().unwrap().first().cloned().unwrap_or_default())
            .map(|fault| (fault["line"].clone(), fault["column"].clone(), fault["code"].clone()))
            .collect();
        assert_eq!(
            faults,
            [
                (Value::Null, Value::Null, Value::Null),
                (json!(3), json!(4), json!("duplicate")),
                (json!(4), json!(1), json!("required")),
            ]
        );
    }
}

#[tokio::test]
async fn hostile_and_broken_files_are_refused_with_their_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let refused = async |format: &str, file: Vec<u8>, pointer: &str, code: &str| {
        school.send_questions(&school.trainer, format, file).await.expect_field(pointer, code);
    };
    refused("gift", Vec::new(), "", "empty_file").await;
    refused("gift", b"// rien\n".to_vec(), "", "empty_file").await;
    refused("gift", b"Quoi\0 ?{T}\n".to_vec(), "/lines/1", "invalid_characters").await;
    refused("gift", "Quoi ?{T}\n\n".repeat(501).into(), "/lines/1001", "too_many").await;
    refused("csv", b"<html></html>".to_vec(), "", "not_a_table").await;
    refused("csv", "Type;Points\nx;1\n".into(), "/lines/1", "missing_column").await;
    refused(
        "csv",
        format!("Type;Énoncé\nx;{}\n", "x".repeat(30_000)).into(),
        "/lines/2/columns/2",
        "too_long",
    )
    .await;
    refused("qti", b"x".to_vec(), "/format", "invalid_type").await;
    let answer = school.send_questions(&school.trainer, "csv", vec![b'x'; 5 * 1024 * 1024]).await;
    answer.expect_problem(413, "body_too_large");
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM question_import").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn only_those_who_teach_import() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (trainee, foreign) = (app.trainee(&school.organisation).await, app.school("Ailleurs").await);
    let file = "Quoi ?{T}\n";
    school.send_questions(&trainee, "gift", file).await.expect_problem(403, "forbidden");
    school.send_questions(&foreign.manager, "gift", file).await.expect_problem(404, "not_found");
    let path = school.path("/question-imports");
    let without = crate::support::client::send(school.trainer.client.request(Method::POST, &path)).await;
    without.expect_field("/format", "required");
    app.suspend(&school.organisation).await;
    school.send_questions(&school.trainer, "gift", file).await.expect_problem(409, "organisation_suspended");
}
