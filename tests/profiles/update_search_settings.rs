use serde_json::{Value, json};

use super::noted;
use crate::support::companies::Recruiter;
use crate::support::search::{SearchApp, someone};
use crate::support::users::User;

const SETTINGS: &str = "/me/company/search-settings";

/// A recruiter of this role.
async fn recruiter(app: &SearchApp, siret: &str, role: &str) -> Recruiter {
    let recruiter = app.recruiter_granted(siret).await;
    sqlx::query("UPDATE recruiter SET role = $2 WHERE id = $1")
        .bind(recruiter.id)
        .bind(role)
        .execute(&app.state.pool)
        .await
        .unwrap();
    recruiter
}

async fn set(user: &User, blind: bool) -> Value {
    user.client.put(SETTINGS, json!({ "blind": blind })).await.expect(200)
}

/// The names on a page, in its order.
fn names(page: &Value) -> Vec<(Value, Value)> {
    let hits = page["hits"].as_array().unwrap().iter();
    hits.map(|hit| (hit["first_name"].clone(), hit["last_name"].clone())).collect()
}

#[tokio::test]
async fn without_names_nobody_has_one_until_they_are_on_a_list_of_the_company() {
    let one = SearchApp::start().await;
    let two = one.beside().await;
    let admin = recruiter(&one, "73282932000074", "admin").await;
    let member = recruiter(&one, "73282932000074", "member").await;
    let other = recruiter(&one, "55210055400013", "admin").await;
    let ines = one.add(&someone("Inès", "Lefèvre")).await;
    one.settled().await;
    two.settled().await;
    let shown = (json!("Inès"), json!("Lefèvre"));
    let withheld = (Value::Null, Value::Null);
    let path = format!("/profiles/{}", ines.profile);
    let see = async |of: &Recruiter, expected: &(Value, Value)| {
        for node in [&one, &two] {
            let client = node.anonymous().with_token(of.user.client.token().unwrap());
            let page = client.post("/profile-search", json!({})).await.expect(200);
            assert_eq!(names(&page), std::slice::from_ref(expected));
            let profile = client.get(&path).await.expect(200);
            assert_eq!((profile["first_name"].clone(), profile["last_name"].clone()), *expected);
        }
    };
    see(&member, &shown).await;
    assert_eq!(set(&admin.user, true).await, json!({ "blind": true }));
    // Each node learns it with the very answer, whatever it remembered.
    see(&member, &withheld).await;
    see(&admin, &withheld).await;
    see(&other, &shown).await;
    one.shortlist(&other, ines.person).await;
    see(&member, &withheld).await;
    one.shortlist(&admin, ines.person).await;
    see(&member, &shown).await;
    set(&admin.user, false).await;
    see(&member, &shown).await;
    let trail: Vec<_> =
        noted(&one, "company.blind_search_changed").await.into_iter().map(|it| it.1).collect();
    assert_eq!(trail, [Some(json!({ "blind": true })), Some(json!({ "blind": false }))]);
}

#[tokio::test]
async fn who_is_opened_without_a_name_is_told_so() {
    let app = SearchApp::start().await;
    let admin = recruiter(&app, "73282932000074", "admin").await;
    let ines = app.add(&someone("Inès", "Lefèvre")).await;
    set(&admin.user, true).await;
    admin.user.client.get(&format!("/profiles/{}", ines.profile)).await.expect(200);
    let fields: Vec<String> = sqlx::query_scalar("SELECT unnest(fields) FROM profile_access")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(fields, ["skills:0"]);
}

#[tokio::test]
async fn one_search_without_names_is_asked_for_by_itself_and_not_by_name() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    for name in ["Lefèvre", "Martin"] {
        app.add(&someone("Inès", name)).await;
    }
    app.settled().await;
    let client = &recruiter.user.client;
    let ask = async |body: Value| client.post("/profile-search", body).await;
    let page = ask(json!({ "blind": true })).await.expect(200);
    assert_eq!(names(&page), [(Value::Null, Value::Null), (Value::Null, Value::Null)]);
    assert!(!page.to_string().contains("Lefèvre") && !page.to_string().contains("Inès"));
    ask(json!({ "blind": true, "name": "lefe" })).await.expect_field("/name", "blind_search");
    assert_eq!(ask(json!({ "name": "lefe" })).await.expect(200)["total"], 1);
    let saved = super::keep(client, "Par nom", json!({ "name": "lefe" })).await;
    let run = async |body: Value| client.post(&format!("{}/run", super::saved_path(&saved)), body).await;
    assert_eq!(run(json!({})).await.expect(200)["total"], 1);
    run(json!({ "blind": true })).await.expect_field("/name", "blind_search");
    app.blind(&recruiter, true).await;
    ask(json!({ "name": "lefe" })).await.expect_field("/name", "blind_search");
    ask(json!({ "name": " - " })).await.expect(200);
}

#[tokio::test]
async fn those_who_run_the_company_say_so() {
    let app = SearchApp::start().await;
    let member = recruiter(&app, "73282932000074", "member").await;
    member.user.client.put(SETTINGS, json!({ "blind": true })).await.expect_problem(403, "forbidden");
    app.anonymous().put(SETTINGS, json!({ "blind": true })).await.expect_problem(401, "unauthenticated");
    let person = app.person("Zoé", "Martin").await;
    person.client.put(SETTINGS, json!({ "blind": true })).await.expect_problem(403, "recruiter_required");
    let admin = recruiter(&app, "73282932000074", "admin").await;
    let put = async |body: Value| admin.user.client.put(SETTINGS, body).await;
    put(json!({})).await.expect_field("/blind", "required");
    put(json!({ "blind": "yes" })).await.expect_field("/blind", "invalid_type");
    put(json!({ "blind": true, "company_id": "x" })).await.expect_field("/company_id", "unknown_field");
    set(&admin.user, false).await;
    assert!(noted(&app, "company.blind_search_changed").await.is_empty(), "nothing changed");
}
