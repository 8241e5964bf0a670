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

/// The search trusts a recruiter it verified a moment ago until its check: every way of losing the right shows there.
#[tokio::test]
async fn whoever_loses_the_right_to_search_loses_it_at_once() {
    let app = SearchApp::start().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    let losses = [
        ("UPDATE recruiter SET status = 'suspended' WHERE person_id = $1", 403, "recruiter_not_verified"),
        (
            "UPDATE company SET register_state = 'closed'
             WHERE id = (SELECT company_id FROM recruiter WHERE person_id = $1)",
            403,
            "recruiter_not_verified",
        ),
        ("DELETE FROM recruiter WHERE person_id = $1", 403, "recruiter_required"),
        ("UPDATE refresh_family SET revoked_at = now() WHERE person_id = $1", 401, "unauthenticated"),
        ("UPDATE person SET disabled_at = now() WHERE id = $1", 401, "unauthenticated"),
    ];
    let sirets = ["73282932000074", "18004623700012", "26570134200148", "81280923400014", "55210055400013"];
    for ((loss, status, code), siret) in losses.into_iter().zip(sirets) {
        let recruiter = app.recruiter_granted(siret).await.user;
        for _ in 0..2 {
            assert_eq!(recruiter.client.post("/profile-search", json!({})).await.expect(200)["total"], 1);
        }
        sqlx::query(loss).bind(recruiter.id).execute(&app.state.pool).await.unwrap();
        let refused = recruiter.client.post("/profile-search", json!({})).await;
        assert!(!refused.text.contains("Lefèvre") && !refused.text.contains("total"), "{}", refused.text);
        refused.expect_problem(status, code);
    }
}

#[tokio::test]
async fn whoever_changes_company_searches_for_the_new_one_at_once() {
    let app = SearchApp::start().await;
    let mut hiding = someone("Inès", "Lefèvre");
    hiding.hides_from = vec!["180046237"];
    app.add(&hiding).await;
    app.settled().await;
    let recruiter = app.recruiter_granted("73282932000074").await.user;
    let total =
        async || recruiter.client.post("/profile-search", json!({})).await.expect(200)["total"].clone();
    assert_eq!((total().await, total().await), (1.into(), 1.into()));
    let other = app.company("18004623700012", "active").await;
    sqlx::query("UPDATE recruiter SET company_id = $2 WHERE person_id = $1")
        .bind(recruiter.id)
        .bind(other)
        .execute(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(total().await, 0);
}
