//! What this slice holds about somebody is told to them, and goes with them.

use carnet::ids::PersonId;
use carnet::profiles;
use serde_json::{Value, json};

use super::alert_saved_searches::{run, welder};
use super::{keep, saved_path};
use crate::support::companies::SIRET;
use crate::support::lists::{lines, list, put_on};
use crate::support::search::SearchApp;

async fn data(app: &SearchApp, person: PersonId) -> Value {
    let mut connection = app.state.pool.acquire().await.unwrap();
    profiles::personal_data(&mut connection, person).await.unwrap()
}

async fn erase(app: &SearchApp, person: PersonId) {
    let mut tx = app.state.pool.begin().await.unwrap();
    profiles::erase_person(&mut tx, &app.state.ids, person, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Rows about this person, in every table of the slice.
async fn rows(app: &SearchApp, person: PersonId) -> i64 {
    sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM candidate_list_entry WHERE person_id = $1)
              + (SELECT count(*) FROM profile_note WHERE person_id = $1)
              + (SELECT count(*) FROM excluded_profile WHERE person_id = $1)
              + (SELECT count(*) FROM saved_search_match WHERE person_id = $1)
              + (SELECT count(*) FROM company_contact WHERE person_id = $1)",
    )
    .bind(person)
    .fetch_one(&app.state.pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn everything_companies_keep_about_somebody_is_told_to_them_and_erased() {
    let app = SearchApp::start().await;
    let (person, other) = (welder(&app, "Lefevre").await, welder(&app, "Martin").await);
    let recruiter = app.searcher().await.user.client;
    let path = list(&recruiter, "Peut-être").await;
    put_on(&recruiter, &path, &[person, other]).await;
    for (who, text) in [(person, "Très bon contact"), (other, "Sur une autre personne")] {
        let notes = format!("/profiles/{}/notes", who.profile);
        recruiter.post(&notes, json!({"text": text})).await.expect(201);
    }
    let body = json!({"profiles": [person.profile]});
    recruiter.post("/me/company/excluded-profiles", body).await.expect(200);
    let saved = saved_path(&keep(&recruiter, "Soudeurs", json!({"criteria": [{"skill": "101"}]})).await);
    recruiter.put(&format!("{saved}/alert"), json!({"frequency": "daily"})).await.expect(200);
    run(&app).await;
    let company = app.company(SIRET, "active").await;
    let mut tx = app.state.pool.begin().await.unwrap();
    let now = app.state.clock.now();
    profiles::advance_stage(&mut tx, company, person.person, profiles::Stage::Answered, now).await.unwrap();
    tx.commit().await.unwrap();

    let held = data(&app, person.person).await;
    let kept = &held["kept_by_companies"];
    assert_eq!(
        (&kept["notes"][0]["text"], &kept["notes"][0]["siret"]),
        (&json!("Très bon contact"), &json!(SIRET))
    );
    assert_eq!(kept["lists"][0]["list"], "Peut-être");
    assert_eq!(kept["reached_by_offers"][0]["stage"], "answered");
    assert_eq!(kept["left_out_of_searches"].as_array().unwrap().len(), 1);
    assert_eq!(kept["found_by_saved_searches"].as_array().unwrap().len(), 1);
    assert!(!held.to_string().contains("autre personne"), "what is about others is theirs");
    assert_eq!(rows(&app, person.person).await, 5);

    erase(&app, person.person).await;
    erase(&app, person.person).await;
    assert_eq!(rows(&app, person.person).await, 0);
    assert!(rows(&app, other.person).await > 0);
    assert_eq!(lines(&recruiter, &path).await.len(), 1);
    let body = json!({"hide_excluded": true});
    assert_eq!(
        recruiter.post("/profile-search", body).await.expect(200)["total"],
        2,
        "the number was raised"
    );
}

#[tokio::test]
async fn a_recruiter_takes_their_own_along_and_leaves_the_companys() {
    let app = SearchApp::start().await;
    let person = welder(&app, "Lefevre").await;
    let (recruiter, admin) = (app.recruiting_member(SIRET).await, app.searcher().await.user.client);
    let client = &recruiter.user.client;
    keep(client, "Ines", json!({"name": "ines"})).await;
    let path = list(client, "Soudeurs").await;
    put_on(client, &path, &[person]).await;
    client
        .post(&format!("/profiles/{}/notes", person.profile), json!({"text": "À revoir"}))
        .await
        .expect(201);
    client.post("/profile-search", json!({"name": "ines"})).await.expect(200);
    app.until("the search is noted", async || {
        client.get("/me/search-history").await.expect(200)["items"].as_array().unwrap().len() == 1
    })
    .await;
    let held = data(&app, recruiter.user.id).await["as_a_recruiter"].clone();
    assert_eq!(
        (&held["saved_searches"][0]["person_name"], &held["search_history"][0]["search"]["name"]),
        (&json!("ines"), &json!("ines"))
    );
    assert_eq!((&held["lists"][0]["people"], &held["notes_written"]), (&json!(1), &json!(1)));

    erase(&app, recruiter.user.id).await;
    let held = data(&app, recruiter.user.id).await["as_a_recruiter"].clone();
    assert_eq!(
        (&held["saved_searches"], &held["search_history"], &held["lists"]),
        (&json!([]), &json!([]), &json!([]))
    );
    assert_eq!(lines(&admin, &path).await.len(), 1, "the list is the company's");
    let notes = admin.get(&format!("/profiles/{}/notes", person.profile)).await.expect(200);
    assert_eq!(
        (&notes["items"][0]["text"], &notes["items"][0]["author"]),
        (&json!("À revoir"), &json!(null))
    );
}

#[tokio::test]
async fn whoever_is_deleted_is_gone_from_everywhere() {
    let app = SearchApp::start().await;
    let person = welder(&app, "Lefevre").await;
    let recruiter = app.searcher().await.user.client;
    let path = list(&recruiter, "Soudeurs").await;
    put_on(&recruiter, &path, &[person]).await;
    recruiter.post(&format!("/profiles/{}/notes", person.profile), json!({"text": "Note"})).await.expect(201);
    sqlx::query("DELETE FROM person WHERE id = $1")
        .bind(person.person)
        .execute(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(rows(&app, person.person).await, 0);
    assert_eq!(lines(&recruiter, &path).await.len(), 0);
}
