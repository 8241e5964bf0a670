use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_company;
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, offer_with, whole_offer};

/// What is of one person, or of the moment, and not of the offer.
const OF_THE_MOMENT: [&str; 6] = ["id", "sent_at", "version", "history", "state", "quiz"];

fn without(mut view: Value) -> Value {
    for field in OF_THE_MOMENT {
        view.as_object_mut().unwrap().remove(field);
    }
    view
}

#[tokio::test]
async fn the_author_sees_exactly_what_the_person_will() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    zoe.client.put("/me/skills/101", json!({ "level": 3 })).await.expect(200);
    zoe.client.put("/me/skills/102", json!({ "level": 1 })).await.expect(200);
    let search = json!({
        "criteria": [
            { "skill": "101", "min_level": 2 }, { "skill": "102", "min_level": 2, "required": false },
            { "skill": "103", "required": false }, { "skill": "101" },
        ],
    });
    let twice = json!({ "offer": offer_with(&json!({ "search": search })) });
    hirer
        .client
        .post("/offers", twice)
        .await
        .expect_field("/offer/search/criteria/3/skill", "duplicate_skill");
    let search = json!({
        "criteria": [
            { "skill": "101", "min_level": 2 }, { "skill": "102", "min_level": 2, "required": false },
            { "skill": "103", "status": "validated", "required": false },
        ],
        "exclude": [{ "skill": "104" }], "rome": ["A11"], "job": "A1102", "name": "vis",
    });
    let draft = app.draft(&hirer, &offer_with(&json!({ "search": search })), &[&zoe]).await;
    let chosen = app.received_of(draft["id"].as_str().unwrap()).await[0];
    let of_nobody = hirer.client.get(&offer_path(&draft, "/preview")).await.expect(200);
    assert_eq!(of_nobody["why"]["criteria"][0]["outcome"], Value::Null);
    assert_eq!((&of_nobody["id"], &of_nobody["reply_by"]), (&Value::Null, &json!("2026-04-02")));
    let previewed =
        hirer.client.get(&offer_path(&draft, &format!("/preview?recipient={chosen}"))).await.expect(200);
    let why = &previewed["why"];
    let outcomes: Vec<_> =
        why["criteria"].as_array().unwrap().iter().map(|one| one["outcome"].clone()).collect();
    assert_eq!(outcomes, ["matched", "lower_level", "missing"]);
    assert_eq!(why["criteria"][1]["level"], 1);
    assert_eq!(why["excluded"], json!([{ "code": "104", "label": "Compétence I" }]));
    assert_eq!(why["places"], json!([{ "code": "A11", "label": "Domaine A11" }]));
    assert_eq!(why["job"], json!({ "code": "A1102", "label": "Métier A1102", "covered": 0, "required": 2 }));
    assert_eq!(why["by_name"], true);
    hirer.client.post_at(&offer_path(&draft, "/send"), &json!(1)).await.expect(200);
    let read = zoe.client.get(&crate::support::offers::mine(chosen, "")).await.expect(200);
    assert_eq!(without(read), without(previewed), "one serialisation");
}

#[tokio::test]
async fn a_preview_is_for_the_company_and_for_those_it_chose() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let draft = app.draft(&hirer, &whole_offer(), &[]).await;
    let path = offer_path(&draft, "/preview");
    assert_eq!(hirer.client.get(&path).await.expect(200)["why"], Value::Null);
    let other = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    let of_another = app.received_of(other["id"].as_str().unwrap()).await[0];
    hirer.client.get(&format!("{path}?recipient={of_another}")).await.expect_problem(404, "not_found");
    only_for_its_company(&app, &Method::GET, &path, &Value::Null).await;
}
