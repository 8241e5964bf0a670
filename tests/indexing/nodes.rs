use carnet::platform::db::dirty::Urgency;
use serde_json::json;

use crate::support::client::Client;
use crate::support::search::{SearchApp, someone};

fn at(node: &SearchApp, client: &Client) -> Client {
    node.anonymous().with_token(client.token().unwrap())
}

async fn total(client: &Client) -> u64 {
    client.post("/profile-search", json!({})).await.expect(200)["total"].as_u64().unwrap()
}

#[tokio::test]
async fn what_is_withdrawn_on_one_node_is_gone_on_the_other_at_once() {
    let one = SearchApp::start().await;
    let other = one.beside().await;
    let recruiter = one.searcher().await.user.client;
    let beside = at(&other, &recruiter);
    let ines = one.person("Inès", "Lefèvre").await;
    for _ in 0..10 {
        let switch = |visible| json!({ "visible": visible, "policy_version": "2026-11" });
        ines.client.put("/me/visibility", switch(true)).await.expect(200);
        one.settled().await;
        other.settled().await;
        assert_eq!((total(&recruiter).await, total(&beside).await), (1, 1));
        ines.client.put("/me/visibility", switch(false)).await.expect(200);
        assert_eq!(total(&beside).await, 0);
        assert_eq!(total(&recruiter).await, 0);
        beside.get(&format!("/profiles/{}", ines.profile)).await.expect_problem(404, "not_found");
    }
    SearchApp::assert_exact(&one.verify().await, 0);
    SearchApp::assert_exact(&other.verify().await, 0);
}

#[tokio::test]
async fn blocks_made_on_one_node_hold_on_the_other_at_once() {
    let one = SearchApp::start().await;
    let other = one.beside().await;
    let recruiter = one.searcher().await.user.client;
    let beside = at(&other, &recruiter);
    let ines = one.person("Inès", "Lefèvre").await;
    let visible = json!({ "visible": true, "policy_version": "2026-11" });
    ines.client.put("/me/visibility", visible).await.expect(200);
    other.settled().await;
    for _ in 0..5 {
        assert_eq!(total(&beside).await, 1);
        ines.client.put("/me/blocked-companies/732829320", ()).await.expect(200);
        assert_eq!(total(&beside).await, 0);
        ines.client.delete("/me/blocked-companies/732829320").await.expect(204);
    }
}

#[tokio::test]
async fn a_process_beside_the_keeper_reads_its_index_and_takes_over() {
    let mut keeper = SearchApp::start().await;
    keeper.add(&someone("Inès", "Lefèvre")).await;
    keeper.settled().await;
    let reader = keeper.reader().await;
    let recruiter = keeper.searcher().await.user.client;
    let reading = at(&reader, &recruiter);
    assert_eq!(total(&reading).await, 1);
    let zoe = keeper.add(&someone("Zoé", "Martin")).await;
    reader.until("the reader sees it", async || total(&reading).await == 2).await;
    sqlx::query("UPDATE visibility SET visible = false WHERE person_id = $1")
        .bind(zoe.person)
        .execute(&keeper.state.pool)
        .await
        .unwrap();
    keeper.mark(&[zoe.profile], Urgency::Now).await;
    assert_eq!(total(&reading).await, 1, "a withdrawal holds for the reader as well");
    // A second keeper of the same folder waits for its turn, and gets it when the first is gone.
    let successor = keeper.successor().await;
    keeper.stop_keeper().await;
    keeper.add(&someone("Noé", "Tardif")).await;
    successor.settled().await;
    SearchApp::assert_exact(&successor.verify().await, 2);
    reader.until("the reader follows the successor", async || total(&reading).await == 2).await;
}

#[tokio::test]
async fn a_copy_that_is_silent_for_a_week_keeps_no_marks() {
    let one = SearchApp::start().await;
    let mut other = one.beside().await;
    other.stop_keeper().await;
    one.add(&someone("Inès", "Lefèvre")).await;
    let copies = async || -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM index_node").fetch_one(&one.state.pool).await.unwrap()
    };
    one.advance(chrono::Duration::days(7) - chrono::Duration::seconds(1));
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(copies().await, 2);
    one.advance(chrono::Duration::seconds(2));
    one.until("the silent copy is gone", async || copies().await == 1).await;
    one.settled().await;
    other.start_keeper();
    other.until("it is built anew", async || other.generation() == Some(2)).await;
    other.settled().await;
    SearchApp::assert_exact(&other.verify().await, 1);
}
