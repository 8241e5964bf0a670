//! Somebody who has filled everything in, and a company to which they grant an address for one offer, and
//! nothing else.

use carnet::orgs::Role;
use carnet::platform::db::dirty::Urgency;
use carnet::sharing::Notice;
use serde_json::{Value, json};
use uuid::Uuid;

use super::rows::SEARCH;
use crate::support::client::Client;
use crate::support::companies::{Recruiter, SIRET};
use crate::support::company_quizzes::question_draft;
use crate::support::experiences::mine;
use crate::support::files::pdf;
use crate::support::offers::{answer_at, offer_with};
use crate::support::rooms::{client_id, room_path};
use crate::support::search::SearchApp;
use crate::support::sharing::CV;
use crate::support::taking::{Q, WHOLE};
use crate::support::users::User;

/// What the person wrote, sent or was told, and never granted to a company.
const PRIVATE: [&str; 18] = [
    // the number, as it is typed and as it is kept
    "06 12 34 56 78",
    "0612345678",
    "612345678",
    // another address, as an organisation wrote it
    "zoe.autrefois",
    // the CV
    "Parcours-zq.pdf",
    "zqparcours",
    // an experience: words, days, proof
    "Cheffe de chantier zq",
    "Toits zq",
    "Villeurbanne-zq",
    "14 mai 1987",
    "1987-05-14",
    "2011-09-05",
    "2012-06-30",
    "Diplome-zq.pdf",
    "zqdiplome",
    // of a validation and an enrolment
    "Remarque zq",
    "REF-zq",
    "Employeur zq",
];

/// The server, the two, and what the addresses name.
pub struct Granted {
    app: SearchApp,
    pub zoe: User,
    hirer: User,
    words: Vec<(&'static str, String)>,
}

impl Granted {
    pub async fn start() -> Self {
        let app = SearchApp::start().await;
        let zoe = app.person("Zoé", "Granjon").await;
        fill_in(&app, &zoe).await;
        app.show(&zoe).await;
        app.mark(&[zoe.profile], Urgency::Soon).await;
        app.settled().await;
        let hirer = app.recruiter_granted(SIRET).await;
        let mut words = vec![
            ("$profile", zoe.profile.to_string()),
            ("$asked", format!("{{{SEARCH},\"facets\":[\"rome\",\"skills\",\"levels\",\"statuses\"]}}")),
        ];
        words.extend(offered(&app, &zoe, &hirer.user).await);
        words.extend(kept(&app, &zoe, &hirer.user).await);
        words.extend(examined(&app, &zoe, &hirer).await);
        app.thin_out_jobs().await;
        app.run_jobs().await;
        Self { app, zoe, hirer: hirer.user, words }
    }

    /// The recruiter, signed in at this instant.
    pub fn recruiter(&self) -> Client {
        self.app.renewed(&self.hirer).client
    }

    /// A template with what it names.
    pub fn fill(&self, template: &str) -> String {
        self.words.iter().fold(template.to_owned(), |text, (word, value)| text.replace(word, value))
    }

