//! A company that gathers people for a post: its recruiters join by invitation, share a list and a watched search, note what they
//! think; and the person they found hides, comes back, and reads what is kept about them.

use chrono::Duration;
use serde_json::{Value, json};

use super::people::{Member, sign_in};
use super::{each, list, one};
use crate::support::companies::SIRET;
use crate::support::search::SearchApp;

/// A newcomer who declares a skill and shows herself to recruiters.
async fn visible(app: &SearchApp, first_name: &str) -> Member {
    let member = sign_in(app, app.person(first_name, "Lefèvre").await).await;
    member.client.put("/me/skills/101", json!({"level": 3})).await.expect(200);
    show(&member, true).await;
    app.settled().await;
    member
}

async fn show(member: &Member, is_visible: bool) {
    let policy = member.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    let body = json!({"visible": is_visible, "policy_version": policy});
    member.client.put("/me/visibility", body).await.expect(200);
}

/// A colleague who comes by the invitation that was mailed to them.
async fn join(app: &SearchApp, boss: &Member, role: &str) -> Member {
    let account = app.person("Renaud", "Recrute").await;
    let body = json!({"email": account.email, "role": role});
    boss.client.post("/me/company/invitations", body).await.expect(201);
    let token = app.mails_to(&account.email).await.last().unwrap().after("/invitation-entreprise?token=");
    let member = sign_in(app, account).await;
    let company =
        member.client.post("/company-invitations/accept", json!({"token": token})).await.expect(200);
    assert_eq!(company["status"], "granted", "the address is the company's own");
    member
}

#[tokio::test]
async fn a_company_keeps_a_list() {
    let app = SearchApp::start().await;
    let (ines, zoe) = (visible(&app, "Inès").await, visible(&app, "Zoé").await);
    let boss = sign_in(&app, app.recruiter_granted(SIRET).await.user).await;
    app.accepted_domain(&SIRET[..9], "example.org").await;
    let colleague = join(&app, &boss, "member").await;

    // The colleague is in the company; the boss shares a list with them.
    let members = boss.client.get("/me/company/members").await.expect(200);
    let id = one(list(&members, "items"), "first_name", "Renaud")["id"].as_str().unwrap().to_owned();
    let made = boss.client.post("/candidate-lists", json!({"name": "Soudeurs"})).await.expect(201);
    let path = format!("/candidate-lists/{}", made["id"].as_str().unwrap());
    boss.client.put(&format!("{path}/access/{id}"), json!({"access": "pipeline"})).await.expect(204);

    // The colleague finds two people and puts them on it.
    let search = json!({"criteria": [{"skill": "101", "min_level": 2}]});
    let found = colleague.client.post("/profile-search", &search).await.expect(200);
    let profiles = each(list(&found, "hits"), "profile_id");
    let came =
        colleague.client.post(&format!("{path}/candidates"), json!({"profiles": profiles})).await.expect(200);
    assert_eq!(list(&came, "added").len(), 2);
    let notes = format!("/profiles/{}/notes", ines.account.profile);
    let written = colleague.client.post(&notes, json!({"text": "Disponible en mai"})).await.expect(201);
    assert_eq!(
        one(list(&boss.client.get(&notes).await.expect(200), "items"), "text", "Disponible en mai")["id"],
        written["id"]
    );

    // She hides: on the list stays a line without anything; what they noted cannot be reached by her any more.
    show(&ines, false).await;
    let page = boss.client.get(&format!("{path}/candidates")).await;
    assert!(!page.text.contains("Inès"), "{}", page.text);
    let lines = page.expect(200);
    assert_eq!(list(&lines, "items").iter().filter(|line| line["visible"] == false).count(), 1);
    boss.client.get(&notes).await.expect_problem(404, "not_found");

    // She comes back, and so does she on the list.
    show(&ines, true).await;
    app.settled().await;
    let lines = boss.client.get(&format!("{path}/candidates")).await.expect(200);
    let names: Vec<Value> =
        list(&lines, "items").iter().map(|line| line["profile"]["first_name"].clone()).collect();
    assert!(names.contains(&json!("Inès")) && names.contains(&json!("Zoé")), "{names:?}");

    // The boss watches the search; Zoé is excluded from what comes.
    let body = json!({"profiles": [zoe.account.profile]});
    boss.client.post("/me/company/excluded-profiles", body).await.expect(200);
    let hiding = json!({"criteria": [{"skill": "101"}], "hide_excluded": true});
    assert_eq!(boss.client.post("/profile-search", &hiding).await.expect(200)["total"], 1);
    let saved = boss
        .client
        .post("/me/saved-searches", json!({"name": "Soudeurs", "search": hiding}))
        .await
        .expect(201);
    let watched = format!("/me/saved-searches/{}", saved["id"].as_str().unwrap());
    boss.client.put(&format!("{watched}/alert"), json!({"frequency": "daily"})).await.expect(200);
    tick(&app).await;
    let paul = visible(&app, "Paul").await;
    app.advance(Duration::hours(22));
    tick(&app).await;
    let boss = sign_in(&app, boss.account).await;
    let told = boss.client.get("/me/notifications").await.expect(200);
    let notice = one(list(&told, "items"), "kind", "search.matches");
    assert_eq!((&notice["facts"], &notice["subject"]), (&json!({"count": 1}), &saved["id"]));
    let new = boss.client.get(&format!("{watched}/new-matches")).await.expect(200);
    assert_eq!(list(&new, "items")[0]["profile"]["profile_id"], json!(paul.account.profile));
    let seen = json!({"until": list(&new, "items")[0]["found_at"]});
    boss.client.post(&format!("{watched}/new-matches/seen"), seen).await.expect(204);
    assert_eq!(boss.client.get(&watched).await.expect(200)["alert"]["new_matches"], 0);
    boss.client.delete(&format!("{watched}/alert")).await.expect(204);

    // The boss hands over and leaves; the company goes on.
    boss.client.delete("/me/company").await.expect_problem(409, "last_company_admin");
    boss.client.patch(&format!("/me/company/members/{id}"), json!({"role": "admin"})).await.expect(200);
    boss.client.delete("/me/company").await.expect(204);
    let colleague = sign_in(&app, colleague.account).await;
    assert_eq!(colleague.client.get(&path).await.expect(200)["access"], "owner");
}

/// The clock of the server strikes: whatever is due is done.
async fn tick(app: &SearchApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    carnet::platform::jobs::enqueue(&mut tx, &app.state, &carnet::profiles::AlertSavedSearches {})
        .await
        .unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}
