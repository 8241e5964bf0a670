use serde_json::{Value, json};

use crate::support::search::{SearchApp, Validated, hit_ids, someone, validated};

#[tokio::test]
async fn a_recruiter_finds_a_person_and_why() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let mut ines = someone("Inès", "Lefèvre");
    ines.declared = vec![(101, 2), (104, 4)];
    ines.validated = vec![validated(103, 3)];
    let added = app.add(&ines).await;
    app.settled().await;
    let body = json!({
        "criteria": [
            { "skill": "103", "min_level": 2, "status": "validated" },
            { "skill": "101", "min_level": 3, "required": false },
            { "skill": "104", "status": "validated", "required": false },
            { "skill": "105", "required": false },
        ],
        "job": "A1101",
    });
    let answer = recruiter.post("/profile-search", body).await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    let expected = json!({
        "total": 1,
        "reachable": 1,
        "hits": [{
            "profile_id": added.profile,
            "first_name": "Inès",
            "last_name": "Lefèvre",
            "skills": [
                { "code": "103", "label": "Compétence B", "level": 3, "status": "validated" },
                { "code": "101", "label": "Compétence D", "level": 2, "status": "declared" },
                { "code": "104", "label": "Compétence I", "level": 4, "status": "declared" },
            ],
            "match": [
                { "skill": "103", "outcome": "matched", "level": 3 },
                { "skill": "101", "outcome": "lower_level", "level": 2 },
                { "skill": "104", "outcome": "declared_only", "level": 4 },
                { "skill": "105", "outcome": "missing", "level": null },
            ],
            "coverage": {
                "job": "A1101",
                "covered": 2,
                "required": 3,
                "missing": [{ "code": "102", "label": "Compétence K" }],
            },
        }],
        "facets": {},
        "next_cursor": null,
        "previous_cursor": null,
    });
    assert_eq!(answer.expect(200), expected);
}

#[tokio::test]
async fn only_a_verified_recruiter_learns_anything() {
    let app = SearchApp::start().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    let search =
        async |client: &crate::support::client::Client| client.post("/profile-search", json!({})).await;
    search(&app.anonymous()).await.expect_problem(401, "unauthenticated");
    search(&app.person("Zoé", "Martin").await.client).await.expect_problem(403, "recruiter_required");
    search(&app.platform_admin().await.client).await.expect_problem(403, "recruiter_required");
    let siret = "55210055400013";
    for status in ["pending_register", "awaiting_proof", "awaiting_review", "refused", "suspended"] {
        let refused = search(&app.recruiter(siret, "active", status).await.user.client).await;
        assert!(!refused.text.contains("Lefèvre") && !refused.text.contains("total"), "{}", refused.text);
        refused.expect_problem(403, "recruiter_not_verified");
    }
    for register in ["unknown", "closed", "not_found"] {
        let refused = search(&app.recruiter(siret, register, "granted").await.user.client).await;
        refused.expect_problem(403, "recruiter_not_verified");
    }
    assert_eq!(search(&app.searcher().await.user.client).await.expect(200)["total"], 1);
}

#[tokio::test]
async fn a_cursor_belongs_to_its_search() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    for name in ["Inès", "Zoé", "Aïcha"] {
        app.add(&someone(name, "Martin")).await;
    }
    app.settled().await;
    let search = async |body: Value| recruiter.post("/profile-search", body).await;
    let first = search(json!({ "name": "martin", "limit": 1 })).await.expect(200);
    let cursor = &first["next_cursor"];
    let second = search(json!({ "name": "martin", "limit": 1, "cursor": cursor })).await.expect(200);
    assert_ne!(hit_ids(&first), hit_ids(&second));
    let foreign = json!({ "name": "zoe", "limit": 1, "cursor": cursor });
    search(foreign).await.expect_field("/cursor", "invalid_cursor");
    let wider = json!({ "name": "martin", "limit": 2, "facets": ["rome"], "cursor": cursor });
    assert_eq!(hit_ids(&search(wider).await.expect(200)).len(), 2, "limit and facets may change on the way");
}

#[tokio::test]
async fn a_retired_code_still_finds_who_holds_it() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let mut person = someone("Inès", "Lefèvre");
    person.declared = vec![(116, 2)];
    person.validated = vec![Validated { jobs: vec!["A1204"], ..validated(101, 2) }];
    app.add(&person).await;
    app.settled().await;
    let body = json!({ "criteria": [{ "skill": "116" }], "rome": ["A1204"] });
    assert_eq!(recruiter.post("/profile-search", body).await.expect(200)["total"], 1);
}
