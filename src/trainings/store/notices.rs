//! Notices: found once per import, listed, decided.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{Ids, NoticeId, OrganisationId, TrainingId};
use crate::platform::db::Tx;
use crate::trainings::model::Status;
use crate::trainings::model::notice::{Decision, Kind, Subject};

/// An import whose effect was not looked into yet.
pub struct Unseen {
    /// The import.
    pub id: Uuid,
    /// The release it brought.
    pub release: i32,
}

/// Takes the oldest import that was not looked into; whoever comes second gets nothing while the first is at it.
pub async fn take_unseen(tx: &mut Tx<'_>) -> sqlx::Result<Option<Unseen>> {
    sqlx::query_as!(
        Unseen,
        r#"SELECT i.id, i.release AS "release!" FROM rome_import i
           WHERE i.outcome = 'applied' AND i.release IS NOT NULL
             AND NOT EXISTS (SELECT FROM catalog_review r WHERE r.import_id = i.id)
           ORDER BY i.number LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED"#
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Writes the notices an import causes: one for each line of a training in use whose job or skill it renamed, gave to
/// something else or retired. What a training says is what is being written, otherwise its newest revision.
pub async fn write(tx: &mut Tx<'_>, ids: &Ids, import: Uuid, now: DateTime<Utc>) -> sqlx::Result<usize> {
    let found = sqlx::query!(
        r#"WITH newest AS (
               SELECT t.id, max(r.number) AS number FROM training t JOIN training_revision r ON r.training_id = t.id
               WHERE t.status <> 'archived' GROUP BY t.id
           ), line AS (
               SELECT n.id AS training, 'job' AS subject, j.job_code AS code
               FROM newest n JOIN training_job j ON j.training_id = n.id AND j.revision = n.number
               UNION
               SELECT n.id, 'skill', coalesce(s.skill_code, s.linked_code)::text
               FROM newest n JOIN training_skill s ON s.training_id = n.id AND s.revision = n.number
               WHERE coalesce(s.skill_code, s.linked_code) IS NOT NULL
           )
           SELECT DISTINCT ON (l.training, l.subject, l.code)
                  l.training AS "training!", l.subject AS "subject!", l.code AS "code!", c.kind, c.before, c.after,
                  c.replacement
           FROM line l JOIN rome_change c ON c.subject = l.subject AND c.code = l.code
           WHERE c.import_id = $1 AND c.kind IN ('relabelled', 'reused', 'retired')
           ORDER BY l.training, l.subject, l.code, c.position"#,
        import,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in &found {
        sqlx::query!(
            "INSERT INTO training_notice (id, import_id, training_id, subject, code, kind, before, after, replacement,
                                          created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            ids.ordered::<Uuid>(),
            import,
            row.training,
            row.subject,
            row.code,
            row.kind,
            row.before,
            row.after,
            row.replacement,
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(found.len())
}

/// Notes that an import was looked into, and how well trainings are aligned with it.
pub async fn mark_seen(
    tx: &mut Tx<'_>,
    import: Uuid,
    noticed: usize,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "WITH newest AS (
             SELECT t.id, max(r.number) AS number FROM training t JOIN training_revision r ON r.training_id = t.id
             WHERE t.status <> 'archived' GROUP BY t.id
         ), job AS (
             SELECT DISTINCT j.job_code AS code FROM newest n
             JOIN training_job j ON j.training_id = n.id AND j.revision = n.number
         ), skill AS (
             SELECT coalesce(s.skill_code, s.linked_code) AS code FROM newest n
             JOIN training_skill s ON s.training_id = n.id AND s.revision = n.number
             UNION SELECT skill_code FROM own_skill
         )
         INSERT INTO catalog_review (import_id, linked, present, noticed, reviewed_at)
         SELECT $1,
                (SELECT count(*) FROM job) + (SELECT count(*) FROM skill WHERE code IS NOT NULL),
                (SELECT count(*) FROM job JOIN rome_job r USING (code) WHERE r.valid_to IS NULL)
                    + (SELECT count(*) FROM skill JOIN rome_skill r USING (code) WHERE r.valid_to IS NULL),
                $2, $3",
        import,
        noticed as i32,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Somebody to be told of an import: once, of all trainings together.
pub struct Told {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// How many of its trainings are concerned.
    pub trainings: i64,
    /// The address of one who runs it.
    pub email: String,
}

/// Those who run the organisations whose trainings an import concerns.
pub async fn to_tell(tx: &mut Tx<'_>, import: Uuid) -> sqlx::Result<Vec<Told>> {
    sqlx::query_as!(
        Told,
        r#"SELECT o.id AS "organisation: OrganisationId", o.name, concerned.trainings AS "trainings!", p.email
           FROM (SELECT t.organisation_id, count(DISTINCT t.id) AS trainings
                 FROM training_notice n JOIN training t ON t.id = n.training_id
                 WHERE n.import_id = $1 GROUP BY t.organisation_id) concerned
           JOIN organisation o ON o.id = concerned.organisation_id
           JOIN organisation_member m ON m.organisation_id = o.id AND m.role IN ('admin', 'manager')
           JOIN person p ON p.id = m.person_id
           WHERE o.status = 'active' ORDER BY o.id, p.email"#,
        import,
    )
    .fetch_all(&mut **tx)
    .await
}

/// A notice.
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// The training.
    pub training: TrainingId,
    /// Its title.
    pub title: String,
    /// Its state.
    pub status: Status,
    /// What it is about.
    pub subject: Subject,
    /// The code of the line.
    pub code: String,
    /// What the release did.
    pub kind: Kind,
    /// The name before the release.
    pub before: Option<String>,
    /// The name since.
    pub after: Option<String>,
    /// The code of what means today what the line meant.
    pub replacement: Option<String>,
    /// The release.
    pub release: i32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
}

/// Where a page of [`list`] starts: after this time and id.
#[derive(Deserialize, Serialize)]
pub struct TimeKey(pub DateTime<Utc>, pub Uuid);

/// Which notices.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<NoticeId>,
    /// About this training.
    pub training: Option<TrainingId>,
    /// Decided ones, or those that wait.
    pub decided: Option<bool>,
    /// Where the page starts.
    pub before: Option<TimeKey>,
}

/// The organisation's notices, newest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: Filter,
    limit: i64,
) -> sqlx::Result<Vec<Notice>> {
    let (at, id) = filter.before.map_or((None, None), |TimeKey(at, id)| (Some(at), Some(id)));
    sqlx::query_as!(
        Notice,
        r#"SELECT n.id AS "id: NoticeId", t.id AS "training: TrainingId", t.title, t.status AS "status: Status",
                  n.subject AS "subject: Subject", n.code, n.kind AS "kind: Kind", n.before, n.after, n.replacement, i.release AS "release!",
                  n.created_at, n.decision AS "decision: Decision", n.decided_at
           FROM training_notice n JOIN training t ON t.id = n.training_id JOIN rome_import i ON i.id = n.import_id
           WHERE t.organisation_id = $1 AND ($2::uuid IS NULL OR n.id = $2) AND ($3::uuid IS NULL OR t.id = $3)
             AND ($4::boolean IS NULL OR (n.decision IS NOT NULL) = $4)
             AND ($5::timestamptz IS NULL OR (n.created_at, n.id) < ($5, $6))
           ORDER BY n.created_at DESC, n.id DESC LIMIT $7"#,
        organisation.0,
        filter.id.map(|id| id.0),
        filter.training.map(|id| id.0),
        filter.decided,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// Writes down what was decided.
pub async fn decide(
    tx: &mut Tx<'_>,
    id: NoticeId,
    decision: Decision,
    replacement: Option<&str>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE training_notice SET decision = $2, decided_at = $3, replacement = $4
         WHERE id = $1 AND decision IS NULL",
        id.0,
        decision.as_str(),
        now,
        replacement,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What an import means for trainings.
#[derive(Debug, Default)]
pub struct Effect {
    /// Whether it was looked into already.
    pub is_reviewed: bool,
    /// Distinct jobs and skills of the catalogue that trainings in use and own skills named.
    pub linked: i32,
    /// Those of them that the release had.
    pub present: i32,
    /// Trainings with notices.
    pub trainings: i64,
    /// Notices.
    pub notices: i64,
    /// Notices nobody decided yet.
    pub undecided: i64,
    /// Own skills linked to a skill it renamed or retired.
    pub own_skills: i64,
    /// Grids by which lines of trainings measure such a skill.
    pub grids: i64,
}

/// What an import means for trainings.
pub async fn effect(db: impl PgExecutor<'_>, import: Uuid) -> sqlx::Result<Effect> {
    sqlx::query_as!(
        Effect,
        r#"SELECT r.import_id IS NOT NULL AS "is_reviewed!", coalesce(r.linked, 0) AS "linked!",
                  coalesce(r.present, 0) AS "present!",
                  (SELECT count(DISTINCT training_id) FROM training_notice WHERE import_id = $1) AS "trainings!",
                  (SELECT count(*) FROM training_notice WHERE import_id = $1) AS "notices!",
                  (SELECT count(*) FROM training_notice WHERE import_id = $1 AND decision IS NULL) AS "undecided!",
                  (SELECT count(*) FROM own_skill o JOIN rome_change c
                       ON c.import_id = $1 AND c.subject = 'skill' AND c.code = o.skill_code::text
                          AND c.kind IN ('relabelled', 'reused', 'retired')) AS "own_skills!",
                  (SELECT count(DISTINCT grid_id) FROM catalog_review_grid WHERE import_id = $1) AS "grids!"
           FROM (SELECT $1::uuid AS id) asked LEFT JOIN catalog_review r ON r.import_id = asked.id"#,
        import,
    )
    .fetch_one(db)
    .await
}
