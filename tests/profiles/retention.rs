//! What companies keep about people goes when its time is over.

use carnet::platform::jobs;
use carnet::profiles::{PurgeLists, Stage, advance_stage};
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::companies::SIRET;
use crate::support::lists::{list, put_on};
use crate::support::search::{Added, SearchApp, someone};

async fn purge(app: &SearchApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &PurgeLists {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

/// Lines of lists, exclusions, contacts.
async fn held(app: &SearchApp) -> (i64, i64, i64) {
    sqlx::query_as(
        "SELECT (SELECT count(*) FROM candidate_list_entry), (SELECT count(*) FROM excluded_profile),
                (SELECT count(*) FROM company_contact)",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap()
}

async fn offered(app: &SearchApp, person: &Added) {
    let company = app.company(SIRET, "active").await;
    let mut tx = app.state.pool.begin().await.unwrap();
    advance_stage(&mut tx, company, person.person, Stage::Contacted, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_nobody_touched_for_two_years_goes_and_what_was_touched_stays() {
    let app = SearchApp::start().await;
    let mut people = Vec::new();
    for number in 0..3 {
        people.push(app.add(&someone("Inès", &format!("Lefèvre{number}"))).await);
    }
    app.settled().await;
    let recruiter = app.searcher().await.user;
    let path = list(&recruiter.client, "Vivier").await;
    let came = put_on(&recruiter.client, &path, &people).await;
    let body = json!({"profiles": [people[0].profile]});
    recruiter.client.post("/me/company/excluded-profiles", body).await.expect(200);
    app.advance(Duration::days(365));
    let line = format!("{path}/candidates/{}", came["added"][1]["id"].as_str().unwrap());
    app.renewed(&recruiter).client.patch(&line, json!({"stage": "contacted"})).await.expect(204);
    offered(&app, &people[2]).await;
    app.advance(Duration::days(366) - Duration::seconds(1));
    purge(&app).await;
    assert_eq!(held(&app).await, (3, 1, 1), "3 March 2028, a second before");
    app.advance(Duration::seconds(1));
    let body = json!({"hide_excluded": true});
    let client = app.renewed(&recruiter).client;
    assert_eq!(client.post("/profile-search", &body).await.expect(200)["total"], 2);
    purge(&app).await;
    assert_eq!(held(&app).await, (2, 0, 1), "one was moved a year ago, one was sent an offer");
    assert_eq!(
        client.post("/profile-search", &body).await.expect(200)["total"],
        3,
        "and nobody is left out any more"
    );
    purge(&app).await;
    let noted: Vec<Value> =
        sqlx::query_scalar("SELECT after FROM audit_event WHERE kind = 'candidate_list.purged'")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(noted, [json!({"lines": 1, "exclusions": 1, "contacts": 0})]);
    app.advance(Duration::days(366));
    purge(&app).await;
    assert_eq!(held(&app).await, (0, 0, 0));
}

#[tokio::test]
async fn that_an_offer_reached_somebody_on_no_list_is_forgotten_after_three_months() {
    let app = SearchApp::start().await;
    let (listed, unlisted) = (app.add(&someone("Inès", "Un")).await, app.add(&someone("Inès", "Deux")).await);
    app.settled().await;
    let recruiter = app.searcher().await.user.client;
    put_on(&recruiter, &list(&recruiter, "Vivier").await, &[listed]).await;
    offered(&app, &listed).await;
    offered(&app, &unlisted).await;
    app.advance(Duration::days(92) - Duration::seconds(1));
    purge(&app).await;
    assert_eq!(held(&app).await, (1, 0, 2));
    app.advance(Duration::seconds(1));
    purge(&app).await;
    assert_eq!(held(&app).await, (1, 0, 1), "3 June");
}
