use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

const PATH: &str = "/me/company/members";
const OTHER: &str = "18004623700012";

/// The ids of a page.
fn ids(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|member| member["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn colleagues_see_who_recruits_for_their_company_and_admins_see_addresses() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    app.recruiter(SIRET, "active", "awaiting_review").await;
    app.recruiter(SIRET, "active", "refused").await;
    let suspended = app.recruiter(SIRET, "active", "suspended").await;
    app.recruiter_granted(OTHER).await;

    let seen = admin.user.client.get(PATH).await.expect(200);
    let mut expected: Vec<String> =
        [admin.id, member.id, suspended.id].iter().map(ToString::to_string).collect();
    expected.sort();
    assert_eq!(ids(&seen), expected, "of one name, by account; whoever only asked is no colleague");
    let own = seen["items"].as_array().unwrap().iter().find(|one| one["me"] == true).unwrap();
    assert_eq!(
        (&own["id"], &own["role"], &own["status"]),
        (&json!(admin.id), &json!("admin"), &json!("granted"))
    );
    assert!(seen["items"].as_array().unwrap().iter().all(|one| one["email"].is_string()), "{seen}");

    let seen = member.user.client.get(PATH).await.expect(200);
    let addresses: Vec<bool> =
        seen["items"].as_array().unwrap().iter().map(|one| one["email"].is_string()).collect();
    assert_eq!(addresses.iter().filter(|shown| **shown).count(), 1, "one's own");
    let company = &member.user.client.get("/me/company").await.expect(200)["company"];
    assert_eq!((&company["role"], &company["may_leave"]), (&json!("member"), &json!(true)));
}

#[tokio::test]
async fn pages_follow_each_other() {
    let app = TestApp::start().await;
    let admin = app.recruiter_granted(SIRET).await.user.client;
    for _ in 0..4 {
        app.recruiting_member(SIRET).await;
    }
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("{PATH}?limit=2{cursor}")).await.expect(200);
        found.extend(ids(&page));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(found, ids(&admin.get(PATH).await.expect(200)));
    assert_eq!(found.len(), 5);
    admin.get(&format!("{PATH}?limit=0")).await.expect_field("/limit", "out_of_range");
}

#[tokio::test]
async fn nobody_else_sees_them() {
    let app = TestApp::start().await;
    app.anonymous().get(PATH).await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin").await.client.get(PATH).await.expect_problem(403, "recruiter_required");
    let waiting = app.recruiter_in_review(SIRET).await.user.client;
    waiting.get(PATH).await.expect_problem(403, "recruiter_not_verified");
}
