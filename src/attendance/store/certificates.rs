//! Certificates: numbered, signed, replaced and never edited.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use utoipa::ToSchema;

use crate::ids::{CertificateId, EnrolmentId, OrganisationId, PersonId, TrainingId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};
use crate::platform::seal::Seal;

/// What a certificate attests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum CertificateKind {
    /// Certificat de réalisation: that the training took place, and how long it was followed.
    Completion,
    /// Attestation d'assiduité: hours planned and followed over a period.
    Attendance,
    /// Attestation de fin de formation: objectives, duration, results.
    EndOfTraining,
}

impl CertificateKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::Attendance => "attendance",
            Self::EndOfTraining => "end_of_training",
        }
    }

    /// What its number begins with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Completion => "CR",
            Self::Attendance => "AA",
            Self::EndOfTraining => "AF",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Completion => "Certificat de réalisation",
            Self::Attendance => "Attestation d’assiduité",
            Self::EndOfTraining => "Attestation de fin de formation",
        }
    }

    /// The number as it is printed: `CR-2026-000123`.
    pub fn number(self, year: i32, number: i32) -> String {
        format!("{}-{year}-{number:06}", self.prefix())
    }
}

/// A certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The session.
    pub session: TrainingSessionId,
    /// Of whom.
    pub enrolment: EnrolmentId,
    /// What it attests.
    pub kind: CertificateKind,
    /// The year of its number.
    pub year: i32,
    /// Its number in that year.
    pub number: i32,
    /// What whoever holds it asks with.
    pub code: String,
    /// The period it is about.
    pub period: (NaiveDate, NaiveDate),
    /// What it says, as canonical JSON.
    pub content: String,
    /// The seal on it.
    pub seal: Seal,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// The certificate it takes the place of.
    pub replaces: Option<CertificateId>,
    /// Why.
    pub replace_reason: Option<String>,
    /// The certificate that took its place.
    pub replaced_by: Option<CertificateId>,
}

struct Row {
    id: CertificateId,
    organisation: OrganisationId,
    session: TrainingSessionId,
    enrolment: EnrolmentId,
    kind: CertificateKind,
    year: i32,
    number: i32,
    code: String,
    period_from: NaiveDate,
    period_to: NaiveDate,
    content: String,
    sha256: String,
    key_id: String,
    signature: String,
    issued_at: DateTime<Utc>,
    replaces: Option<CertificateId>,
    replace_reason: Option<String>,
    replaced_by: Option<CertificateId>,
}

impl From<Row> for Certificate {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            organisation: row.organisation,
            session: row.session,
            enrolment: row.enrolment,
            kind: row.kind,
            year: row.year,
            number: row.number,
            code: row.code,
            period: (row.period_from, row.period_to),
            content: row.content,
            seal: Seal { key_id: row.key_id, sha256: row.sha256, signature: row.signature },
            issued_at: row.issued_at,
            replaces: row.replaces,
            replace_reason: row.replace_reason,
            replaced_by: row.replaced_by,
        }
    }
}

/// Which certificates: every condition given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter<'a> {
    /// Of this session.
    pub session: Option<TrainingSessionId>,
    /// This one.
    pub id: Option<CertificateId>,
    /// Of this person's enrolments.
    pub person: Option<PersonId>,
    /// With this code.
    pub code: Option<&'a str>,
}

