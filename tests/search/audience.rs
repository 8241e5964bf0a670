//! Who is seen by chosen companies alone: exact on every node, whatever changes while it is searched.

use carnet::platform::db::dirty;
use serde_json::{Value, json};

use super::naive::Ask;
use super::random::{OWN_SIREN, check};
use super::world::World;
use crate::support::client::Client;
use crate::support::search::{SearchApp, insert, someone};
use crate::support::users::User;

/// More people than a node keeps as single changes.
const MANY: usize = 300;

/// Everybody, with every count.
fn everybody() -> Ask {
    Ask {
        criteria: Vec::new(),
        min_matching: None,
        exclude: Vec::new(),
        rome: Vec::new(),
        job: None,
        name: None,
        facets: vec!["rome", "skills", "levels", "statuses"],
    }
}

async fn exact(app: &SearchApp, recruiter: &Client) -> Value {
    let world = World::read(&app.state.pool, app.state.clock.today()).await;
    check(recruiter, &everybody(), &world).await
}

fn at(node: &SearchApp, client: &Client) -> Client {
    node.anonymous().with_token(client.token().unwrap())
}

async fn show_to(user: &User, audience: &str) {
    let body = json!({ "visible": true, "audience": audience, "policy_version": "2026-11" });
    user.client.put("/me/visibility", body).await.expect(200);
}

/// A person with one skill.
async fn skilled(app: &SearchApp, name: &str) -> User {
    let user = app.person(name, "Choisie").await;
    user.client.put("/me/skills/112", json!({ "level": 2 })).await.expect(200);
    user
}

#[tokio::test]
async fn what_a_person_says_holds_on_both_nodes_when_it_is_answered() {
    let one = SearchApp::start().await;
    let other = one.beside().await;
    let recruiter = one.searcher().await.user.client;
    let stranger = one.recruiter_granted("55210055400013").await.user.client;
    let ines = skilled(&one, "Inès").await;
    let totals = async |expected: [u64; 2]| {
        for node in [&one, &other] {
            for (client, total) in [&recruiter, &stranger].into_iter().zip(expected) {
                let body =
                    json!({ "criteria": [{ "skill": "112" }], "facets": ["skills", "levels", "rome"] });
                let page = at(node, client).post("/profile-search", body).await.expect(200);
                assert_eq!(page["total"], total, "{page}");
                assert_eq!(page["hits"].as_array().unwrap().len() as u64, total);
                assert!(
                    page["facets"]["levels"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .all(|it| it["count"].as_u64() <= Some(total))
                );
                let status = at(node, client).get(&format!("/profiles/{}", ines.profile)).await.status;
                assert_eq!(status, if total == 1 { 200 } else { 404 });
            }
        }
    };
    show_to(&ines, "everyone").await;
    one.settled().await;
    other.settled().await;
    totals([1, 1]).await;
    for _ in 0..3 {
        show_to(&ines, "chosen").await;
        totals([0, 0]).await;
        ines.client.put(&format!("/me/chosen-companies/{OWN_SIREN}"), ()).await.expect(200);
        totals([1, 0]).await;
        // A block comes before a choice.
        ines.client.put(&format!("/me/blocked-companies/{OWN_SIREN}"), ()).await.expect(200);
        totals([0, 0]).await;
        ines.client.delete(&format!("/me/blocked-companies/{OWN_SIREN}")).await.expect(204);
        totals([1, 0]).await;
        ines.client.delete(&format!("/me/chosen-companies/{OWN_SIREN}")).await.expect(204);
        totals([0, 0]).await;
        show_to(&ines, "everyone").await;
        totals([1, 1]).await;
    }
}

#[tokio::test]
async fn whoever_was_never_visible_to_a_company_is_not_counted_once_visible_to_others() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let ines = skilled(&app, "Inès").await;
    exact(&app, &recruiter).await;
    show_to(&ines, "chosen").await;
    app.settled().await;
    assert_eq!(exact(&app, &recruiter).await["total"], 0);
    // Off and on again without a word about the audience: it stayed as it was.
    for visible in [false, true] {
        let body = json!({ "visible": visible, "policy_version": "2026-11" });
        assert_eq!(ines.client.put("/me/visibility", body).await.expect(200)["audience"], "chosen");
    }
    app.settled().await;
    assert_eq!(exact(&app, &recruiter).await["total"], 0);
}

#[tokio::test]
async fn a_crowd_that_restricts_itself_is_left_out_exactly() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let mut marked = Vec::new();
    for number in 0..MANY {
        let mut person = someone("Inès", &format!("Lefèvre{number}"));
        person.declared = vec![(101 + (number % 12) as i32, 1 + (number % 4) as i16)];
        marked.push(insert(&app, &person).await.profile);
    }
    app.mark(&marked, dirty::Urgency::Soon).await;
    app.settled().await;
    assert_eq!(exact(&app, &recruiter).await["total"], MANY);
    // All but ten restrict themselves at once: more than are kept as single changes. A third of them chose the company.
    let mut tx = app.state.pool.begin().await.unwrap();
    let number = dirty::outdate_block_lists(&mut tx).await.unwrap();
    for sql in [
        "UPDATE visibility SET chosen_only = true WHERE person_id NOT IN (SELECT id FROM person ORDER BY id LIMIT 10)",
        "INSERT INTO audience_change SELECT person_id, $1 FROM visibility WHERE chosen_only",
        "INSERT INTO chosen_company
         SELECT person_id, '732829320', '2026-01-01' FROM visibility WHERE chosen_only AND $1 > 0 ORDER BY person_id LIMIT 100",
    ] {
        let query = sqlx::query(sql);
        let query = if sql.contains("$1") { query.bind(number) } else { query };
        query.execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    let shown = exact(&app, &recruiter).await["total"].clone();
    assert!(shown.as_u64() > Some(100) && shown.as_u64() < Some(120), "{shown}");
    // The next large set is prepared meanwhile: nothing changes for who searches.
    for _ in 0..20 {
        assert_eq!(exact(&app, &recruiter).await["total"], shown);
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let mut tx = app.state.pool.begin().await.unwrap();
    let number = dirty::outdate_block_lists(&mut tx).await.unwrap();
    sqlx::query(
        "WITH lifted AS (
             UPDATE visibility SET chosen_only = false
             WHERE person_id IN (SELECT person_id FROM visibility WHERE chosen_only ORDER BY person_id DESC LIMIT 40)
             RETURNING person_id)
         UPDATE audience_change SET number = $1 WHERE person_id IN (SELECT person_id FROM lifted)",
    )
    .bind(number)
    .execute(&mut *tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let more = exact(&app, &recruiter).await["total"].as_u64().unwrap();
    assert_eq!(more, shown.as_u64().unwrap() + 40);
}