    /// What no recruiter reads of the person; the account's own id is one of them.
    pub fn private(&self) -> Vec<String> {
        PRIVATE.iter().map(|&value| value.to_owned()).chain([self.zoe.id.to_string()]).collect()
    }
}

fn id(value: &Value) -> String {
    value["id"].as_str().expect("it has an id").to_owned()
}

/// Everything a passport and an organisation may hold: a number, a CV, an experience with its proof, skills,
/// a validation.
async fn fill_in(app: &SearchApp, zoe: &User) {
    app.give_phone(zoe, "06 12 34 56 78").await;
    let details = zoe.client.get("/me/contact-details").await.expect(200);
    let file = zoe.client.upload("/me/files", "Parcours-zq.pdf", pdf("<< /A (zqparcours) >>")).await;
    let cv = json!({ "file_id": file.expect(201)["id"] });
    zoe.client.put_at(CV, &details["version"], cv).await.expect(200);
    let experience = json!({
        "title": "Cheffe de chantier zq", "organisation_name": "Toits zq", "place": "Villeurbanne-zq",
        "started_on": "2011-09-05", "ended_on": "2012-06-30",
        "description": "Née le 14 mai 1987 (1987-05-14).",
        "skills": [{ "skill": "102", "level": 2 }], "jobs": ["A1101"],
    });
    let experience = app.declared(zoe, &experience).await;
    let file = zoe.client.upload("/me/files", "Diplome-zq.pdf", pdf("<< /A (zqdiplome) >>")).await;
    let proof = json!({ "file_id": file.expect(201)["id"] });
    zoe.client.post(&mine(&experience, "/proofs"), proof).await.expect(201);
    zoe.client.put("/me/skills/103", json!({ "level": 2 })).await.expect(200);
    let class = app.class(0).await;
    let enrolment = class.enrol(app, Some(zoe), "Granjon").await;
    app.execute(&format!(
        "UPDATE enrolment
         SET email = 'zoe.autrefois@ailleurs.example', reference = 'REF-zq', employer = 'Employeur zq'
         WHERE id = '{enrolment}'"
    ))
    .await;
    app.join(&class.organisation, zoe, Role::Trainee).await;
    let grid = app.grid(&class.organisation).await;
    let validation = json!({
        "person_id": zoe.id, "skill": "101", "grid_id": grid, "step": 2, "comment": "Remarque zq",
    });
    class.teacher(app).post(&class.organisation.path("/validations"), validation).await.expect(201);
}

/// The offer that the person accepts, sharing their address; the talent pool, and the room that opens.
async fn offered(app: &SearchApp, zoe: &User, hirer: &User) -> Vec<(&'static str, String)> {
    let search: Value = serde_json::from_str(&format!("{{{SEARCH}}}")).unwrap();
    let sent = app.sent(hirer, &offer_with(&json!({ "search": search })), &[zoe]).await;
    let yes = json!({
        "confirmed": true, "items": [{ "kind": "email" }], "policy_version": Notice::sharing().version,
    });
    answer_at(&zoe.client, &sent.mine(0, "/acceptance"), 1, yes).await.expect(200);
    let pool = json!({ "agreed": true });
    zoe.client.put(&sent.mine(0, "/talent-pool"), pool).await.expect(200);
    let seen = hirer.client.get(&sent.of(0, "")).await.expect(200);
    let rooms = hirer.client.get("/rooms").await.expect(200);
    let room: Uuid = id(&rooms["items"][0]).parse().unwrap();
    let said = zoe.client.say(room, "Bonjour, je commence lundi.").await;
    let file = id(&hirer.client.upload_pdf().await);
    let answer = json!({
        "client_id": client_id(), "text": "Bonjour, voici le plan.", "reply_to": said["id"],
        "file_ids": [file],
    });
    hirer.client.post(&room_path(room, "/messages"), answer).await.expect(201);
    vec![
        ("$offer", sent.id.clone()),
        ("$received", sent.received[0].to_string()),
        ("$share", seen["shared"][0]["share"].as_str().unwrap().to_owned()),
        ("$room", room.to_string()),
    ]
}

/// What the company keeps: a list, a line of those left out, a note, a search that has found the person, one
/// that is past.
async fn kept(app: &SearchApp, zoe: &User, hirer: &User) -> Vec<(&'static str, String)> {
    let client = &hirer.client;
    let people = json!({ "profiles": [zoe.profile] });
    let list = id(&client.post("/candidate-lists", json!({ "name": "Monteuses" })).await.expect(201));
    client.post(&format!("/candidate-lists/{list}/candidates"), &people).await.expect(200);
    client.post("/me/company/excluded-profiles", &people).await.expect(200);
    let note = json!({ "text": "À rappeler en mai." });
    client.post(&format!("/profiles/{}/notes", zoe.profile), note).await.expect(201);
    let asked: Value = serde_json::from_str(&format!("{{{SEARCH}}}")).unwrap();
    let saved = json!({ "name": "Monteuses", "search": asked });
    let search = id(&client.post("/me/saved-searches", saved).await.expect(201));
    let alert = json!({ "frequency": "daily" });
    client.put(&format!("/me/saved-searches/{search}/alert"), alert).await.expect(200);
    let found = format!("INSERT INTO saved_search_match VALUES ('{search}', '{}', now(), true)", zoe.id);
    app.execute(&found).await;
    client.post("/profile-search", &asked).await.expect(200);
    app.until("the search is noted", async || {
        let past = client.get("/me/search-history").await.expect(200);
        past["items"].as_array().is_some_and(|items| !items.is_empty())
    })
    .await;
    let blocked = app.person("Paul", "Lassant").await;
    let blocks = format!("INSERT INTO blocked_person VALUES ('{}', '{}', now())", hirer.id, blocked.id);
    app.execute(&blocks).await;
    vec![("$list", list), ("$search", search)]
}

/// A quiz of the company, taken by the person and by somebody who answers nothing; graded, and a key that
/// was wrong.
async fn examined(app: &SearchApp, zoe: &User, hirer: &Recruiter) -> Vec<(&'static str, String)> {
    let settings = json!({ "integrity_signals": true });
    let exam = app.company_exam_of(hirer.clone(), &WHOLE, settings).await;
    let lea = app.candidate("Léa", "Autre").await;
    let mut answers = exam.all_right(1);
    let file = id(&zoe.client.upload_pdf().await);
    answers[Q::File as usize]["answer"] = json!({ "kind": "file", "file_ids": [file] });
    let taken = exam.take(app, zoe, &answers).await;
    let unanswered = exam.take(app, &lea, &[]).await;
    for copy in exam.copies(app).await {
        exam.grade(app, &copy).await;
    }
    let question = exam.question(Q::TrueFalse);
    let mut draft = question_draft(Q::TrueFalse);
    draft["answer"]["is_true"] = json!(true);
    let path = format!("/company/questions/{}", id(question));
    exam.client(app).put_at(&path, &question["version"], &draft).await.expect(200);
    vec![
        ("$quiz", id(&exam.quiz)),
        ("$taken", taken.to_string()),
        ("$unanswered", unanswered.to_string()),
        ("$question", id(question)),
    ]
}
