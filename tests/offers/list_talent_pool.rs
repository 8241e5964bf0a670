use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::drawn_siret;
use crate::support::offers::{answer_at, whole_offer};

#[tokio::test]
async fn the_company_lists_those_who_said_yes_and_no_other() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let mut people = Vec::new();
    for name in ["Zoé", "Paul", "Ana"] {
        people.push(app.seeker(name).await);
    }
    let sent = app.sent(&hirer, &whole_offer(), &people.iter().collect::<Vec<_>>()).await;
    for (place, person) in people.iter().enumerate() {
        answer_at(&person.client, &sent.mine(place, "/refusal"), 1, json!({ "confirmed": true }))
            .await
            .expect(200);
    }
    for place in [0, 1] {
        people[place]
            .client
            .put(&sent.mine(place, "/talent-pool"), json!({ "agreed": true }))
            .await
            .expect(200);
    }
    let names = async |client: &crate::support::client::Client| -> Vec<Value> {
        let page = client.get("/talent-pool").await;
        assert!(!page.text.contains("@example.org"));
        page.expect(200)["items"].as_array().unwrap().iter().map(|item| item["first_name"].clone()).collect()
    };
    let mut listed = names(&hirer.client).await;
    listed.sort_by_key(ToString::to_string);
    assert_eq!(listed, ["Paul", "Zoé"]);
    // Whoever hides from the company is not kept in mind by it, and neither is who takes the yes back.
    people[0].client.put("/me/blocked-companies/732829320", ()).await.expect(200);
    assert_eq!(names(&hirer.client).await, ["Paul"]);
    people[1].client.put(&sent.mine(1, "/talent-pool"), json!({ "agreed": false })).await.expect(200);
    assert_eq!(names(&hirer.client).await, Vec::<Value>::new());
    people[2].client.put(&sent.mine(2, "/talent-pool"), json!({ "agreed": true })).await.expect(200);
    let elsewhere = app.recruiter_granted(&drawn_siret(2)).await.user;
    assert_eq!(names(&elsewhere.client).await, Vec::<Value>::new());
}
