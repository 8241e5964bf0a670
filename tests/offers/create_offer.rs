use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_company;
use crate::support::app::TestApp;
use crate::support::offers::{offer_with, whole_offer};

#[tokio::test]
async fn a_draft_says_what_was_written_and_for_whom() {
    let app = TestApp::hiring().await;
    let (hirer, zoe, paul) = (app.hirer().await, app.seeker("Zoé").await, app.seeker("Paul").await);
    let search = json!({ "criteria": [{ "skill": "101", "min_level": 2, "status": "any", "required": true }], "exclude": [],
                         "rome": [] });
    let body = json!({
        "offer": offer_with(&json!({ "search": search, "starts_on": "2026-04-01" })),
        "recipients": [zoe.profile, paul.profile, zoe.profile],
    });
    let answer = hirer.user.client.post("/offers", body).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let offer = answer.expect(201);
    assert_eq!(offer["job"], json!({ "code": "A1101", "label": "Métier A1101" }));
    assert_eq!(offer["pay"], json!({ "min": 190_000, "max": 220_000, "per": "month" }));
    assert_eq!((&offer["status"], &offer["counts"]), (&json!("draft"), &json!({ "draft": 2 })));
    assert_eq!(
        (&offer["is_mine"], &offer["can_act"], &offer["not_added"]),
        (&json!(true), &json!(true), &json!([]))
    );
    assert_eq!((&offer["search"], &offer["author"]), (&search, &json!("Renée Recrute")));
    let trail = app.trail(offer["id"].as_str().unwrap().parse().unwrap()).await;
    assert_eq!(trail[0].0, "offer.written");
    assert!(!format!("{trail:?}").contains("monter"), "what it says is nobody's business");
}

#[tokio::test]
async fn a_title_is_enough_to_begin() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await;
    let body = json!({ "offer": { "title": " Monteuse ", "message": " ", "place": "" } });
    let offer = hirer.user.client.post("/offers", body).await.expect(201);
    assert_eq!(
        (&offer["title"], &offer["message"], &offer["place"]),
        (&json!("Monteuse"), &Value::Null, &Value::Null)
    );
    assert_eq!((&offer["counts"], &offer["warnings"]), (&json!({}), &json!([])));
}

#[tokio::test]
async fn every_fault_is_named() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user.client;
    let refused = async |change: Value, pointer: &str, code: &str| {
        let body = json!({ "offer": offer_with(&change) });
        hirer.post("/offers", body).await.expect_field(&format!("/offer{pointer}"), code);
    };
    refused(json!({ "title": " " }), "/title", "required").await;
    refused(json!({ "title": "é".repeat(121) }), "/title", "too_long").await;
    refused(json!({ "title": "a\u{7}b" }), "/title", "invalid_characters").await;
    refused(json!({ "message": "é".repeat(4_001) }), "/message", "too_long").await;
    refused(json!({ "place": "é".repeat(201) }), "/place", "too_long").await;
    refused(json!({ "job": "Z9999" }), "/job", "unknown_job").await;
    // A1204 left the catalogue.
    refused(json!({ "job": "A1204" }), "/job", "unknown_job").await;
    refused(json!({ "weekly_minutes": 29 }), "/weekly_minutes", "out_of_range").await;
    refused(json!({ "weekly_minutes": 3601 }), "/weekly_minutes", "out_of_range").await;
    for pay in [json!({ "min": 0, "per": "hour" }), json!({ "min": 9, "max": 8, "per": "year" })] {
        refused(json!({ "pay": pay }), "/pay", "out_of_range").await;
    }
    refused(json!({ "starts_on": "2026-03-02" }), "/starts_on", "in_the_past").await;
    for day in ["2026-03-03", "2026-06-02"] {
        refused(json!({ "reply_by": day }), "/reply_by", "out_of_range").await;
    }
    refused(json!({ "quiz_id": uuid::Uuid::nil() }), "/quiz_id", "unknown_quiz").await;
    refused(json!({ "file_id": uuid::Uuid::nil() }), "/file_id", "unknown_file").await;
    refused(
        json!({ "search": { "criteria": [{ "skill": "999" }] } }),
        "/search/criteria/0/skill",
        "unknown_skill",
    )
    .await;
    refused(json!({ "company_id": uuid::Uuid::nil() }), "/company_id", "unknown_field").await;
    refused(json!({ "contract": "slavery" }), "/contract", "invalid_type").await;
    hirer.post("/offers", json!({ "offer": {} })).await.expect_field("/offer/title", "required");
    let kept: i64 =
        sqlx::query_scalar("SELECT count(*) FROM offer").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(kept, 0);
}

