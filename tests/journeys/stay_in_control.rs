//! Story L: somebody shows themselves, shares, reads who saw them, takes it back, downloads what is held,
//! hesitates, and leaves: nothing is left but the receipts they kept, which still prove what was agreed.

use std::io::{Cursor, Read};
use std::process::Command;

use carnet::privacy::EraseAccounts;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;
use zip::ZipArchive;

use super::{each, list, one};
use crate::support::companies::SIRET;
use crate::support::offers::answer_at;
use crate::support::search::SearchApp;
use crate::support::users::{PASSWORD, User};

const PHONE: &str = "+33612345678";

async fn show(ines: &User) {
    let policy = ines.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    let body = json!({ "visible": true, "policy_version": policy });
    ines.client.put("/me/visibility", body).await.expect(200);
}

/// How many people of her name the recruiter finds.
async fn found(renee: &User) -> Value {
    let body = json!({ "name": "Lefèvre" });
    renee.client.post("/profile-search", body).await.expect(200)["total"].clone()
}

/// A yes with a telephone number to an offer; the company's address of it.
async fn shares_her_number(app: &SearchApp, renee: &User, ines: &User) -> String {
    app.give_phone(ines, "06 12 34 56 78").await;
    let offer = json!({
        "title": "Monteuse", "job": "A1101", "message": "Venez monter avec nous.", "contract": "permanent",
        "place": "Lyon",
    });
    let body = json!({ "offer": offer, "recipients": [ines.profile] });
    let draft = renee.client.post("/offers", body).await.expect(201);
    let path = format!("/offers/{}", draft["id"].as_str().unwrap());
    renee.client.post_at(&format!("{path}/send"), &draft["version"]).await.expect(200);
    let offers = ines.client.get("/me/offers").await.expect(200);
    let received = list(&offers, "items")[0]["id"].as_str().unwrap();
    let policies = ines.client.get("/policies").await.expect(200);
    let version = &one(list(&policies, "items"), "topic", "sharing")["version"];
    let yes = json!({ "confirmed": true, "items": [{ "kind": "phone" }], "policy_version": version });
    let accept = format!("/me/offers/{received}/acceptance");
    answer_at(&ines.client, &accept, 1, yes).await.expect(200);
    format!("{path}/recipients/{received}")
}

/// What the company reads, who read it, and the end of that.
async fn takes_it_back(renee: &User, ines: &User, company: &str) {
    assert!(renee.client.get(company).await.text.contains(PHONE));
    let openings = ines.client.get("/me/profile-accesses").await.expect(200);
    let openings = list(&openings, "items");
    assert_eq!(each(openings, "purpose"), ["share", "search"]);
    assert!(openings.iter().all(|opening| opening["company"]["siret"] == SIRET), "{openings:?}");
    one(list(&openings[0], "fields"), "field", "phone");
    let page = ines.client.get("/me/shares").await.expect(200);
    assert_eq!(page["items"][0]["open"], 1);
    let received = company.rsplit('/').next().unwrap();
    let mine = ines.client.get(&format!("/me/offers/{received}")).await.expect(200);
    let share = list(&mine, "shares")[0]["id"].as_str().unwrap();
    ines.client.delete(&format!("/me/shares/{share}")).await.expect(200);
    let seen = renee.client.get(company).await;
    assert!(!seen.text.contains("612345678"), "{}", seen.text);
    assert_eq!(list(&seen.body, "shared")[0]["state"], "withdrawn", "a line says that it was taken back");
}

/// Every receipt, newest first, and the keys that verify them, as they are kept at home.
async fn keeps_her_receipts(app: &SearchApp, ines: &User) -> (Vec<String>, String) {
    let page = ines.client.get("/me/receipts").await.expect(200);
    let receipts = list(&page, "items");
    assert_eq!(each(receipts, "kind"), ["share_ended", "share_given", "offer_accepted", "visibility_given"]);
    let mut kept = Vec::new();
    for id in each(receipts, "id") {
        kept.push(ines.client.get(&format!("/me/receipts/{id}")).await.text);
    }
    (kept, app.anonymous().get("/verification-keys").await.text)
}

/// Everything that is held about her, in one text.
async fn downloads_everything(app: &SearchApp, ines: &User) -> String {
    let body = json!({ "password": PASSWORD });
    let asked = ines.client.post("/me/data-exports", body).await.expect(201);
    let path = format!("/me/data-exports/{}", asked["id"].as_str().unwrap());
    app.run_jobs().await;
    assert_eq!(ines.client.get(&path).await.expect(200)["status"], "ready");
    let link = ines.client.post(&format!("{path}/link"), ()).await.expect(200);
    let link = link["url"].as_str().unwrap().trim_start_matches("/api/v1");
    let answer = app.anonymous().request(Method::GET, link).send().await.unwrap();
    let mut archive = ZipArchive::new(Cursor::new(answer.bytes().await.unwrap().to_vec())).unwrap();
    let mut everything = Vec::new();
    for place in 0..archive.len() {
        archive.by_index(place).unwrap().read_to_end(&mut everything).unwrap();
    }
    String::from_utf8_lossy(&everything).into_owned()
}

