//! Story E: somebody shows what they learnt elsewhere, masks what nobody has to read, and an organisation of their choice
//! says what it attests.

use carnet::orgs::Role;
use carnet::platform::http::Code;
use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::app::TestApp;
use crate::support::experiences::{holds, page};
use crate::support::organisations::Organisation;
use crate::support::users::User;

/// A number nobody else has to read.
const NUMBER: &str = "284057512345678";

#[tokio::test]
async fn an_experience_is_told_proved_judged_and_taken_back() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let school = app.organisation("École du Rhône").await;
    let admin = app.member(&school, Role::Admin).await;
    let grid = app.grid(&school).await;
    let skills = app.skills_of("M1805")[..2].to_vec();
    let path = told(&ines, &skills).await;
    let proof = proved_and_masked(&app, &ines, &path).await;
    let submission = put_before(&app, &ines, &path).await;
    let review = school.path(&format!("/experience-submissions/{submission}"));
    sent_back_and_completed(&ines, &admin, &path, (&review, &submission)).await;
    judged(&admin, &review, &skills, &json!(grid)).await;
    what_became_of_it(&ines, &path, &skills).await;
    proofs_stay_in_their_circle(&app, &admin, &school, (&review, &proof)).await;
    taken_back(&ines, &admin, &path, (&review, &proof)).await;
}

/// Told in one's own words: it counts as said.
async fn told(ines: &User, skills: &[String]) -> String {
    let draft = json!({
        "title": "Site d’une association", "organisation_name": "Association Toits", "place": "Lyon",
        "started_on": "2023-09-01", "description": "Conception et mise en ligne, seule, en six mois.",
        "skills": [{"skill": skills[0], "level": 3}, {"skill": skills[1], "level": 2}], "jobs": ["M1805"],
    });
    let made = ines.client.post("/me/experiences", &draft).await.expect(201);
    let path = format!("/me/experiences/{}", made["id"].as_str().unwrap());
    assert_eq!(made["status"], "draft");
    let declared = ines.client.post(&format!("{path}/declare"), ()).await.expect(200);
    assert_eq!(declared["status"], "declared");
    let skills_now = ines.client.get("/me/skills").await.expect(200);
    assert!(list(&skills_now, "items").iter().all(|it| it["searchable"]["status"] == "declared"));
    path
}

/// Proved by a paper with a number on it, which is masked before anybody sees it.
async fn proved_and_masked(app: &TestApp, ines: &User, path: &str) -> String {
    let file = ines.client.upload("/me/files", "Attestation.pdf", page(NUMBER)).await.expect(201);
    let body = json!({"file_id": file["id"]});
    let after = ines.client.post(&format!("{path}/proofs"), &body).await.expect(201);
    let proof = after["proofs"][0]["id"].as_str().unwrap().to_owned();
    let zones = json!({"zones": [{"page": 1, "x": 0.0, "y": 0.0, "width": 1.0, "height": 0.5}]});
    ines.client.put(&format!("{path}/proofs/{proof}/zones"), &zones).await.expect(200);
    app.run_jobs().await;
    let seen = ines.client.get(path).await.expect(200);
    assert_eq!((&seen["proofs"][0]["mask"], &seen["proofs"][0]["shown"]), (&json!("ready"), &json!("clean")));
    let shown = ines.client.get(&format!("{path}/proofs/{proof}/file?shown=true")).await;
    assert!(!holds(shown.text.as_bytes(), NUMBER));
    proof
}

/// Found by name, and chosen.
async fn put_before(app: &TestApp, ines: &User, path: &str) -> String {
    let found = ines.client.get("/experience-reviewers?name=rh%C3%B4ne").await.expect(200);
    let school = one(list(&found, "items"), "name", "École du Rhône")["id"].clone();
    let to = json!({"organisation_id": school, "message": "Pourriez-vous l’attester ?"});
    let after = ines.client.post(&format!("{path}/submissions"), &to).await.expect(201);
    assert_eq!(after["status"], "submitted");
    assert_eq!(app.mails_to(&ines.email).await.len(), 0);
    after["submissions"][0]["id"].as_str().unwrap().to_owned()
}

