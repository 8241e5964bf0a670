use std::collections::BTreeMap;

use carnet::demo::{self, Options, Outcome, SeedError};
use carnet::platform::progress::Progress;
use sqlx::{AssertSqlSafe, PgPool};

use super::catalogue;
use crate::support::app::TestApp;

const TABLES: &[&str] = &[
    "person",
    "organisation",
    "organisation_register",
    "organisation_member",
    "grid",
    "grid_step",
    "visibility",
    "consent_event",
    "declared_skill",
    "validation",
];

/// A server with the small catalogue and nobody.
async fn empty() -> TestApp {
    let app = TestApp::start().await;
    catalogue::insert(&app.state.pool).await;
    app
}

async fn seed(app: &TestApp, options: Options) -> Result<Outcome, SeedError> {
    demo::seed(&app.state, options, Progress::silent).await
}

async fn count(pool: &PgPool, from: &str) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM {from}"))).fetch_one(pool).await.unwrap()
}

/// A fingerprint of every row of every table, ids included.
async fn rows(pool: &PgPool) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    for table in TABLES {
        let sql = format!(
            "SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {table} t"
        );
        let fingerprint: String = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(pool).await.unwrap();
        assert!(!fingerprint.starts_with("0 "), "{table} is empty");
        found.insert(*table, fingerprint);
    }
    found
}

/// Every constraint and index, with its definition.
async fn schema(pool: &PgPool) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace
         UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
         ORDER BY 1",
    )
    .fetch_all(pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn the_same_seed_gives_the_same_rows_ids_included() {
    let (one, other, different) = (empty().await, empty().await, empty().await);
    let outcome = seed(&one, Options::new(150, 5)).await.unwrap();
    assert_eq!(outcome, Outcome { already: 0, written: 150 });
    seed(&other, Options::new(150, 5)).await.unwrap();
    seed(&different, Options::new(150, 6)).await.unwrap();
    assert_eq!(rows(&one.state.pool).await, rows(&other.state.pool).await);
    assert_ne!(rows(&one.state.pool).await["person"], rows(&different.state.pool).await["person"]);
    let people = count(&one.state.pool, "person WHERE email LIKE 'personne-%@demo.test'").await;
    assert_eq!(people, 150);
}

#[tokio::test]
async fn people_are_the_same_however_many_and_seeding_again_adds_the_missing_ones() {
    let (at_once, in_steps) = (empty().await, empty().await);
    seed(&at_once, Options::new(120, 1)).await.unwrap();
    seed(&in_steps, Options::new(50, 1)).await.unwrap();
    assert_eq!(seed(&in_steps, Options::new(120, 1)).await.unwrap(), Outcome { already: 50, written: 70 });
    assert_eq!(rows(&at_once.state.pool).await, rows(&in_steps.state.pool).await);
    let before = rows(&in_steps.state.pool).await;
    for fewer in [120, 10] {
        let outcome = seed(&in_steps, Options::new(fewer, 1)).await.unwrap();
        assert_eq!(outcome, Outcome { already: 120, written: 0 });
    }
    assert_eq!(rows(&in_steps.state.pool).await, before);
}

#[tokio::test]
async fn bulk_loading_gives_the_same_rows_and_the_same_schema() {
    let (plain, bulk) = (empty().await, empty().await);
    let schema_before = schema(&bulk.state.pool).await;
    assert!(schema_before.len() > 100);
    seed(&plain, Options::new(3_000, 1)).await.unwrap();
    seed(&bulk, Options { bulk_from: 1, ..Options::new(3_000, 1) }).await.unwrap();
    assert_eq!(rows(&plain.state.pool).await, rows(&bulk.state.pool).await);
    assert_eq!(schema(&bulk.state.pool).await, schema_before);
    let invalid = count(&bulk.state.pool, "pg_constraint WHERE NOT convalidated").await;
    assert_eq!(invalid, 0);
}

#[tokio::test]
async fn rows_have_the_promised_shape() {
    let app = empty().await;
    seed(&app, Options::new(2_000, 1)).await.unwrap();
    let (mean, least, most, validated): (f64, i64, i64, f64) = sqlx::query_as(
        "WITH entry AS (
             SELECT person_id, skill_code, bool_or(validated) AS validated
             FROM (SELECT person_id, skill_code, false AS validated FROM declared_skill
                   UNION ALL SELECT person_id, skill_code, true FROM validation) e
             GROUP BY 1, 2),
         profile AS (SELECT count(*) AS skills FROM entry GROUP BY person_id)
         SELECT (SELECT avg(skills) FROM profile)::float8, (SELECT min(skills) FROM profile),
             (SELECT max(skills) FROM profile), (SELECT avg(validated::int) FROM entry)::float8",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert!((19.5..22.5).contains(&mean) && least >= 5 && most <= 60, "{least} to {most}, {mean} on average");
    assert!((0.30..0.36).contains(&validated), "{validated} validated");
    let proofs = carnet::sharing::verify_consents(&app.state).await.unwrap();
    assert!(proofs.faults.is_empty() && proofs.events > 1_900, "{proofs:?}");
    let visible = count(&app.state.pool, "searchable_person").await;
    assert!((1_850..1_950).contains(&visible), "{visible} visible");
    let undecided = count(
        &app.state.pool,
        "visibility v WHERE visible <> (SELECT kind = 'visibility_given' FROM consent_event e
         WHERE e.person_id = v.person_id ORDER BY at DESC LIMIT 1)",
    )
    .await;
    assert_eq!(undecided, 0, "the switch is where the last consent left it");
    let strangers = count(
        &app.state.pool,
        "validation v WHERE NOT EXISTS (SELECT FROM organisation_member m
         WHERE m.organisation_id = v.organisation_id AND m.person_id = v.person_id AND m.role = 'trainee')
         OR NOT EXISTS (SELECT FROM organisation_member m
         WHERE m.organisation_id = v.organisation_id AND m.person_id = v.validator_id AND m.role = 'trainer')",
    )
    .await;
    assert_eq!(strangers, 0, "only trainers of an organisation validate, and only its trainees");
    let without_job = count(&app.state.pool, "validation v WHERE job_codes = '{}'").await;
    assert_eq!(without_job, 0);
}