/// What `carnet verify-document` says of a receipt, without any server.
fn verify(receipt: &str, keys: &str) -> (bool, String) {
    let folder = TempDir::new().unwrap();
    let [file, list] = ["recu.json", "keys.json"].map(|name| folder.path().join(name));
    std::fs::write(&file, receipt).unwrap();
    std::fs::write(&list, keys).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
    command.arg("verify-document").arg(&file).arg("--keys").arg(&list).env_clear();
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[tokio::test]
async fn a_person_stays_in_control_until_nothing_is_left_of_them() {
    let app = SearchApp::start().await;
    let renee = app.searcher().await.user;
    let ines = app.person("Inès", "Lefèvre").await;
    ines.client.put("/me/skills/101", json!({ "level": 3 })).await.expect(200);
    assert_eq!(found(&renee).await, 0, "nobody is shown who did not say so");
    show(&ines).await;
    app.settled().await;
    assert_eq!(found(&renee).await, 1);
    let profile = format!("/profiles/{}", ines.profile);
    renee.client.get(&profile).await.expect(200);

    // She shares a number, reads who saw it, and takes it back; she keeps receipts and a copy of everything.
    let company = shares_her_number(&app, &renee, &ines).await;
    takes_it_back(&renee, &ines, &company).await;
    let (receipts, keys) = keeps_her_receipts(&app, &ines).await;
    let everything = downloads_everything(&app, &ines).await;
    // The download is kept for a day, and nothing else is.
    app.only_objects(1).await;
    for held in [ines.email.as_str(), PHONE, SIRET, "Monteuse"] {
        assert!(everything.contains(held), "{held} is not in the download");
    }

    // She asks for the erasure, which hides her at once, and changes her mind; she is shown when she says so.
    let sure = json!({ "word": "EFFACER", "password": PASSWORD });
    let planned = ines.client.post("/me/erasure", &sure).await.expect(201);
    assert_eq!(planned["erase_at"], "2026-03-17T08:00:00Z");
    assert_eq!(found(&renee).await, 0);
    renee.client.get(&profile).await.expect_problem(404, "not_found");
    ines.client.delete("/me/erasure").await.expect(204);
    app.settled().await;
    assert_eq!(found(&renee).await, 0);
    show(&ines).await;
    app.settled().await;
    assert_eq!(found(&renee).await, 1);

    // A day later she asks again. Until the last second she could come back.
    app.advance(Duration::days(1));
    let planned = app.renewed(&ines).client.post("/me/erasure", &sure).await.expect(201);
    assert_eq!(planned["erase_at"], "2026-03-18T08:00:00Z");
    app.run_jobs().await;
    app.advance(Duration::days(14) - Duration::seconds(1));
    app.run_job(EraseAccounts {}).await;
    assert_eq!(app.renewed(&ines).client.get("/me/erasure").await.expect(200)["state"], "planned");
    app.advance(Duration::seconds(1));
    app.run_job(EraseAccounts {}).await;
    app.run_jobs().await;
    app.settled().await;

    nothing_is_left(&app, &app.renewed(&renee), &ines, &company).await;
    // What she kept still holds, with the keys of that day and with those published now; no other text does.
    let now = app.anonymous().get("/verification-keys").await.text;
    for (receipt, keys) in receipts.iter().flat_map(|receipt| [(receipt, &keys), (receipt, &now)]) {
        let (holds, told) = verify(receipt, keys);
        assert!(holds && told.contains("Reçu de consentement authentique"), "{told}");
    }
    let (_, told) = verify(&receipts[1], &keys);
    assert!(told.contains("Numéro de téléphone") && told.contains(SIRET), "{told}");
    let (holds, told) = verify(&receipts[1].replace("Monteuse", "Directrice"), &keys);
    assert!(!holds && told.contains("modifié après avoir été scellé"), "{told}");
}

/// Neither she nor the company finds anything of her account; her address is free.
async fn nothing_is_left(app: &SearchApp, renee: &User, ines: &User, company: &str) {
    let body = json!({ "email": ines.email, "password": PASSWORD });
    app.anonymous().post("/auth/login", body).await.expect_problem(401, "invalid_credentials");
    app.renewed(ines).client.get("/me").await.expect_problem(401, "unauthenticated");
    assert_eq!(found(renee).await, 0);
    let everybody = renee.client.post("/profile-search", json!({})).await.expect(200);
    assert_eq!(everybody["total"], 0);
    renee.client.get(&format!("/profiles/{}", ines.profile)).await.expect_problem(404, "not_found");
    let board = company.rsplit_once('/').unwrap().0;
    for path in [board, company, "/rooms", "/me/notifications"] {
        let seen = renee.client.get(path).await;
        assert_eq!(seen.status, 200, "{path}: {}", seen.text);
        for hers in ["Lefèvre", "612345678", ines.email.as_str()] {
            assert!(!seen.text.contains(hers), "{hers} is left in {path}: {}", seen.text);
        }
    }
    // Of her files nothing is left but the mark by which a restored dump knows that she was erased.
    let left = app.objects();
    assert!(left.iter().all(|path| path.parent().unwrap().ends_with("erased")), "{left:?}");
    let body = json!({
        "email": ines.email, "password": PASSWORD, "first_name": "Inès", "last_name": "Lefèvre",
    });
    app.anonymous().post("/auth/register", body).await.expect(202);
    let mails = app.mails_to(&ines.email).await;
    assert_eq!(mails.last().unwrap().subject, "Confirmez votre adresse e-mail");
}
