//! Story F: a newcomer proves for which company they recruit, finds people by what they can do, keeps the
//! search, and writes from what they found. Whoever hides meanwhile is not there any more.

use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::client::Client;
use crate::support::companies::SIRET;
use crate::support::register::FakeRegister;
use crate::support::search::SearchApp;
use crate::support::users::PASSWORD;

/// Where the recruiter reads the company's mails, and their own.
const AT_WORK: &str = "rh@ateliers.example";
const AT_HOME: &str = "renee@example.org";

/// Somebody who comes in by the front door: registers, confirms the address, signs in.
async fn newcomer(app: &SearchApp, first_name: &str, email: &str) -> Client {
    let body = json!({
        "email": email, "password": PASSWORD, "first_name": first_name, "last_name": "Lefèvre",
    });
    app.anonymous().post("/auth/register", body).await.expect(202);
    let mails = app.mails_to(email).await;
    let token = mails.last().expect("a mail with a link").after("/confirmer?token=");
    app.anonymous().post("/auth/confirm-email", json!({ "token": token })).await.expect(204);
    let body = json!({ "email": email, "password": PASSWORD });
    let opened = app.anonymous().post("/auth/login", body).await.expect(200);
    app.anonymous().with_token(opened["access_token"].as_str().unwrap())
}

async fn switch(person: &Client, visible: bool) {
    let policy = person.get("/me/visibility").await.expect(200)["policy_version"].clone();
    let body = json!({ "visible": visible, "policy_version": policy });
    person.put("/me/visibility", body).await.expect(200);
}

/// From a number to the search: the register knows it, a code proves the address, the staff accepts it.
async fn becomes_a_recruiter(app: &SearchApp, renee: &Client, staff: &Client) {
    renee.post("/profile-search", json!({})).await.expect_problem(403, "recruiter_required");
    let slip = json!({ "siret": "73282932000079" });
    renee.post("/companies", slip).await.expect_field("/siret", "siret_checksum");
    let company = renee.post("/companies", json!({ "siret": SIRET })).await.expect(201);
    assert_eq!(
        (&company["name"], &company["next_step"]),
        (&json!("LES ATELIERS DU RHÔNE"), &json!("prove_email"))
    );
    renee.post("/profile-search", json!({})).await.expect_problem(403, "recruiter_not_verified");

    // A code goes to the address that proves it.
    let proof = "/me/company/email-proof";
    renee.post(proof, json!({ "email": AT_WORK })).await.expect(202);
    let mails = app.mails_to(AT_WORK).await;
    let code = mails[0].body.lines().find_map(|line| line.strip_prefix("    ")).expect("a code");
    let company = renee.post(&format!("{proof}/confirm"), json!({ "code": code })).await.expect(200);
    assert_eq!(company["next_step"], "wait_review", "nobody of this company came before");

    // The staff sees what was proved, and accepts the domain for whoever comes next.
    let waiting = staff.get("/admin/recruiters").await.expect(200);
    let asked = &list(&waiting, "items")[0];
    assert_eq!(asked["proof"], json!({ "kind": "confirmed_email", "email": AT_WORK }));
    let grant = format!("/admin/recruiters/{}/grant", asked["id"].as_str().unwrap());
    staff.post(&grant, json!({ "accept_domain": "ateliers.example" })).await.expect(200);
    let told = app.mails_to(AT_HOME).await;
    assert_eq!(told.last().unwrap().subject, "Votre accès recruteur est ouvert");
    assert_eq!(renee.get("/me/company").await.expect(200)["company"]["status"], "granted");
}