#[tokio::test]
async fn a_database_with_real_accounts_is_refused() {
    let app = empty().await;
    app.person("Inès", "Lefèvre").await;
    let refusal = seed(&app, Options::new(10, 1)).await.unwrap_err();
    assert!(matches!(refusal, SeedError::RealDatabase));
    assert!(refusal.to_string().contains("real accounts"));
    assert_eq!(count(&app.state.pool, "person").await, 1);
    assert_eq!(count(&app.state.pool, "organisation").await, 0);
    assert_eq!(count(&app.state.pool, "demo_seed").await, 0);
}

#[tokio::test]
async fn real_accounts_made_in_a_demo_database_do_not_matter() {
    let app = empty().await;
    seed(&app, Options::new(10, 1)).await.unwrap();
    app.person("Inès", "Lefèvre").await;
    assert_eq!(seed(&app, Options::new(20, 1)).await.unwrap(), Outcome { already: 10, written: 10 });
}

#[tokio::test]
async fn what_cannot_be_seeded_is_refused_in_words() {
    let app = TestApp::start().await;
    let without_catalogue = seed(&app, Options::new(10, 1)).await.unwrap_err();
    assert!(without_catalogue.to_string().contains("sync-catalog"), "{without_catalogue}");
    for count in [0, 10_000_001] {
        assert!(matches!(seed(&app, Options::new(count, 1)).await, Err(SeedError::Count(_))));
    }
    catalogue::insert(&app.state.pool).await;
    seed(&app, Options::new(10, 1)).await.unwrap();
    let refusal = seed(&app, Options::new(20, 2)).await.unwrap_err();
    assert!(matches!(refusal, SeedError::OtherPeople(_)));
    assert!(refusal.to_string().contains("seed 1"), "{refusal}");
    assert_eq!(count(&app.state.pool, "person WHERE email LIKE 'personne-%'").await, 10);
}

#[tokio::test]
async fn nobody_can_sign_in_as_an_invented_person() {
    let app = empty().await;
    seed(&app, Options::new(10, 1)).await.unwrap();
    for (email, password) in [
        ("personne-00000000@demo.test", ""),
        ("personne-00000000@demo.test", "demo-carnet-2026"),
        ("formateur-01@demo.test", "demo-carnet-2026"),
    ] {
        let body = serde_json::json!({ "email": email, "password": password });
        let answer = app.anonymous().post("/auth/login", body).await;
        assert!([401, 422].contains(&answer.status.as_u16()), "{}", answer.text);
    }
    for account in demo::ACCOUNTS {
        let body = serde_json::json!({ "email": account.email, "password": demo::PASSWORD });
        app.anonymous().post("/auth/login", body).await.expect_problem(401, "invalid_credentials");
    }
}

#[tokio::test]
async fn every_copy_of_the_index_is_asked_to_rebuild() {
    let app = empty().await;
    sqlx::query("INSERT INTO index_node (id, home, generation, registered_at, last_seen_at) VALUES ($1, $1, 1, now(), now())")
        .bind(uuid::Uuid::nil())
        .execute(&app.state.pool)
        .await
        .unwrap();
    seed(&app, Options::new(10, 1)).await.unwrap();
    assert_eq!(count(&app.state.pool, "index_node WHERE rebuild_requested_at IS NOT NULL").await, 1);
    assert_eq!(count(&app.state.pool, "audit_event WHERE kind = 'demo.seeded'").await, 1);
}
