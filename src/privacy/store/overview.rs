//! What is visible to whom now, read across slices for one person. Nothing is decided here: each slice decides when it answers.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::PersonId;

/// Lines of one kind shown at most; each kind has a list of its own with all of them.
pub const MOST: i64 = 100;

/// The switch.
#[derive(Clone, Debug)]
pub struct Visibility {
    /// Whether it is on.
    pub visible: bool,
    /// Whether only chosen companies see the person then.
    pub chosen_only: bool,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

/// Where the switch stands; nothing was ever chosen: off.
pub async fn visibility(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Option<Visibility>> {
    sqlx::query_as!(
        Visibility,
        "SELECT visible, chosen_only, changed_at FROM visibility WHERE person_id = $1",
        person.0,
    )
    .fetch_optional(db)
    .await
}

/// A company by its number.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its SIREN.
    pub siren: String,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// The companies that may not see the person.
pub async fn blocked(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        "SELECT siren, blocked_at AS since FROM blocked_company WHERE person_id = $1 ORDER BY blocked_at DESC, siren LIMIT $2",
        person.0,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// The companies the person chose.
pub async fn chosen(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        "SELECT siren, chosen_at AS since FROM chosen_company WHERE person_id = $1 ORDER BY chosen_at DESC, siren LIMIT $2",
        person.0,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// Something shared with one company.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The share.
    pub id: Uuid,
    /// The company.
    pub company: Uuid,
    /// Its name.
    pub company_name: String,
    /// Its number.
    pub siret: String,
    /// For what.
    pub purpose: Uuid,
    /// Its title.
    pub purpose_title: String,
    /// What.
    pub item: String,
    /// Since when.
    pub granted_at: DateTime<Utc>,
    /// Until when; none: while the conversation is open.
    pub ends_at: Option<DateTime<Utc>>,
}

/// What is shared now, by company.
pub async fn shares(
    db: impl PgExecutor<'_>,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Shared>> {
    sqlx::query_as!(
        Shared,
        r#"SELECT s.id, s.company_id AS company, COALESCE(c.name, c.siret) AS "company_name!", c.siret, s.purpose_id AS purpose, s.purpose_title,
                s.item, s.granted_at, s.ends_at
         FROM share s JOIN company c ON c.id = s.company_id
         WHERE s.person_id = $1 AND s.ended_at IS NULL AND (s.ends_at IS NULL OR s.ends_at > $2)
         ORDER BY 3, s.company_id, s.granted_at, s.id LIMIT $3"#,
        person.0,
        now,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// A link to the passport.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its id.
    pub id: Uuid,
    /// For whom, as the person wrote it.
    pub recipient: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// How often it was opened.
    pub view_count: i32,
}

/// The links that open now.
pub async fn links(db: impl PgExecutor<'_>, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<Vec<Link>> {
    sqlx::query_as!(
        Link,
        "SELECT id, recipient, created_at, expires_at, view_count FROM passport_share
         WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id DESC LIMIT $3",
        person.0,
        now,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// A file that can be fetched.
#[derive(Clone, Debug)]
pub struct Fetchable {
    /// Its id.
    pub id: Uuid,
    /// Whether it holds all data, or a passport.
    pub is_data: bool,
    /// When it goes.
    pub erase_at: DateTime<Utc>,
}

/// Exports whose file is there.
pub async fn exports(
    db: impl PgExecutor<'_>,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Fetchable>> {
    sqlx::query_as!(
        Fetchable,
        r#"SELECT id AS "id!", false AS "is_data!", erase_at AS "erase_at!" FROM passport_export
           WHERE person_id = $1 AND status = 'ready' AND erase_at > $2
           UNION ALL
           SELECT id, true, erase_at FROM data_export WHERE person_id = $1 AND status = 'ready' AND erase_at > $2
           ORDER BY 3, 1 LIMIT $3"#,
        person.0,
        now,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// Something a company began with the person.
#[derive(Clone, Debug)]
pub struct Dealing {
    /// Its id.
    pub id: Uuid,
    /// What it is about.
    pub title: String,
    /// The company.
    pub company_name: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when.
    pub until: Option<DateTime<Utc>>,
}

/// Private rooms that are open.
pub async fn rooms(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Dealing>> {
    sqlx::query_as!(
        Dealing,
        r#"SELECT r.id, COALESCE(r.title, '') AS "title!", COALESCE(c.name, c.siret) AS "company_name!", r.opened_at AS since, r.ends_at AS until
           FROM chat_room r JOIN company c ON c.id = r.company_id
           WHERE r.person_id = $1 AND r.kind = 'private' AND r.closed_at IS NULL
           ORDER BY r.opened_at DESC, r.id LIMIT $2"#,
        person.0,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// Offers that wait for an answer.
pub async fn offers(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Dealing>> {
    sqlx::query_as!(
        Dealing,
        r#"SELECT r.id, o.title, COALESCE(o.company_name, c.name, c.siret) AS "company_name!", r.sent_at AS "since!",
                  r.ends_at AS until
           FROM offer_recipient r JOIN offer o ON o.id = r.offer_id JOIN company c ON c.id = o.company_id
           WHERE r.person_id = $1 AND r.state IN ('sent', 'undelivered', 'delivered', 'seen')
           ORDER BY r.sent_at DESC, r.id LIMIT $2"#,
        person.0,
        MOST,
    )
    .fetch_all(db)
    .await
}

/// Invitations of companies to quizzes that are open.
pub async fn quizzes(
    db: impl PgExecutor<'_>,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Dealing>> {
    sqlx::query_as!(
        Dealing,
        r#"SELECT i.id, COALESCE(i.purpose, q.title) AS "title!", COALESCE(c.name, c.siret) AS "company_name!", i.sent_at AS since,
                  i.closes_at AS until
           FROM quiz_invitation i JOIN quiz q ON q.id = i.quiz_id JOIN company c ON c.id = i.company_id
           WHERE i.person_id = $1 AND i.ended_at IS NULL AND (i.closes_at IS NULL OR i.closes_at > $2)
           ORDER BY i.sent_at DESC, i.id LIMIT $3"#,
        person.0,
        now,
        MOST,
    )
    .fetch_all(db)
    .await
}
