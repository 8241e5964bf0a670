//! The keeper's connection, and the lock it carries: one writer per index folder.
//!
//! The search library locks the folder too, but with a file that may be deleted; this lock dies with the
//! connection and with nothing else.

use std::time::Duration;

use sqlx::{ConnectOptions, Connection, PgConnection};
use uuid::Uuid;

use super::context::Context;
use crate::indexing::home::settle_home;
use crate::indexing::model::Database;
use crate::indexing::store;

/// First half of the lock's key; the second is drawn from the folder's id.
const LOCK_CLASS: i32 = 4244;

/// A connection of the keeper's own.
pub struct Session {
    /// The connection.
    pub connection: PgConnection,
    /// Which database it leads to.
    pub database: Database,
    /// The folder.
    pub home: Uuid,
}

impl Session {
    /// Connects.
    pub async fn open(context: &Context) -> anyhow::Result<Self> {
        let home = settle_home(&context.folder, context.ids.opaque())?;
        let mut connection = context.options.connect().await?;
        let database = store::database(&mut connection).await?;
        Ok(Self { connection, database, home })
    }

    /// Becomes the writer of this folder, if no one else is.
    pub async fn try_lead(&mut self) -> sqlx::Result<bool> {
        sqlx::query_scalar!(
            r#"SELECT pg_try_advisory_lock($1, hashtext($2::text)) AS "is_locked!""#,
            LOCK_CLASS,
            self.home.to_string()
        )
        .fetch_one(&mut self.connection)
        .await
    }

    /// Ends the connection, and so the lock, of a writer that has asked PostgreSQL nothing for so long: a living one
    /// asks several times a second. A commit it makes when it wakes up bears a number that is no longer good.
    pub async fn end_silent_leader(&mut self, silence: Duration) -> sqlx::Result<bool> {
        let ended = sqlx::query_scalar!(
            r#"SELECT pg_terminate_backend(holder.pid) AS "is_ended!"
               FROM pg_locks l
               JOIN pg_stat_activity holder USING (pid)
               WHERE l.locktype = 'advisory' AND l.granted
                 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                 AND l.classid = $1::int::oid AND l.objid = hashtext($2::text)::oid
                 AND holder.state <> 'active'
                 AND holder.state_change < clock_timestamp() - make_interval(secs => $3)"#,
            LOCK_CLASS,
            self.home.to_string(),
            silence.as_secs_f64(),
        )
        .fetch_all(&mut self.connection)
        .await?;
        Ok(!ended.is_empty())
    }

    /// Makes sure that the connection, and so the lock, is still ours: asked before a new index is put in place.
    pub async fn assert_alive(&mut self) -> sqlx::Result<()> {
        self.connection.ping().await
    }
}
