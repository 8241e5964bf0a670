use serde_json::{Value, json};

use super::super::noted;
use crate::support::app::TestApp;
use crate::support::companies::Recruiter;
use crate::support::company_quizzes::{CompanyExam, accepted, own};
use crate::support::quizzes::{choice_draft, item, quiz_draft};
use crate::support::users::User;

/// A published quiz of two questions about the first skill of a job and one about its second.
async fn skilled(app: &TestApp) -> (Recruiter, Value, Vec<Value>) {
    let recruiter = app.recruiter_somewhere().await;
    let client = &recruiter.user.client;
    let mut questions = Vec::new();
    let skills = app.skills_of("M1805");
    for (text, skill) in [("Un", &skills[0]), ("Deux", &skills[0]), ("Trois", &skills[1])] {
        let mut draft = choice_draft(text);
        draft["skills"] = json!([skill]);
        questions.push(client.post("/company/questions", &draft).await.expect(201));
    }
    let items: Vec<_> = questions.iter().map(item).collect();
    let mut draft = quiz_draft("Test", &items);
    draft["settings"] = json!({ "feedback": "after_attempt" });
    let quiz = client.post("/company/quizzes", &draft).await.expect(201);
    let path = format!("/company/quizzes/{}", quiz["id"].as_str().unwrap());
    client.post_at(&format!("{path}/publish"), &quiz["version"]).await.expect(200);
    (recruiter, json!(path), questions)
}

/// Takes it with the first and the third question right; gives the invitation.
async fn take(app: &TestApp, person: &User) -> (Recruiter, carnet::ids::QuizInvitationId) {
    let (recruiter, path, questions) = skilled(app).await;
    let path = path.as_str().unwrap();
    let body = json!({ "profile_ids": [person.profile] });
    let sent = recruiter.user.client.post(&format!("{path}/invitations"), body).await.expect(201);
    let invitation = crate::support::company_quizzes::invitation_id(&sent["invited"][0]);
    let notice = person.client.get(&own(invitation, "")).await.expect(200);
    person.client.post(&own(invitation, "/attempt"), accepted(&notice)).await.expect(201);
    let answer = |number: usize, choice: usize| {
        let id = &questions[number]["content"]["answer"]["choices"][choice]["id"];
        json!({ "question_id": questions[number]["id"], "sequence": 1, "answer": { "kind": "single", "choice_id": id } })
    };
    let answers = json!({ "answers": [answer(0, 0), answer(1, 1), answer(2, 0)] });
    person.client.post(&own(invitation, "/submission"), answers).await.expect(200);
    (recruiter, invitation)
}

#[tokio::test]
async fn a_person_puts_a_result_into_their_passport_skill_by_skill() {
    let app = TestApp::with_catalogue().await;
    let person = app.candidate("Inès", "Vue").await;
    let (_, invitation) = take(&app, &person).await;
    let asked = app.skills_of("M1805");
    // What can be put there is told with the result.
    let told = person.client.get(&own(invitation, "")).await.expect(200);
    let skills = told["skills"].as_array().unwrap();
    let of = |skill: &str| skills.iter().find(|one| one["skill"] == skill).unwrap();
    assert_eq!(
        (skills.len(), &of(&asked[0])["percent"], &of(&asked[0])["questions"]),
        (2, &json!(50), &json!(2))
    );
    let path = own(invitation, "/proposal");
    let made = person.client.post(&path, json!({ "skill": asked[0] })).await.expect(201);
    assert_eq!(
        (&made["percent"], &made["questions"], &made["quiz_title"]),
        (&json!(50), &json!(2), &json!("Test"))
    );
    let again = person.client.post(&path, json!({ "skill": asked[0] })).await.expect(200);
    assert_eq!(again["id"], made["id"]);
    let other = person.client.post(&path, json!({ "skill": asked[1] })).await.expect(201);
    assert_eq!((&other["percent"], &other["questions"]), (&json!(100), &json!(1)));
    for skill in [asked[2].as_str(), "x"] {
        person.client.post(&path, json!({ "skill": skill })).await.expect_field("/skill", "unknown_skill");
    }
    let page = person.client.get(&format!("/me/quiz-evidence?skill={}", asked[0])).await.expect(200);
    assert_eq!((page["items"].as_array().unwrap().len(), &page["items"][0]["id"]), (1, &made["id"]));
    // No validation comes of it, and nothing is declared by it.
    let skills = person.client.get("/me/skills").await.expect(200);
    assert_eq!(skills["items"], json!([]));
    let removal = format!("/me/quiz-evidence/{}", made["id"].as_str().unwrap());
    let stranger = app.candidate("Léa", "Autre").await;
    stranger.client.delete(&removal).await.expect_problem(404, "not_found");
    assert_eq!(person.client.delete(&removal).await.status, 204);
    person.client.delete(&removal).await.expect_problem(404, "not_found");
    assert_eq!(
        (
            noted(&app, "quiz_evidence.proposed").await.len(),
            noted(&app, "quiz_evidence.taken_out").await.len()
        ),
        (2, 1)
    );
}

#[tokio::test]
async fn nobody_else_puts_it_there_and_nobody_before_it_is_published() {
    let app = TestApp::with_catalogue().await;
    let person = app.candidate("Inès", "Vue").await;
    let (recruiter, invitation) = take(&app, &person).await;
    let path = own(invitation, "/proposal");
    let body = json!({ "skill": app.skills_of("M1805")[0] });
    recruiter.user.client.post(&path, &body).await.expect_problem(404, "not_found");
    let exam: CompanyExam = app.company_exam(&[crate::support::taking::Q::Single], json!({})).await;
    let waiting = exam.take(&app, &person, &exam.all_right(1)).await;
    let early = person.client.post(&own(waiting, "/proposal"), &body).await;
    assert_eq!(early.expect_problem(409, "illegal_transition")["current_state"], "graded");
    // Two tabs put it there once.
    let (one, other) = tokio::join!(person.client.post(&path, &body), person.client.post(&path, &body));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert!(statuses == [200, 201], "{statuses:?}");
    let kept: i64 =
        sqlx::query_scalar("SELECT count(*) FROM quiz_evidence").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(kept, 1);
}
