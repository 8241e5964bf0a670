//! Somebody who works lets two companies see them, reads who looked, and changes their mind about one.

use std::time::Duration;

use serde_json::{Value, json};

use super::{list, one};
use crate::support::search::SearchApp;
use crate::support::users::User;

/// Two companies, one of them the person's employer.
const ATELIERS: (&str, &str) = ("73282932000074", "732829320");
const EMPLOYER: (&str, &str) = ("55210055400013", "552100554");

async fn say(person: &User, audience: &str) -> Value {
    let version = person.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    let body = json!({ "visible": true, "audience": audience, "policy_version": version });
    person.client.put("/me/visibility", body).await.expect(200)
}

async fn found(recruiter: &User) -> u64 {
    let body = json!({ "criteria": [{ "skill": "112", "min_level": 2 }], "facets": ["levels"] });
    recruiter.client.post("/profile-search", body).await.expect(200)["total"].as_u64().unwrap()
}

#[tokio::test]
async fn a_person_lets_one_company_see_them_and_reads_what_it_looked_at() {
    let app = SearchApp::start().await;
    let ateliers = app.recruiter_granted(ATELIERS.0).await.user;
    let employer = app.recruiter_granted(EMPLOYER.0).await.user;
    let ines = app.person("Inès", "Lefèvre").await;
    ines.client.put("/me/skills/112", json!({ "level": 3 })).await.expect(200);

    // She chooses before anybody can see her, and looks through the eyes of both.
    ines.client.put(&format!("/me/chosen-companies/{}", ATELIERS.1), ()).await.expect(200);
    assert_eq!(say(&ines, "chosen").await["audience"], "chosen");
    app.settled().await;
    let seen = ines.client.get(&format!("/me/profile-preview?siren={}", ATELIERS.1)).await.expect(200);
    assert_eq!(seen["hit"]["first_name"], "Inès");
    let hidden = ines.client.get(&format!("/me/profile-preview?siren={}", EMPLOYER.1)).await.expect(200);
    assert_eq!((&hidden["hit"], &hidden["company"]["hidden_because"]), (&Value::Null, &json!("not_chosen")));
    assert_eq!((found(&ateliers).await, found(&employer).await), (1, 0));

    // The one it is shown to opens her profile: exactly what she saw herself. The other one cannot.
    let path = format!("/profiles/{}", ines.profile);
    assert_eq!(ateliers.client.get(&path).await.expect(200), seen["hit"]);
    employer.client.get(&path).await.expect_problem(404, "not_found");
    let openings = ines.client.get("/me/profile-accesses").await.expect(200);
    assert_eq!(list(&openings, "items").len(), 1);
    assert_eq!(openings["items"][0]["company"]["siret"], ATELIERS.0);
    assert_eq!(one(list(&openings["items"][0], "fields"), "field", "skills")["count"], 1);
    assert!(!openings.to_string().contains("Recrute"), "no recruiter is named: {openings}");

    // How often she was in results is told a moment later.
    let mut counted = Value::Null;
    for _ in 0..100 {
        counted = ines.client.get("/me/profile-appearances").await.expect(200)["items"].clone();
        if counted != json!([]) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!((&counted[0]["company"]["siret"], &counted[0]["times"]), (&json!(ATELIERS.0), &json!(1)));

    // She thinks better of it, and it holds when it is answered; what was opened stays written down.
    ines.client.delete(&format!("/me/chosen-companies/{}", ATELIERS.1)).await.expect(204);
    assert_eq!((found(&ateliers).await, found(&employer).await), (0, 0));
    ateliers.client.get(&path).await.expect_problem(404, "not_found");
    let openings = ines.client.get("/me/profile-accesses").await.expect(200);
    assert_eq!(list(&openings, "items").len(), 1);
    let consents = ines.client.get("/me/consents").await.expect(200);
    let kinds: Vec<_> = list(&consents, "items").iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(kinds, ["company_unchosen", "visibility_given_to_chosen", "company_chosen"]);
}
