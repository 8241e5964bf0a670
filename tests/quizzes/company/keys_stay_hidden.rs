use serde_json::json;

use crate::support::app::TestApp;
use crate::support::company_quizzes::own;
use crate::support::taking::{SECRETS, WHOLE};

/// What is right never leaves before the end, whatever is asked.
#[tokio::test]
async fn nothing_that_a_candidate_can_ask_tells_what_is_right() {
    let app = TestApp::with_catalogue().await;
    let exam =
        app.company_exam(&WHOLE, json!({ "feedback": "after_publication", "hides_names": true })).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let client = &person.client;
    let look = async |when: &str| {
        for path in [
            own(invitation, ""),
            own(invitation, "/attempt"),
            own(invitation, "/copy"),
            "/me/quiz-invitations".to_owned(),
        ] {
            let text = client.get(&path).await.text;
            for secret in SECRETS {
                assert!(!text.contains(secret), "{when}: {secret} in {path}");
            }
        }
    };
    look("invited").await;
    let begun = exam.start(&app, &person, invitation).await.to_string();
    assert!(SECRETS.iter().all(|secret| !begun.contains(secret)));
    look("started").await;
    let saved = client.put(&own(invitation, "/answers"), json!({ "answers": exam.all_right(1) })).await.text;
    assert!(SECRETS.iter().all(|secret| !saved.contains(secret)));
    let handed_in = exam.submit(&app, &person, invitation, &exam.all_right(2)).await.to_string();
    assert!(SECRETS.iter().all(|secret| !handed_in.contains(secret)));
    look("to grade").await;
    for copy in exam.copies(&app).await {
        exam.grade(&app, &copy).await;
    }
    look("graded").await;
    exam.publish(&app).await;
    let read = client.get(&own(invitation, "/attempt")).await.expect(200);
    assert_eq!((&read["state"], read["marked"].as_array().unwrap().len()), (&json!("published"), 7));
    assert!(read.to_string().contains("SECRET-EXPLICATION"));
    let copy = client.get(&own(invitation, "/copy")).await;
    assert!(copy.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert!(copy.text.contains("SECRET-EXPLICATION"), "one keeps a copy");
}