#[tokio::test]
async fn people_who_are_not_seen_are_left_out_for_one_neutral_reason() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, hidden, blocking) =
        (app.seeker("Zoé").await, app.person("Ana", "Cachée").await, app.seeker("Luc").await);
    blocking.client.put("/me/blocked-companies/732829320", ()).await.expect(200);
    let unknown = uuid::Uuid::from_u128(9);
    let profiles = json!([zoe.profile, hidden.profile, blocking.profile, unknown, hirer.profile]);
    let body = json!({ "offer": whole_offer(), "recipients": profiles });
    let offer = hirer.client.post("/offers", body).await.expect(201);
    assert_eq!(offer["counts"], json!({ "draft": 1 }));
    assert_eq!(offer["not_added"], json!([hidden.profile, blocking.profile, unknown, hirer.profile]));
}

#[tokio::test]
async fn fifty_people_and_a_hundred_drafts_are_the_most() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await;
    let many: Vec<_> = (0..51).map(uuid::Uuid::from_u128).collect();
    let body = json!({ "offer": whole_offer(), "recipients": many });
    hirer.user.client.post("/offers", body).await.expect_field("/recipients", "too_many");
    sqlx::query(
        "INSERT INTO offer (id, company_id, author_id, status, version, title, created_at, updated_at)
         SELECT gen_random_uuid(), r.company_id, r.person_id, 'draft', 1, 'Offre', now(), now()
         FROM recruiter r, generate_series(1, 98) WHERE r.id = $1",
    )
    .bind(hirer.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    let body = json!({ "offer": { "title": "Encore" } });
    let answers = futures::future::join_all((0..5).map(|_| hirer.user.client.post("/offers", &body))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 2);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        answer.expect_problem(409, "too_many_offer_drafts");
    }
}

#[tokio::test]
async fn what_touches_forbidden_criteria_is_warned_of_and_not_refused() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user.client;
    let message = "Quel est votre âge ?\nÊtes-vous enceinte ?";
    let body = json!({ "offer": offer_with(&json!({ "message": message })) });
    let offer = hirer.post("/offers", body).await.expect(201);
    let warned: Vec<(&str, &str)> = offer["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| (warning["pointer"].as_str().unwrap(), warning["topic"].as_str().unwrap()))
        .collect();
    assert!(warned.contains(&("/message", "age")) && warned.contains(&("/message", "family")), "{warned:?}");
    let plain = hirer.post("/offers", json!({ "offer": whole_offer() })).await.expect(201);
    assert_eq!(plain["warnings"], json!([]));
}

#[tokio::test]
async fn only_verified_recruiters_write_offers() {
    let app = TestApp::hiring().await;
    let body = json!({ "offer": whole_offer() });
    app.anonymous().post("/offers", &body).await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin")
        .await
        .client
        .post("/offers", &body)
        .await
        .expect_problem(403, "recruiter_required");
    let unverified =
        app.recruiter(&crate::support::companies::drawn_siret(3), "active", "awaiting_review").await;
    unverified.user.client.post("/offers", &body).await.expect_problem(403, "recruiter_not_verified");
    let hirer = app.hirer().await.user;
    let draft = app.draft(&hirer, &whole_offer(), &[]).await;
    let path = crate::support::offers::offer_path(&draft, "");
    only_for_its_company(&app, &Method::GET, &path, &Value::Null).await;
}
