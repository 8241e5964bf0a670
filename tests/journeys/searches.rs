//! A recruiter who keeps a search while the catalogue moves on.

use serde_json::{Value, json};

use super::the_catalogue_moves::{ASSEMBLE, NEW_ASSEMBLE, REPAIRER, TURNER};
use super::{faults, list};
use crate::support::client::{Client, send};
use crate::support::search::SearchApp;
use crate::support::users::User;

/// A recruiter looks for turners who assemble.
pub async fn a_search_is_kept(recruiter: &Client) -> Value {
    let asked = json!({
        "name": "Tourneurs",
        "search": { "criteria": [{ "skill": ASSEMBLE, "min_level": 2 }], "rome": [TURNER] },
    });
    recruiter.post("/me/saved-searches", asked).await.expect(201)
}

/// The code of the turner means another job now: the recruiter is told once, and the search waits for a choice.
pub async fn the_kept_search_asks_and_is_answered(app: &SearchApp, recruiter: &User, saved: &Value) {
    let path = format!("/me/saved-searches/{}", saved["id"].as_str().unwrap());
    let mails = app.mails_to(&recruiter.email).await;
    let told: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("recherche enregistrée")).collect();
    assert_eq!(told.len(), 1);
    let link = format!("{}/recherche/enregistrees", app.state.config.public_url());
    assert!(told[0].body.contains(&link) && told[0].body.contains("61"), "{:?}", told[0]);
    let read = recruiter.client.get(&path).await.expect(200);
    assert_eq!(read["search"], saved["search"], "nothing is decided by itself");
    let changes: Vec<_> = list(&read, "changes")
        .iter()
        .map(|change| {
            json!([change["pointer"], change["kind"], change["label_now"], change["successor"]["code"]])
        })
        .collect();
    assert_eq!(
        changes,
        [
            json!(["/criteria/0/skill", "relabelled", NEW_ASSEMBLE, null]),
            json!(["/rome/0", "reused", "Opérateur / Opératrice sur centre d’usinage", REPAIRER]),
        ]
    );
    let run = format!("{path}/run");
    let refused = recruiter.client.post(&run, json!({})).await.expect_problem(422, "invalid_request");
    assert_eq!(faults(&refused), [("/rome/0".to_owned(), "reused_code".to_owned())]);
    let mut search = read["search"].clone();
    search["rome"] = json!([REPAIRER]);
    let body = json!({ "search": search });
    let request = recruiter.client.starting_from(reqwest::Method::PATCH, &path, &read["version"]).json(&body);
    let decided = send(request).await.expect(200);
    assert_eq!((&decided["changes"], &decided["release"]), (&json!([]), &json!(61)));
    recruiter.client.post(&run, json!({})).await.expect(200);
}
