//! A company tests candidates: it writes its questions, invites people it found, grades without names, publishes; the person keeps a
//! copy, puts the result into their passport, and the company forgets.

use carnet::quizzes::PurgeQuizAttempts;
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::companies::Recruiter;
use crate::support::users::User;

fn id(made: &Value) -> &str {
    made["id"].as_str().expect("it has an id")
}

fn choice(skill: &str, text: &str, choices: &[(&str, bool)]) -> Value {
    let choices: Vec<_> =
        choices.iter().map(|(text, is_right)| json!({ "text": text, "is_right": is_right })).collect();
    json!({
        "statement": [{ "type": "text", "text": text }], "skills": [skill],
        "answer": { "kind": "single", "choices": choices },
    })
}

fn essay(text: &str) -> Value {
    json!({
        "statement": [{ "type": "text", "text": text }], "points": 4,
        "answer": { "kind": "long_text", "max_characters": 2000,
                    "rubric": [{ "title": "Sécurité", "points": 2 }, { "title": "Méthode", "points": 2 }] },
    })
}

struct Story {
    app: TestApp,
    recruiter: Recruiter,
    quiz: Value,
    questions: Vec<Value>,
}

impl Story {
    fn company(&self) -> Client {
        self.app.renewed(&self.recruiter.user).client
    }

    fn as_(&self, person: &User) -> Client {
        self.app.renewed(person).client
    }

    fn path(&self, rest: &str) -> String {
        format!("/company/quizzes/{}{rest}", id(&self.quiz))
    }

    /// The recruiter writes three questions, one of which they are warned of and write anew, and publishes the quiz.
    async fn write() -> Self {
        let app = TestApp::with_catalogue().await;
        let recruiter = app.recruiter_somewhere().await;
        let client = &recruiter.user.client;
        let mut questions = Vec::new();
        for draft in [
            choice(
                &app.skills_of("M1805")[0],
                "Quel gaz en TIG ?",
                &[("Argon", true), ("Oxygène", false), ("CO2", false)],
            ),
            essay("Avez-vous des enfants qui vous empêchent de vous déplacer ?"),
        ] {
            questions.push(client.post("/company/questions", draft).await.expect(201));
        }
        assert_eq!(questions[1]["warnings"][0]["topic"], "family");
        let path = format!("/company/questions/{}", id(&questions[1]));
        let better = essay("Décrivez la préparation d’un joint sur un chantier.");
        let better = client.put_at(&path, &questions[1]["version"], better).await.expect(200);
        assert_eq!(better["warnings"], json!([]));
        let items: Vec<_> = questions.iter().map(|one| json!({ "question_id": one["id"] })).collect();
        let draft = json!({
            "kind": "quiz", "title": "Soudage TIG", "sections": [{ "title": "Une", "items": items }],
            "settings": { "minutes": 30, "hides_names": true, "integrity_signals": true, "pass_percent": 60 },
        });
        let quiz = client.post("/company/quizzes", draft).await.expect(201);
        let path = format!("/company/quizzes/{}/publish", id(&quiz));
        let quiz = client.post_at(&path, &quiz["version"]).await.expect(200);
        Self { app, recruiter, quiz, questions }
    }

    /// Invites people, and gives their invitations.
    async fn invite(&self, people: &[&User]) -> Vec<String> {
        let profiles: Vec<_> = people.iter().map(|person| person.profile).collect();
        let body = json!({ "profile_ids": profiles, "purpose": "Soudeur TIG, Lyon" });
        let sent = self.company().post(&self.path("/invitations"), body).await.expect(201);
        let invited = sent["invited"].as_array().unwrap().iter();
        invited.map(|one| one["invitation_id"].as_str().unwrap().to_owned()).collect()
    }

    /// Somebody reads the notice, begins, answers and hands in.
    async fn answer(&self, person: &User, invitation: &str, right: bool) {
        let path = |rest: &str| format!("/me/quiz-invitations/{invitation}{rest}");
        let notice = self.as_(person).get(&path("")).await.expect(200);
        let start = json!({ "notice_version": notice["notice_version"], "seen": notice["seen"] });
        let attempt = self.as_(person).post(&path("/attempt"), start).await.expect(201);
        assert_eq!(attempt["questions"].as_array().unwrap().len(), 2);
        let choices = &self.questions[0]["content"]["answer"]["choices"];
        let chosen = &choices[usize::from(!right)]["id"];
        let answers = json!({ "answers": [
            { "question_id": self.questions[0]["id"], "sequence": 1, "answer": { "kind": "single", "choice_id": chosen } },
            { "question_id": self.questions[1]["id"], "sequence": 1, "answer": { "kind": "long_text", "text": "Je meule." } },
        ] });
        self.as_(person).put(&path("/answers"), &answers).await.expect(200);
        let signals = json!({ "tab_switches": 2, "pastes": 0 });
        assert_eq!(self.as_(person).put(&path("/signals"), signals).await.status, 204);
        self.app.advance(Duration::minutes(4));
        let done = self.as_(person).post(&path("/submission"), &answers).await.expect(200);
        assert_eq!(done["state"], "to_grade");
    }