/// The organisation asks for more, and gets it.
async fn sent_back_and_completed(ines: &User, admin: &User, path: &str, (review, id): (&str, &str)) {
    let ask = json!({"text": "L’adresse du site, s’il vous plaît."});
    admin.client.post(&format!("{review}/ask"), &ask).await.expect(200);
    let seen = ines.client.get(path).await.expect(200);
    assert_eq!(seen["status"], "to_complete");
    let mut words = json!({
        "title": seen["title"], "organisation_name": seen["organisation_name"], "place": seen["place"],
        "started_on": seen["started_on"], "description": "En ligne : toits.example.", "jobs": ["M1805"],
    });
    words["skills"] = list(&seen, "skills")
        .iter()
        .map(|claim| json!({"skill": claim["skill"], "level": claim["level"]}))
        .collect::<Vec<Value>>()
        .into();
    ines.client.put_at(path, &seen["version"], &words).await.expect(200);
    let again = json!({"message": "C’est ajouté."});
    let after = ines.client.post(&format!("{path}/submissions/{id}/resubmit"), &again).await.expect(200);
    assert_eq!(after["submissions"][0]["round"], 2);
}

/// Two judgements: the paper is authentic; one skill is attested, the other is not.
async fn judged(admin: &User, review: &str, skills: &[String], grid: &Value) {
    let seen = admin.client.get(review).await.expect(200);
    assert_eq!(
        (&seen["description"], &seen["proofs"][0]["masked"]),
        (&json!("En ligne : toits.example."), &json!(true))
    );
    let decision = json!({
        "proofs": {"judgement": "authentic"}, "text": "Un site soigné.",
        "skills": [
            {"skill": skills[0], "grid_id": grid, "step": 2},
            {"skill": skills[1], "reason": "Le site ne le montre pas."},
        ],
    });
    let after = admin.client.post(&format!("{review}/decide"), &decision).await.expect(200);
    assert_eq!(after["status"], "completed");
}

/// In the passport: validated by the school, and the rest still said.
async fn what_became_of_it(ines: &User, path: &str, skills: &[String]) {
    let passport = ines.client.get("/me/skills").await.expect(200);
    let of = |code: &str| one(list(&passport, "items"), "code", code)["searchable"].clone();
    assert_eq!(of(&skills[0]), json!({"level": 3, "status": "validated"}));
    assert_eq!(of(&skills[1]), json!({"level": 2, "status": "declared"}));
    let seen = ines.client.get(path).await.expect(200);
    let kinds = each(list(&seen["submissions"][0], "history"), "kind");
    assert_eq!(kinds, ["submitted", "asked", "resubmitted", "completed"]);
    let line = one(list(&seen, "skills"), "skill", &skills[0])["trace"]["line"].as_str().unwrap().to_owned();
    assert!(line.contains("1\u{a0}pièce") && line.contains("École du Rhône"), "{line}");
}

/// The admin opens the masked copy, and the person reads it; nobody else opens anything.
async fn proofs_stay_in_their_circle(
    app: &TestApp,
    admin: &User,
    school: &Organisation,
    (review, proof): (&str, &str),
) {
    let file = format!("{review}/proofs/{proof}/file");
    let copy = admin.client.get(&file).await;
    assert_eq!(copy.status.as_u16(), 200);
    assert!(!holds(copy.text.as_bytes(), NUMBER));
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        let member = app.member(school, role).await;
        member.client.get(&file).await.expect_problem(403, "forbidden");
    }
    app.person("Marc", "Petit").await.client.get(&file).await.expect_problem(404, "not_found");
}

/// Taken back, its proofs are closed to everybody; what the school attested stays.
async fn taken_back(ines: &User, admin: &User, path: &str, (review, proof): (&str, &str)) {
    let readings = ines.client.get(&format!("{path}/readings")).await.expect(200);
    assert_eq!(list(&readings, "items").len(), 1);
    ines.client.post(&format!("{path}/withdraw"), ()).await.expect(200);
    let closed = admin.client.get(&format!("{review}/proofs/{proof}/file")).await;
    assert_eq!(closed.expect_problem(410, "proof_removed")["title"], Code::ProofRemoved.title());
    ines.client.delete(&format!("{path}/proofs/{proof}")).await.expect(204);
    let passport = ines.client.get("/me/skills").await.expect(200);
    let left = list(&passport, "items");
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["searchable"]["status"], "validated");
}
