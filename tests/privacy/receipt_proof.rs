//! Every share can be proved: receipts are chained, the last one is known, and shares are what their receipts say.

use carnet::sharing::{
    Chain, ConsentReport, Flaw, Notice, ShareEnd, ShareItem, check_receipt, verify_consents,
};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Executor, PgPool};

use super::consent_proof::tamper;
use super::{conclude, dice};
use crate::support::app::TestApp;
use crate::support::sharing::{Sharer, sibling};

/// Tables that are put to the test, and which of their columns no receipt speaks of.
const TABLES: [(&str, &[&str]); 3] = [
    ("consent_receipt", &[]),
    ("consent_receipt_head", &[]),
    // Both only ever hide more: an end that was brought forward, and when it was written down.
    ("share", &["ends_at", "ended_at"]),
];

/// Somebody who shared four items, one of them ended, and agreed to one anew.
async fn shared(app: &TestApp) -> Sharer {
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Cv, sharer.proof()]).await.unwrap();
    app.advance(chrono::Duration::seconds(1));
    let second = app.purpose(&sharer.user, sharer.company, "Seconde offre");
    app.grant(&second, &[ShareItem::Email]).await.unwrap();
    app.end(&second, ShareEnd::Revoked).await;
    app.grant(&second, &[ShareItem::Email]).await.unwrap();
    sharer
}

/// Sets the tables aside.
async fn keep(pool: &PgPool) {
    for (table, _) in TABLES {
        pool.execute(AssertSqlSafe(format!("CREATE TABLE kept_{table} AS TABLE {table}"))).await.unwrap();
    }
}

