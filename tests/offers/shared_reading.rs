//! What somebody shares for an offer is read for that offer alone, and the person reads who read it.

use carnet::sharing::{Notice, verify_accesses};
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::offers::{SentOffer, answer_at, offer_with};

/// A yes that shares these.
fn yes_with(kinds: &[&str]) -> Value {
    let items: Vec<Value> = kinds.iter().map(|kind| json!({ "kind": kind })).collect();
    json!({ "confirmed": true, "items": items, "policy_version": Notice::sharing().version })
}

#[tokio::test]
async fn each_reading_of_what_is_shared_is_told_by_the_names_of_its_fields() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    app.give_phone(&zoe, "06 12 34 56 78").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let path = sent.of(0, "");
    // Before the yes nothing can be read: there is nothing to note.
    hirer.user.client.get(&path).await.expect(200);
    let yes = yes_with(&["phone", "email"]);
    answer_at(&zoe.client, &sent.mine(0, "/acceptance"), 1, yes).await.expect(200);
    for _ in 0..2 {
        let read = hirer.user.client.get(&path).await;
        assert!(read.text.contains("+33612345678") && read.text.contains(&zoe.email), "{}", read.text);
        app.advance(Duration::minutes(1));
    }
    // Two readings are two events: nothing is counted together.
    let reading = |number: u32, at: &str| {
        json!({
            "number": number,
            "company": { "name": "Ateliers 732829320", "siret": "73282932000074" },
            "role": "admin",
            "purpose": "share",
            "fields": [{ "field": "phone", "count": null }, { "field": "email", "count": null }],
            "at": at,
        })
    };
    let page = zoe.client.get("/me/profile-accesses").await.expect(200);
    let expected = [reading(2, "2026-03-03T08:01:00Z"), reading(1, "2026-03-03T08:00:00Z")];
    assert_eq!(page["items"], json!(expected));
    let rows: Vec<String> =
        sqlx::query_scalar("SELECT a::text FROM profile_access a").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(rows.len(), 2);
    for row in rows {
        // However the number might be written.
        let digits: String = row.chars().filter(char::is_ascii_digit).collect();
        assert!(!digits.contains("612345678") && !row.contains('@'), "{row}");
    }
    let report = verify_accesses(&app.state).await.unwrap();
    assert_eq!((report.accesses, report.faults.len()), (2, 0), "{report:?}");
}

/// P7: for that offer alone, though the company is the same.
#[tokio::test]
async fn a_number_shared_for_one_offer_is_not_read_with_the_next_of_the_same_company() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    app.give_phone(&zoe, "06 12 34 56 78").await;
    let (hirer, first) = app.sent_to(&zoe).await;
    answer_at(&zoe.client, &first.mine(0, "/acceptance"), 1, yes_with(&["phone"])).await.expect(200);
    let second = app.sent(&hirer.user, &offer_with(&json!({ "job": "M1801" })), &[&zoe]).await;
    let read = async |offer: &SentOffer| {
        let read = hirer.user.client.get(&offer.of(0, "")).await;
        assert_eq!(read.status, 200, "{}", read.text);
        read.text
    };
    // While the second waits, and once something else is shared for it.
    for is_accepted in [false, true] {
        if is_accepted {
            let yes = yes_with(&["email"]);
            answer_at(&zoe.client, &second.mine(0, "/acceptance"), 1, yes).await.expect(200);
        }
        let (of_first, of_second) = (read(&first).await, read(&second).await);
        assert!(of_first.contains("+33612345678") && !of_first.contains(&zoe.email), "{of_first}");
        assert!(!of_second.contains("612345678"), "{of_second}");
        assert_eq!(of_second.contains(&zoe.email), is_accepted, "{of_second}");
    }
}
