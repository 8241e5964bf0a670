use serde_json::json;

use super::alert_saved_searches::{run, welder};
use super::{keep, noted, saved_path};
use crate::support::companies::SIRET;
use crate::support::search::SearchApp;

#[tokio::test]
async fn it_is_switched_on_changed_and_off() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let saved = keep(&recruiter, "Soudeurs", json!({"criteria": [{"skill": "101"}]})).await;
    let off = json!({"frequency": "none", "state": "off", "next_at": null, "new_matches": 0});
    assert_eq!((&saved["alert"], &saved["access"], &saved["owner"]), (&off, &json!("owner"), &json!(null)));
    let path = format!("{}/alert", saved_path(&saved));
    let on = recruiter.put(&path, json!({"frequency": "weekly"})).await.expect(200);
    assert_eq!((&on["alert"]["state"], &on["version"]), (&json!("starting"), &saved["version"]));
    welder(&app, "Avant").await;
    run(&app).await;
    let daily = recruiter.put(&path, json!({"frequency": "daily"})).await.expect(200);
    let expected = json!({"frequency": "daily", "state": "watching", "next_at": "2026-03-04T06:00:00Z", "new_matches": 0});
    assert_eq!(daily["alert"], expected, "what is on goes on");
    let kept = async || -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM saved_search_match")
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    assert_eq!(kept().await, 1);
    recruiter.delete(&path).await.expect(204);
    recruiter.delete(&path).await.expect(204);
    assert_eq!((kept().await, &recruiter.get(&saved_path(&saved)).await.expect(200)["alert"]), (0, &off));
    recruiter.put(&path, json!({"frequency": "hourly"})).await.expect_problem(422, "invalid_request");
    let states: Vec<_> =
        noted(&app, "saved_search.alert_changed").await.into_iter().map(|(_, after)| after).collect();
    assert_eq!(states[..2], [Some(json!({"alert": "weekly"})), Some(json!({"alert": "daily"}))]);
}

#[tokio::test]
async fn one_request_unsubscribes_from_everything() {
    let app = SearchApp::start().await;
    let (recruiter, other) =
        (app.searcher().await.user.client, app.recruiting_member(SIRET).await.user.client);
    let mut paths = Vec::new();
    for (client, name) in [(&recruiter, "Un"), (&recruiter, "Deux"), (&other, "Trois")] {
        let path = saved_path(&keep(client, name, json!({})).await);
        client.put(&format!("{path}/alert"), json!({"frequency": "daily"})).await.expect(200);
        paths.push(path);
    }
    recruiter.delete("/me/saved-search-alerts").await.expect(204);
    recruiter.delete("/me/saved-search-alerts").await.expect(204);
    for path in &paths[..2] {
        assert_eq!(recruiter.get(path).await.expect(200)["alert"]["state"], "off");
    }
    assert_eq!(other.get(&paths[2]).await.expect(200)["alert"]["state"], "starting", "a colleague's goes on");
}

#[tokio::test]
async fn only_its_owner_is_told_and_asks_to_be() {
    let app = SearchApp::start().await;
    let (owner, colleague) = (app.searcher().await, app.recruiting_member(SIRET).await);
    let saved = keep(&owner.user.client, "Soudeurs", json!({})).await;
    let path = saved_path(&saved);
    let ask = async |rest: &str| {
        let client = &colleague.user.client;
        match rest {
            "/alert" => client.put(&format!("{path}/alert"), json!({"frequency": "daily"})).await,
            "/new-matches" => client.get(&format!("{path}/new-matches")).await,
            _ => {
                client
                    .post(&format!("{path}/new-matches/seen"), json!({"until": "2026-03-03T08:00:00Z"}))
                    .await
            }
        }
    };
    for rest in ["/alert", "/new-matches", "/seen"] {
        ask(rest).await.expect_problem(404, "not_found");
    }
    let access = format!("{path}/access/{}", colleague.id);
    owner.user.client.put(&access, json!({"access": "full"})).await.expect(204);
    for rest in ["/alert", "/new-matches", "/seen"] {
        ask(rest).await.expect_problem(403, "forbidden");
    }
    assert_eq!(colleague.user.client.get(&path).await.expect(200)["alert"], json!(null));
    let bad = owner.user.client.post(&format!("{path}/new-matches/seen"), json!({"until": "hier"})).await;
    bad.expect_problem(422, "invalid_request");
    app.anonymous().delete("/me/saved-search-alerts").await.expect_problem(401, "unauthenticated");
}
