//! Offers as their authors write them.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::ids::{CompanyId, CompanyQuizId, FileId, OfferId, OfferRecipientId, PersonId};
use crate::offers::model::state::State;
use crate::offers::model::{Content, Contract, JobName, Pay, PayPer};
use crate::offers::policy::Hold;
use crate::offers::store::rooms::RoomOffer;
use crate::platform::db::Tx;
use crate::platform::http::Result;

/// How far an offer is as a whole.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize, utoipa::ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = OfferStatus)]
pub enum Status {
    /// Being written.
    Draft,
    /// Sent: nothing of it changes any more.
    Sent,
}

impl Status {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
        }
    }
}

/// An offer.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// The establishment.
    pub company: CompanyId,
    /// Its name: as it was sent, or as the register shows it now.
    pub company_name: String,
    /// Its number.
    pub company_siret: String,
    /// Whose it is to act on.
    pub hold: Hold,
    /// Who sent it, or who writes it; none once their account is gone.
    pub sender_name: Option<String>,
    /// How far it is.
    pub status: Status,
    /// Raised by every write.
    pub version: i32,
    /// What it says.
    pub content: Content,
    /// How many people it could not be sent to.
    pub skipped: i32,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// The first instant at which it is too late to answer.
    pub ends_at: Option<DateTime<Utc>>,
    /// Whether it is sent, and cannot be answered at the moment.
    pub is_paused: bool,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
}

/// Which offers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Of this establishment.
    pub company: Option<CompanyId>,
    /// This one.
    pub id: Option<OfferId>,
    /// By this author.
    pub author: Option<PersonId>,
    /// In this state.
    pub status: Option<Status>,
    /// With somebody in this state.
    pub holding: Option<State>,
    /// Before this one, newest first.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