    /// Another recruiter grades both copies, of which neither tells a name.
    async fn grade(&self) {
        let colleague = self.app.fellow_recruiter(&self.recruiter).await.user;
        let copies = self.as_(&colleague).get(&self.path("/copies")).await.expect(200);
        let text = copies.to_string();
        assert!(!text.contains("Inès") && !text.contains("Zoé"));
        for copy in copies["items"].as_array().unwrap() {
            assert_eq!(copy["author"], Value::Null);
            let (copy_id, question) = (copy["copy_id"].as_str().unwrap(), id(&self.questions[1]));
            let path = self.path(&format!("/copies/{copy_id}/grades/{question}"));
            let body = json!({ "criteria": [2.0, 1.0], "comment": "Pensez au gaz." });
            self.as_(&colleague).put_at(&path, &copy["version"], body).await.expect(200);
        }
    }
}

#[tokio::test]
async fn a_company_tests_candidates_and_forgets_them() {
    let story = Story::write().await;
    let app = &story.app;
    let (ines, zoe, paul) = (
        app.candidate("Inès", "Douée").await,
        app.candidate("Zoé", "Moyenne").await,
        app.candidate("Paul", "Refuse").await,
    );
    let invitations = story.invite(&[&ines, &zoe, &paul]).await;
    assert_eq!(invitations.len(), 3);
    let refusal = format!("/me/quiz-invitations/{}/withdrawal", invitations[2]);
    assert_eq!(story.as_(&paul).post(&refusal, ()).await.status, 204);
    let more = format!("/me/quiz-invitations/{}/adjustment", invitations[1]);
    let told = story.as_(&zoe).put(&more, json!({ "extra_time": "third" })).await.expect(200);
    assert_eq!(told["seconds"], 2400);
    story.answer(&ines, &invitations[0], true).await;
    story.answer(&zoe, &invitations[1], false).await;
    story.grade().await;
    let results = story.company().get(&story.path("/results")).await.expect(200);
    let ranked: Vec<_> =
        results["candidates"].as_array().unwrap().iter().map(|one| &one["first_name"]).collect();
    assert_eq!(ranked, [&json!("Inès"), &json!("Zoé")]);
    assert_eq!(results["candidates"][0]["signals"]["tab_switches"], 2);
    story.company().post(&story.path("/publication"), json!({})).await.expect(200);
    // The person reads the result, keeps a copy and puts it into their passport.
    let mine = format!("/me/quiz-invitations/{}", invitations[0]);
    let notice = story.as_(&ines).get(&mine).await.expect(200);
    assert_eq!((&notice["result"]["percent"], &notice["result"]["is_passed"]), (&json!(80), &json!(true)));
    let copy = story.as_(&ines).get(&format!("{mine}/copy")).await;
    assert!(copy.text.contains("Pensez au gaz.") && copy.text.contains("Argon"));
    let put = story
        .as_(&ines)
        .post(&format!("{mine}/proposal"), json!({ "skill": app.skills_of("M1805")[0] }))
        .await
        .expect(201);
    assert_eq!(put["percent"], 100);
    // Three months after the closing nothing is left with the company; what the person kept is theirs.
    let later: DateTime<Utc> = "2026-07-03T08:00:00Z".parse().unwrap();
    app.advance(later - app.state.clock.now());
    app.run_job(PurgeQuizAttempts {}).await;
    let results = story.company().get(&story.path("/results")).await.expect(200);
    let sent = story.company().get(&story.path("/invitations")).await.expect(200);
    assert_eq!((&results["candidates"], &sent["items"]), (&json!([]), &json!([])));
    let kept = story.as_(&ines).get("/me/quiz-evidence").await.expect(200);
    assert_eq!(kept["items"][0]["id"], put["id"]);
}
