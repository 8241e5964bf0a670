//! What "nothing changed" means: not a row written, not even with the same content.

use sqlx::PgPool;

use crate::support::app::TestApp;

/// Every list of the catalogue, with the transaction that last wrote each row.
const TABLES: [&str; 18] = [
    "rome_release",
    "rome_grand_domain",
    "rome_domain",
    "rome_job",
    "rome_appellation",
    "rome_skill",
    "rome_context",
    "rome_job_skill",
    "rome_job_context",
    "rome_mobility",
    "rome_change",
    "rome_cross_link",
    "rome_skill_group",
    "rome_macro_group",
    "rome_substitution",
    "certification_export",
    "certification",
    "certification_job",
];

/// A digest of every row and of who wrote it.
pub async fn checksum(app: &TestApp) -> String {
    rows(&app.state.pool).await
}

/// The same, of a database.
pub async fn rows(pool: &PgPool) -> String {
    digest(pool, "t.xmin::text || t::text").await
}

/// A digest of what every row says, whichever import wrote it and whenever.
pub async fn content(pool: &PgPool) -> String {
    digest(pool, "(to_jsonb(t) - 'import_id' - 'imported_at')::text").await
}

/// All tables as they are at one moment, whoever writes meanwhile.
async fn digest(pool: &PgPool, line: &str) -> String {
    let mut tx = pool.begin().await.unwrap();
    let moment = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
    sqlx::query(moment).execute(&mut *tx).await.unwrap();
    let mut digests = Vec::new();
    for table in TABLES {
        let sql = format!(
            "SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (SELECT {line} AS line FROM {table} t) lines"
        );
        let digest: Option<String> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *tx).await.unwrap();
        digests.push(format!("{table} {}", digest.unwrap_or_default()));
    }
    digests.join("\n")
}

/// How many lines the history of imports has.
pub async fn history_length(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM rome_import").fetch_one(&app.state.pool).await.unwrap()
}