struct Row {
    id: OfferId,
    company_id: CompanyId,
    company_name: String,
    company_siret: String,
    author_id: Option<PersonId>,
    author_stays: bool,
    sender_name: Option<String>,
    status: Status,
    version: i32,
    title: String,
    job_code: Option<String>,
    job_label: Option<String>,
    message: Option<String>,
    contract: Option<Contract>,
    place: Option<String>,
    weekly_minutes: Option<i32>,
    schedule: Option<String>,
    pay_min: Option<i32>,
    pay_max: Option<i32>,
    pay_per: Option<PayPer>,
    starts_on: Option<NaiveDate>,
    reply_by: Option<NaiveDate>,
    file_id: Option<FileId>,
    quiz_id: Option<CompanyQuizId>,
    search: Option<serde_json::Value>,
    skipped: i32,
    sent_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
    is_paused: bool,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl TryFrom<Row> for Offer {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> sqlx::Result<Self> {
        let search = row.search.map(serde_json::from_value).transpose();
        let search = search.map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        let pay = row.pay_min.zip(row.pay_per).map(|(min, per)| Pay { min, max: row.pay_max, per });
        let content = Content {
            title: row.title,
            job: row.job_code.zip(row.job_label).map(|(code, label)| JobName { code, label }),
            message: row.message,
            contract: row.contract,
            place: row.place,
            weekly_minutes: row.weekly_minutes,
            schedule: row.schedule,
            pay,
            starts_on: row.starts_on,
            reply_by: row.reply_by,
            file: row.file_id,
            quiz: row.quiz_id,
            search,
        };
        Ok(Self {
            id: row.id,
            company: row.company_id,
            company_name: row.company_name,
            company_siret: row.company_siret,
            hold: Hold { author: row.author_id, author_stays: row.author_stays },
            sender_name: row.sender_name,
            status: row.status,
            version: row.version,
            content,
            skipped: row.skipped,
            sent_at: row.sent_at,
            ends_at: row.ends_at,
            is_paused: row.is_paused,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

/// The offers that a filter lets through, newest first.
pub async fn list(db: impl PgExecutor<'_>, filter: Filter, rows: i64) -> sqlx::Result<Vec<Offer>> {
    let (at, before) = filter.before.unzip();
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT o.id AS "id: OfferId", o.company_id AS "company_id: CompanyId",
                  coalesce(o.company_name, c.name, c.siret) AS "company_name!",
                  coalesce(o.company_siret, c.siret) AS "company_siret!", o.author_id AS "author_id: PersonId",
                  EXISTS (SELECT FROM recruiter r WHERE r.person_id = o.author_id AND r.company_id = o.company_id)
                      AS "author_stays!",
                  CASE WHEN o.status = 'draft' THEN a.first_name || ' ' || a.last_name ELSE o.sender_name END AS sender_name,
                  o.status AS "status: Status", o.version, o.title, o.job_code, o.job_label, o.message,
                  o.contract AS "contract: Contract", o.place, o.weekly_minutes, o.schedule, o.pay_min, o.pay_max,
                  o.pay_per AS "pay_per: PayPer", o.starts_on, o.reply_by, o.file_id AS "file_id: FileId",
                  o.quiz_id AS "quiz_id: CompanyQuizId", o.search, o.skipped, o.sent_at, o.ends_at,
                  EXISTS (SELECT FROM offer_pause p WHERE p.offer_id = o.id) AS "is_paused!", o.created_at, o.updated_at
           FROM offer o JOIN company c ON c.id = o.company_id LEFT JOIN person a ON a.id = o.author_id
           WHERE ($1::uuid IS NULL OR o.company_id = $1) AND ($2::uuid IS NULL OR o.id = $2)
             AND ($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL)
             AND ($3::uuid IS NULL OR o.author_id = $3) AND ($4::text IS NULL OR o.status = $4)
             AND ($5::timestamptz IS NULL OR (o.created_at, o.id) < ($5, $6))
             AND ($7::text IS NULL OR EXISTS (SELECT FROM offer_recipient r WHERE r.offer_id = o.id AND r.state = $7))
           ORDER BY o.created_at DESC, o.id DESC LIMIT $8"#,
        filter.company.map(|company| company.0),
        filter.id.map(|id| id.0),
        filter.author.map(|author| author.0),
        filter.status.map(Status::as_str),
        at,
        before,
        filter.holding.map(State::as_str),
        rows,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Offer::try_from).collect()
}

/// One offer.
pub async fn find(db: impl PgExecutor<'_>, filter: Filter) -> sqlx::Result<Option<Offer>> {
    Ok(list(db, filter, 1).await?.pop())
}

/// Locks an offer until the transaction ends, and reads it.
pub async fn lock(tx: &mut Tx<'_>, filter: Filter) -> sqlx::Result<Option<Offer>> {
    sqlx::query!(
        "SELECT id FROM offer WHERE id = $1 AND ($2::uuid IS NULL OR company_id = $2) FOR NO KEY UPDATE",
        filter.id.map(|id| id.0),
        filter.company.map(|company| company.0),
    )
    .fetch_optional(&mut **tx)
    .await?;
    find(&mut **tx, filter).await
}

/// How many drafts somebody keeps.
pub async fn count_drafts(tx: &mut Tx<'_>, author: PersonId) -> sqlx::Result<i64> {
    sqlx::query!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", author.0)
        .fetch_one(&mut **tx)
        .await?;
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM offer WHERE author_id = $1 AND status = 'draft'"#,
        author.0
    )
    .fetch_one(&mut **tx)
    .await
}

/// Begins a draft; its content follows.
pub async fn insert(
    tx: &mut Tx<'_>,
    (id, company, author): (OfferId, CompanyId, PersonId),
    title: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO offer (id, company_id, author_id, status, version, title, created_at, updated_at)
         VALUES ($1, $2, $3, 'draft', 0, $4, $5, $5)",
        id.0,
        company.0,
        author.0,
        title,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes the content of a draft, and raises its version.
pub async fn write(tx: &mut Tx<'_>, id: OfferId, content: &Content, now: DateTime<Utc>) -> Result<()> {
    let search =
        content.search.as_ref().map(serde_json::to_value).transpose().map_err(anyhow::Error::from)?;
    sqlx::query!(
        "UPDATE offer SET title = $2, job_code = $3, job_label = $4, message = $5, contract = $6, place = $7,
                          weekly_minutes = $8, schedule = $9, pay_min = $10, pay_max = $11, pay_per = $12,
                          starts_on = $13, reply_by = $14, file_id = $15, quiz_id = $16, search = $17,
                          version = version + 1, updated_at = $18
         WHERE id = $1",
        id.0,
        content.title,
        content.job.as_ref().map(|job| job.code.as_str()),
        content.job.as_ref().map(|job| job.label.as_str()),
        content.message,
        content.contract as Option<Contract>,
        content.place,
        content.weekly_minutes,
        content.schedule,
        content.pay.map(|pay| pay.min),
        content.pay.and_then(|pay| pay.max),
        content.pay.map(|pay| pay.per) as Option<PayPer>,
        content.starts_on,
        content.reply_by,
        content.file.map(|file| file.0),
        content.quiz.map(|quiz| quiz.0),
        search,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Raises the version of a draft whose people changed.
pub async fn touch(tx: &mut Tx<'_>, id: OfferId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE offer SET version = version + 1, updated_at = $2 WHERE id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Makes somebody the author: the one before has left the company.
pub async fn take_over(tx: &mut Tx<'_>, id: OfferId, author: PersonId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE offer SET author_id = $2 WHERE id = $1", id.0, author.0).execute(&mut **tx).await?;
    Ok(())
}

/// Deletes a draft and those chosen for it.
pub async fn delete(tx: &mut Tx<'_>, id: OfferId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM offer WHERE id = $1 AND status = 'draft'", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Gives up the document of an offer, once nobody it was sent to may read it; gives the file to release.
pub async fn drop_file(tx: &mut Tx<'_>, id: OfferId) -> sqlx::Result<Option<FileId>> {
    sqlx::query_scalar!(
        r#"WITH held AS (
               SELECT id, file_id FROM offer WHERE id = $1 AND file_id IS NOT NULL AND NOT EXISTS (
                   SELECT FROM offer_recipient r WHERE r.offer_id = offer.id
                     AND r.state IN ('sent', 'undelivered', 'delivered', 'seen', 'accepted')) FOR NO KEY UPDATE)
           UPDATE offer SET file_id = NULL FROM held WHERE offer.id = held.id
           RETURNING held.file_id AS "file!: FileId""#,
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// The offer a person received this of, as its room needs it.
pub async fn of_recipient(
    connection: &mut PgConnection,
    recipient: OfferRecipientId,
) -> sqlx::Result<Option<RoomOffer>> {
    sqlx::query_as!(
        RoomOffer,
        r#"SELECT r.id AS "recipient: OfferRecipientId", o.id AS "offer: OfferId", o.title, r.person_id AS "person: PersonId",
                  o.company_id AS "company: CompanyId", coalesce(o.company_name, c.name, c.siret) AS "company_name!",
                  o.author_id AS "author: PersonId", r.state AS "state: State"
           FROM offer_recipient r JOIN offer o ON o.id = r.offer_id JOIN company c ON c.id = o.company_id
           WHERE r.id = $1 AND r.state <> 'draft'"#,
        recipient.0,
    )
    .fetch_optional(connection)
    .await
}

/// How many people an offer was sent to, by state.
pub async fn counts(db: impl PgExecutor<'_>, offers: &[OfferId]) -> sqlx::Result<Vec<(OfferId, State, i64)>> {
    let ids: Vec<Uuid> = offers.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT offer_id AS "offer: OfferId", state AS "state: State", count(*) AS "count!"
           FROM offer_recipient WHERE offer_id = ANY($1) GROUP BY offer_id, state"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.offer, row.state, row.count)).collect())
}