/// The certificates that a filter lets through, the oldest first.
pub async fn list(db: impl PgExecutor<'_>, filter: Filter<'_>) -> sqlx::Result<Vec<Certificate>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT c.id AS "id: CertificateId", c.organisation_id AS "organisation: OrganisationId",
                  c.session_id AS "session: TrainingSessionId", c.enrolment_id AS "enrolment: EnrolmentId",
                  c.kind AS "kind: CertificateKind", c.year, c.number, c.code, c.period_from, c.period_to, c.content,
                  c.sha256, c.key_id, c.signature, c.issued_at, c.replaces AS "replaces: CertificateId",
                  c.replace_reason, next.id AS "replaced_by?: CertificateId"
           FROM certificate c
           JOIN enrolment e ON e.id = c.enrolment_id
           LEFT JOIN certificate next ON next.replaces = c.id
           WHERE ($1::uuid IS NULL OR c.session_id = $1) AND ($2::uuid IS NULL OR c.id = $2)
             AND ($3::uuid IS NULL OR e.person_id = $3) AND ($4::text IS NULL OR c.code = $4)
             AND ($1 IS NOT NULL OR $2 IS NOT NULL OR $3 IS NOT NULL OR $4 IS NOT NULL)
           ORDER BY c.issued_at, c.number"#,
        filter.session.map(|id| id.0),
        filter.id.map(|id| id.0),
        filter.person.map(|id| id.0),
        filter.code,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Certificate::from).collect())
}

/// Takes the next so many numbers of an organisation's year, and gives the first. They stay taken only if the
/// transaction is committed: there is never a gap.
pub async fn take_numbers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    year: i32,
    count: i32,
) -> sqlx::Result<i32> {
    let last = sqlx::query_scalar!(
        "INSERT INTO certificate_number (organisation_id, year, last) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT certificate_number_pkey
         DO UPDATE SET last = certificate_number.last + excluded.last
         RETURNING last",
        organisation.0,
        year,
        count,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(last - count + 1)
}

/// Writes a certificate; refused where it would replace one that is replaced.
pub async fn insert(tx: &mut Tx<'_>, certificate: &Certificate, by: PersonId) -> Result<()> {
    sqlx::query!(
        "INSERT INTO certificate (id, organisation_id, session_id, enrolment_id, kind, year, number, code, period_from,
                                  period_to, content, sha256, key_id, signature, issued_at, issued_by, replaces,
                                  replace_reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        certificate.id.0,
        certificate.organisation.0,
        certificate.session.0,
        certificate.enrolment.0,
        certificate.kind.as_str(),
        certificate.year,
        certificate.number,
        certificate.code,
        certificate.period.0,
        certificate.period.1,
        certificate.content,
        certificate.seal.sha256,
        certificate.seal.key_id,
        certificate.seal.signature,
        certificate.issued_at,
        by.0,
        certificate.replaces.map(|id| id.0),
        certificate.replace_reason,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("certificate_replaced_once", Code::AlreadyReplaced)?;
    Ok(())
}

/// A skill of a training, and what the organisation last found of it.
pub struct SkillResult {
    /// The skill.
    pub skill: String,
    /// The step reached, in the organisation's words; none when it was not evaluated.
    pub level: Option<String>,
    /// Whether that step means acquired.
    pub is_acquired: bool,
    /// When.
    pub evaluated_at: Option<DateTime<Utc>>,
    /// By whom.
    pub evaluated_by: Option<String>,
}

/// What the organisation found of somebody, for each skill of a training's revision.
pub async fn results(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    (training, revision): (TrainingId, i32),
    person: Option<PersonId>,
) -> sqlx::Result<Vec<SkillResult>> {
    sqlx::query_as!(
        SkillResult,
        r#"SELECT s.label AS skill, v.step_name AS "level?", coalesce(v.passing, false) AS "is_acquired!",
                  v.validated_at AS "evaluated_at?", p.first_name || ' ' || p.last_name AS "evaluated_by?"
           FROM training_skill s
           LEFT JOIN LATERAL (
               SELECT found.* FROM validation found
               WHERE found.person_id = $4 AND found.organisation_id = $1
                 AND found.skill_code = coalesce(s.skill_code, s.linked_code)
                 AND NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = found.id)
               ORDER BY found.validated_at DESC, found.id DESC LIMIT 1) v ON true
           LEFT JOIN person p ON p.id = v.validator_id
           WHERE s.training_id = $2 AND s.revision = $3
           ORDER BY s.position"#,
        organisation.0,
        training.0,
        revision,
        person.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}
