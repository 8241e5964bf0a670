use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};

#[tokio::test]
async fn one_s_own_experiences_come_newest_first_and_page_by_page() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    for title in ["Une", "Deux", "Trois"] {
        ines.client.post("/me/experiences", json!({"title": title})).await.expect(201);
        app.advance(chrono::Duration::seconds(1));
    }
    marc.client.post("/me/experiences", json!({"title": "Autre"})).await.expect(201);
    let titles = |page: &serde_json::Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect()
    };
    let first = ines.client.get("/me/experiences?limit=2").await.expect(200);
    assert_eq!(titles(&first), ["Trois", "Deux"]);
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = ines.client.get(&format!("/me/experiences?limit=2&cursor={cursor}")).await.expect(200);
    assert_eq!(titles(&rest), ["Une"]);
    assert_eq!(rest["next_cursor"], json!(null));
    ines.client.get("/me/experiences?limit=0").await.expect_field("/limit", "out_of_range");
    app.anonymous().get("/me/experiences").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn each_claim_says_in_one_line_what_became_of_it() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let traces = async || {
        let seen = dossier.person.client.get(&mine(&dossier.experience, "")).await.expect(200);
        let skills = seen["skills"].as_array().unwrap().clone();
        let of = |code: &str| skills.iter().find(|it| it["skill"] == code).unwrap()["trace"].clone();
        (of(&dossier.skills[0]), of(&dossier.skills[1]))
    };
    let (first, second) = traces().await;
    assert_eq!(first["line"], "1\u{a0}pièce\u{a0}· déclarée, non vérifiée");
    assert_eq!(first["verdict"], json!(null));
    assert_eq!(second, first);

    dossier.admin.client.post(&dossier.path("/decide"), dossier.decision(2)).await.expect(200);
    dossier.person.client.delete(&dossier.mine(&format!("/proofs/{}", dossier.proof))).await.expect(204);
    let (first, second) = traces().await;
    assert_eq!(
        first["line"],
        "aucune pièce (1\u{a0}retirée)\u{a0}· attestée «\u{a0}Acquis\u{a0}» (niveau\u{a0}3) par École du Rhône, le 03/03/2026"
    );
    assert_eq!(
        (&first["verdict"], &first["level"], &first["removed"]),
        (&json!("attested"), &json!(3), &json!(1))
    );
    assert_eq!(second["verdict"], "refused");
    assert!(second["line"].as_str().unwrap().contains("non attestée par École du Rhône"));
}

#[tokio::test]
async fn a_claim_counts_in_one_s_own_skills_like_what_is_declared() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let skills = app.skills_of("M1805")[..2].to_vec();
    ines.client.put(&format!("/me/skills/{}", skills[0]), json!({"level": 1})).await.expect(200);
    let id = app.declared(&ines, &body(&skills)).await;
    let seen = async |code: &str| {
        let all = ines.client.get("/me/skills").await.expect(200);
        all["items"].as_array().unwrap().iter().find(|it| it["code"] == code).cloned()
    };
    let first = seen(&skills[0]).await.unwrap();
    assert_eq!(first["declared_level"], 1);
    assert_eq!(first["searchable"], json!({"level": 3, "status": "declared"}));
    assert_eq!(first["experiences"][0]["experience_id"], id.as_str());
    let second = seen(&skills[1]).await.unwrap();
    assert_eq!(second["declared_level"], json!(null));
    assert_eq!(second["searchable"], json!({"level": 2, "status": "declared"}));
    // Hidden, it stays in the passport and counts no more.
    ines.client.put(&mine(&id, "/visibility"), json!({"hidden": true})).await.expect(200);
    let first = seen(&skills[0]).await.unwrap();
    assert_eq!(first["searchable"], json!({"level": 1, "status": "declared"}));
    assert_eq!(first["experiences"][0]["counted"], false);
    assert_eq!(seen(&skills[1]).await.unwrap()["searchable"], json!(null));
    ines.client.post(&mine(&id, "/withdraw"), ()).await.expect(200);
    assert_eq!(seen(&skills[1]).await, None);
}