/// An offer to these, from the search that found them; its address.
async fn writes(renee: &Client, search: &Value, found: &str, hidden: &str) -> String {
    let offer = json!({
        "title": "Monteuse ou monteur", "job": "A1101", "message": "Venez monter avec nous.",
        "contract": "permanent", "place": "Lyon", "search": search,
    });
    let body = json!({ "offer": offer, "recipients": [found, hidden] });
    let draft = renee.post("/offers", body).await.expect(201);
    assert_eq!(draft["not_added"], json!([hidden]), "who hid cannot be written to");
    let path = format!("/offers/{}", draft["id"].as_str().unwrap());
    let sent = renee.post_at(&format!("{path}/send"), &draft["version"]).await.expect(200);
    assert_eq!((&sent["sent"], &sent["skipped"]), (&json!(1), &json!([])));
    path
}

#[tokio::test]
async fn a_newcomer_proves_their_company_finds_somebody_and_writes_to_them() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    let sirene = format!("--sirene-url={}", register.address());
    let app = SearchApp::start_with(&[&sirene]).await;
    let staff = app.platform_admin().await.client;
    let ines = newcomer(&app, "Inès", "ines@example.org").await;
    let zoe = newcomer(&app, "Zoé", "zoe@example.org").await;
    for (person, level) in [(&ines, 3), (&zoe, 2)] {
        person.put("/me/skills/101", json!({ "level": level })).await.expect(200);
        switch(person, true).await;
    }
    app.settled().await;
    let renee = newcomer(&app, "Renée", AT_HOME).await;
    becomes_a_recruiter(&app, &renee, &staff).await;

    // She searches: who knows more comes first, each with the reason, and nobody's address.
    let search = json!({ "criteria": [{ "skill": "101", "min_level": 2 }] });
    let answer = renee.post("/profile-search", &search).await;
    assert!(!answer.text.contains('@'), "{}", answer.text);
    let page = answer.expect(200);
    let hits = list(&page, "hits");
    assert_eq!(each(hits, "first_name"), ["Inès", "Zoé"]);
    assert_eq!(hits[0]["match"], json!([{ "skill": "101", "outcome": "matched", "level": 3 }]));
    let profile = |name: &str| one(hits, "first_name", name)["profile_id"].as_str().unwrap().to_owned();
    let (found, hidden) = (profile("Inès"), profile("Zoé"));

    // She keeps the search. Zoé hides between the results and the click.
    let kept = json!({ "name": "Montage", "search": search });
    let saved = renee.post("/me/saved-searches", kept).await.expect(201);
    let run = format!("/me/saved-searches/{}/run", saved["id"].as_str().unwrap());
    assert_eq!(renee.post(&run, json!({})).await.expect(200)["total"], 2);
    switch(&zoe, false).await;
    renee.get(&format!("/profiles/{hidden}")).await.expect_problem(404, "not_found");
    assert_eq!(renee.post(&run, json!({})).await.expect(200)["total"], 1);
    let opened = renee.get(&format!("/profiles/{found}")).await.expect(200);
    assert_eq!(opened["first_name"], "Inès");

    // From the profile she writes: Inès reads who writes, why to her, and that her profile was opened.
    let offer = writes(&renee, &search, &found, &hidden).await;
    let offers = ines.get("/me/offers").await.expect(200);
    let received = format!("/me/offers/{}", list(&offers, "items")[0]["id"].as_str().unwrap());
    let read = ines.get(&received).await.expect(200);
    assert_eq!(read["company"], json!({ "name": "LES ATELIERS DU RHÔNE", "siret": SIRET }));
    assert_eq!((&read["sender"], &read["title"]), (&json!("Renée Lefèvre"), &json!("Monteuse ou monteur")));
    assert_eq!(read["why"]["criteria"][0]["outcome"], "matched");
    let openings = ines.get("/me/profile-accesses").await.expect(200);
    assert_eq!(each(list(&openings, "items"), "purpose"), ["search"]);
    assert_eq!(openings["items"][0]["company"]["siret"], SIRET);
    assert_eq!(zoe.get("/me/offers").await.expect(200)["items"], json!([]));
    let board = renee.get(&format!("{offer}/recipients")).await.expect(200);
    let line = one(list(&board, "items"), "first_name", "Inès");
    assert_eq!((&line["state"], list(&board, "items").len()), (&json!("delivered"), 1));
}
