//! A database per test, cloned from a migrated template.

use std::process::Command;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use sha2::{Digest, Sha256};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// Looks whether the connections to a database have ended before it is dropped.
const PATIENCE: u32 = 100;

/// The server tests create their databases on: `TEST_DATABASE_URL`, or the development cluster.
fn server() -> &'static str {
    static URL: OnceLock<String> = OnceLock::new();
    URL.get_or_init(|| {
        std::env::var("TEST_DATABASE_URL").unwrap_or_else(|_| {
            let script = concat!(env!("CARGO_MANIFEST_DIR"), "/script/dev-db");
            let output = Command::new(script).arg("--url").output().expect("script/dev-db runs");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        })
    })
}

fn options(database: &str) -> PgConnectOptions {
    server().parse::<PgConnectOptions>().unwrap().database(database)
}

/// The name of the migrated template of these migrations.
fn template_name() -> String {
    let mut hash = Sha256::new();
    for migration in carnet::platform::db::pool::MIGRATOR.iter() {
        hash.update(&migration.checksum);
    }
    let digest = hash.finalize();
    format!("carnet_template_{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3])
}

async fn is_there(admin: &mut PgConnection, template: &str) -> bool {
    sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1 AND datistemplate)")
        .bind(template)
        .fetch_one(admin)
        .await
        .unwrap()
}

/// Makes the migrated template once, whichever test of whichever process comes first.
async fn template(admin: &mut PgConnection) -> String {
    let name = template_name();
    sqlx::query("SELECT pg_advisory_lock(4243)").execute(&mut *admin).await.unwrap();
    if !is_there(admin, &name).await {
        admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).await.unwrap();
        admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
        let pool = carnet::platform::db::pool::connect(options(&name), 1).await.unwrap();
        carnet::platform::db::pool::MIGRATOR.run(&pool).await.unwrap();
        pool.close().await;
        admin.execute(AssertSqlSafe(format!("ALTER DATABASE {name} IS_TEMPLATE true"))).await.unwrap();
    }
    sqlx::query("SELECT pg_advisory_unlock(4243)").execute(&mut *admin).await.unwrap();
    name
}

/// The name of the template that `kind` of content is in. It lasts as long as this test binary: what filled it is in there.
fn filled_template_name(kind: &str) -> String {
    let binary =
        std::env::current_exe().and_then(std::fs::metadata).and_then(|file| file.modified()).unwrap();
    let built = binary.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
    format!("{}_{kind}_{built:x}", template_name())
}

/// Drops the templates of earlier test binaries.
async fn drop_templates(admin: &mut PgConnection, like: &str) {
    let old: Vec<String> = sqlx::query_scalar("SELECT datname FROM pg_database WHERE datname LIKE $1")
        .bind(like)
        .fetch_all(&mut *admin)
        .await
        .unwrap();
    for name in old {
        admin.execute(AssertSqlSafe(format!("ALTER DATABASE {name} IS_TEMPLATE false"))).await.unwrap();
        admin.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
    }
}

/// A fresh database; dropped with this value.
pub struct TestDatabase {
    name: String,
    /// Its address when it is on a server of its own, which goes with everything on it.
    elsewhere: Option<String>,
}

impl TestDatabase {
    /// Clones the template.
    pub async fn create() -> Self {
        let mut admin =
            PgConnection::connect_with(&options("postgres")).await.expect("the test server answers");
        let template = template(&mut admin).await;
        Self::clone_of(&template, admin).await
    }

    /// Clones a database that `fill` filled, once for all tests, and left.
    pub async fn filled(kind: &str, fill: impl AsyncFnOnce(Arc<Self>)) -> Self {
        let mut admin =
            PgConnection::connect_with(&options("postgres")).await.expect("the test server answers");
        let name = filled_template_name(kind);
        sqlx::query("SELECT pg_advisory_lock(4244)").execute(&mut admin).await.unwrap();
        if !is_there(&mut admin, &name).await {
            drop_templates(&mut admin, &format!("carnet_template_%_{kind}_%")).await;
            let original = Arc::new(Self::create().await);
            fill(Arc::clone(&original)).await;
            let copy = format!("CREATE DATABASE {name} TEMPLATE {}", original.name);
            admin.execute(AssertSqlSafe(copy)).await.unwrap();
            admin.execute(AssertSqlSafe(format!("ALTER DATABASE {name} IS_TEMPLATE true"))).await.unwrap();
        }
        sqlx::query("SELECT pg_advisory_unlock(4244)").execute(&mut admin).await.unwrap();
        Self::clone_of(&name, admin).await
    }

    /// Another database with the same in it; nobody may be connected to this one.
    pub async fn copy(&self) -> Self {
        let admin = PgConnection::connect_with(&options("postgres")).await.unwrap();
        Self::clone_of(&self.name, admin).await
    }

    async fn clone_of(template: &str, mut admin: PgConnection) -> Self {
        let name = format!("carnet_test_{}", uuid::Uuid::new_v4().simple());
        // Copying its files is cheaper than writing each page to the log, where nothing waits for a disk.
        let copy = format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        admin.execute(AssertSqlSafe(copy)).await.unwrap();
        admin.close().await.unwrap();
        Self { name, elsewhere: None }
    }

    /// A migrated database on a server of its own.
    pub fn elsewhere(url: String) -> Self {
        Self { name: String::new(), elsewhere: Some(url) }
    }

    /// Its address, for a process of its own.
    pub fn url(&self) -> String {
        if let Some(url) = &self.elsewhere {
            return url.clone();
        }
        // The server is named with or without a database, and with or without parameters.
        let (address, parameters) = server().split_once('?').unwrap_or((server(), ""));
        let host = address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        format!("{host}/{}?{parameters}", self.name)
    }

    /// How to connect to it.
    pub fn options(&self) -> PgConnectOptions {
        match &self.elsewhere {
            Some(url) => url.parse().unwrap(),
            None => options(&self.name),
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if self.elsewhere.is_some() {
            return;
        }
        let name = self.name.clone();
        // A thread of its own: dropping happens inside the test's runtime, which cannot block.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let mut admin = PgConnection::connect_with(&options("postgres")).await?;
                // Asked to end connections itself, PostgreSQL looks but ten times a second whether they have.
                for _ in 0..PATIENCE {
                    let ending =
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1";
                    let open: i64 = sqlx::query_scalar(ending).bind(&name).fetch_one(&mut admin).await?;
                    if open == 0 {
                        break;
                    }
                    tokio::time::sleep(Duration::from_millis(2)).await;
                }
                admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).await?;
                admin.close().await
            })
        });
        if let Ok(Err(error)) = dropped.join() {
            eprintln!("test database {} was not dropped: {error}", self.name);
        }
    }
}