/// Puts them back.
async fn restore(pool: &PgPool) {
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    for (table, _) in TABLES {
        tx.execute(AssertSqlSafe(format!("DELETE FROM {table}"))).await.unwrap();
        tx.execute(AssertSqlSafe(format!("INSERT INTO {table} SELECT * FROM kept_{table}"))).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Another value than the one there; nothing for a type nobody thought of.
fn altered(table: &str, column: &str, kind: &str) -> Option<String> {
    Some(match (table, column, kind) {
        (_, "items", _) => r#"'[{"kind": "age"}]'"#.to_owned(),
        (_, "item", _) => "'passport'".to_owned(),
        (_, "siren", _) => "'552100554'".to_owned(),
        (_, "end_reason", _) => "'expired'".to_owned(),
        ("share", "company_id", _) => {
            "(SELECT id FROM company WHERE id <> share.company_id ORDER BY siret LIMIT 1)".to_owned()
        }
        (_, "kind", _) => "'offer_accepted'".to_owned(),
        (_, "reason", _) => "'closed'".to_owned(),
        (_, _, "uuid") => "gen_random_uuid()".to_owned(),
        (_, _, "text") => format!("coalesce({column}, '') || 'x'"),
        (_, _, "integer") => format!("{column} + 100"),
        (_, _, "timestamp with time zone") => format!("coalesce({column}, now()) + interval '1 microsecond'"),
        _ => return None,
    })
}

/// The rows whose column can say something else: the table itself refuses that a share of a proof names none, and the like.
fn place(table: &str, column: &str) -> String {
    match (table, column) {
        ("share", "proof_id") => "proof_id IS NOT NULL".to_owned(),
        ("share", "item") => "proof_id IS NULL".to_owned(),
        ("share", "end_reason" | "ended_receipt_id") => "ended_at IS NOT NULL".to_owned(),
        (_, "reason") => "reason IS NOT NULL".to_owned(),
        (_, "kind") => "reason IS NULL".to_owned(),
        _ => "true".to_owned(),
    }
}

/// One statement per row and column: the columns to come as well.
async fn alterations(pool: &PgPool) -> Vec<String> {
    let mut statements = Vec::new();
    for (table, free) in TABLES {
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT column_name::text, data_type::text FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = $1",
        )
        .bind(table)
        .fetch_all(pool)
        .await
        .unwrap();
        assert!(columns.len() >= 3, "the columns of {table} were not found");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM {table}")))
            .fetch_one(pool)
            .await
            .unwrap();
        for (column, kind) in columns.iter().filter(|(column, _)| !free.contains(&column.as_str())) {
            let value = altered(table, column, kind).unwrap_or_else(|| panic!("say how to alter {column}"));
            for row in 0..rows {
                let place = place(table, column);
                let chosen =
                    format!("SELECT ctid FROM {table} WHERE {place} ORDER BY ctid OFFSET {row} LIMIT 1");
                statements.push(format!("UPDATE {table} SET {column} = {value} WHERE ctid IN ({chosen})"));
            }
        }
        if table != "share" {
            for row in 0..rows {
                let chosen = format!("SELECT ctid FROM {table} ORDER BY ctid OFFSET {row} LIMIT 1");
                statements.push(format!("DELETE FROM {table} WHERE ctid IN ({chosen})"));
            }
        }
    }
    statements.push("DELETE FROM consent_receipt".to_owned());
    statements
}

#[tokio::test]
async fn whatever_is_altered_or_removed_is_found() {
    let (seed, _) = dice();
    let app = TestApp::with_catalogue().await;
    let pool = &app.state.pool;
    shared(&app).await;
    // The establishment a share is moved to: of another legal unit, it would show nothing to anybody.
    app.company(&sibling(), "active").await;
    keep(pool).await;
    let clean = ConsentReport { receipts: 4, ..ConsentReport::default() };
    assert_eq!(verify_consents(&app.state).await.unwrap(), clean);
    let (mut tried, mut missed) = (0, Vec::new());
    for sql in alterations(pool).await {
        if changes_nothing(pool, &sql).await {
            continue;
        }
        tamper(pool, &sql).await;
        if verify_consents(&app.state).await.unwrap().faults.is_empty() {
            missed.push(sql);
        }
        restore(pool).await;
        assert_eq!(verify_consents(&app.state).await.unwrap(), clean);
        tried += 1;
    }
    assert!(tried > 60, "only {tried} ways were tried");
    conclude("receipt proof", seed, format!("{tried} ways to tamper"), &missed);
}

/// Whether no row is where the statement looks.
async fn changes_nothing(pool: &PgPool, sql: &str) -> bool {
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    tx.execute(AssertSqlSafe(sql.to_owned())).await.unwrap().rows_affected() == 0
}

#[tokio::test]
async fn a_share_that_is_opened_again_behind_the_servers_back_is_found() {
    let app = TestApp::with_catalogue().await;
    let sharer = shared(&app).await;
    app.end(&sharer.purpose, ShareEnd::Revoked).await;
    let reopen =
        "UPDATE share SET ended_at = NULL, end_reason = NULL, ended_receipt_id = NULL WHERE item = 'cv'";
    tamper(&app.state.pool, reopen).await;
    let faults = verify_consents(&app.state).await.unwrap().faults;
    let [fault] = &faults[..] else { panic!("{faults:?}") };
    assert_eq!((fault.person, fault.chain, fault.flaw), (sharer.user.id, Chain::Receipts, Flaw::Unproven));
    assert!(fault.to_string().contains("is not what its receipt says"), "{fault}");
}

#[tokio::test]
async fn the_text_at_the_time_of_the_consent_can_be_shown_from_its_receipt() {
    let app = TestApp::with_catalogue().await;
    let sharer = shared(&app).await;
    let user = app.renewed(&sharer.user);
    let page = user.client.get("/me/receipts").await.expect(200);
    for receipt in page["items"].as_array().unwrap() {
        let path = format!("/me/receipts/{}", receipt["id"].as_str().unwrap());
        let signed = user.client.get(&path).await;
        let checked = check_receipt(signed.text.as_bytes(), &app.seal_keys()).unwrap().unwrap();
        let policy: &Value = &signed.body["document"]["policy"];
        let url = policy["url"].as_str().unwrap();
        let path = url.split_once("/api/v1").unwrap().1;
        let shown = app.anonymous().get(path).await.expect(200);
        assert_eq!(shown["sha256"], policy["sha256"]);
        assert_eq!(shown["text"], Notice::find(&checked.document.policy.version).unwrap().text);
    }
}
