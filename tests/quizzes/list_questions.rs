use serde_json::{Value, json};

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn questions_are_found_by_words_kind_tag_skill_and_state() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let skill = app.skills_of("M1805")[0].clone();
    let mut first = choice_draft("Que faire d’une fuite électrique ?");
    (first["tags"], first["skills"]) = (json!(["Sécurité"]), json!([skill]));
    let first = school.question(&first).await;
    let truth = json!({
        "statement": [{ "type": "text", "text": "Le cuivre conduit." }], "tags": ["métaux"],
        "answer": { "kind": "true_false", "is_true": true },
    });
    let second = school.question(&truth).await;
    let third = school.question(&choice_draft("Archivée")).await;
    let archived = school.question_path(&third, "/archive");
    school.trainer.client.post_at(&archived, &json!(1)).await.expect(200);
    app.school("Ailleurs").await.question(&choice_draft("La leur")).await;
    let found = async |query: &str| -> Vec<Value> {
        let page = school.trainer.client.get(&school.path(&format!("/questions?{query}"))).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|question| question["id"].clone()).collect()
    };
    let ids =
        |questions: &[&Value]| -> Vec<Value> { questions.iter().map(|one| one["id"].clone()).collect() };
    assert_eq!(found("").await, ids(&[&third, &second, &first]));
    assert_eq!(found("archived=false").await, ids(&[&second, &first]));
    assert_eq!(found("archived=true").await, ids(&[&third]));
    assert_eq!(found("q=FUITE%20electrique").await, ids(&[&first]));
    assert_eq!(found("q=m%C3%A9taux").await, ids(&[&second]));
    assert_eq!(found("q=oui&archived=false").await, ids(&[&first]));
    assert_eq!(found("kind=true_false").await, ids(&[&second]));
    assert_eq!(found("tag=s%C3%A9curit%C3%A9").await, ids(&[&first]));
    assert_eq!(found(&format!("skill={}", skill.as_str())).await, ids(&[&first]));
    assert_eq!(found("tag=rien").await, ids(&[]));
    let page = school.trainer.client.get(&school.path("/questions?limit=2")).await.expect(200);
    let next = page["next_cursor"].as_str().unwrap();
    assert_eq!(found(&format!("limit=2&cursor={next}")).await, ids(&[&first]));
}

#[tokio::test]
async fn odd_filters_are_refused_and_the_list_is_for_those_who_teach() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    school.question(&choice_draft("Une question")).await;
    let client = &school.trainer.client;
    for (query, pointer, code) in [
        ("skill=x", "/skill", "unknown_skill"),
        ("limit=0", "/limit", "out_of_range"),
        ("cursor=x", "/cursor", "invalid_cursor"),
        ("author=me", "/author", "unknown_field"),
    ] {
        client.get(&school.path(&format!("/questions?{query}"))).await.expect_field(pointer, code);
    }
    read_by_those_who_teach(&app, &school, &school.path("/questions")).await;
}
