//! What happened in a passport, newest first: entries and their ends, what was declared, replies and answers.

use carnet_index::SkillCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use utoipa::ToSchema;
use uuid::Uuid;

use super::declared::stored;
use super::validations::skill;
use crate::ids::{OrganisationId, PersonId, ValidationId};

/// What happened.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = PassportEventKind)]
pub enum Kind {
    /// The person declared the skill, at the level they declare now.
    Declared,
    /// An organisation validated it in a session, or at large.
    Validated,
    /// An organisation attested it from an experience.
    Attested,
    /// An organisation found it not acquired.
    NotAcquired,
    /// An entry was revoked.
    Revoked,
    /// Another entry took the place of one.
    Superseded,
    /// The last day of an entry passed.
    Expired,
    /// The person answered an entry.
    Replied,
    /// The organisation answered the person.
    Answered,
}

impl Kind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Validated => "validated",
            Self::Attested => "attested",
            Self::NotAcquired => "not_acquired",
            Self::Revoked => "revoked",
            Self::Superseded => "superseded",
            Self::Expired => "expired",
            Self::Replied => "replied",
            Self::Answered => "answered",
        }
    }
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Happened {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: Kind,
    /// The entry; of a declaration, the person.
    pub subject: Uuid,
    /// The skill.
    pub skill_code: i32,
    /// Its label then.
    pub label: String,
    /// The organisation; none for declarations.
    pub organisation: Option<OrganisationId>,
    /// Its name when the entry was written.
    pub organisation_name: Option<String>,
    /// What was found, in words.
    pub step_name: Option<String>,
    /// On the common scale.
    pub common_level: Option<i16>,
    /// Why it ended, what was said.
    pub text: Option<String>,
}

impl Happened {
    /// The skill.
    pub fn skill(&self) -> SkillCode {
        skill(self.skill_code)
    }

    /// The entry it is about, if any.
    pub fn entry(&self) -> Option<ValidationId> {
        (self.kind != Kind::Declared).then_some(ValidationId(self.subject))
    }

    /// Where the next page begins.
    pub fn key(&self) -> Key {
        (self.at, self.kind.as_str().to_owned(), self.subject, self.skill_code)
    }
}

/// A place in the timeline.
pub type Key = (DateTime<Utc>, String, Uuid, i32);

/// Which things.
#[derive(Default)]
pub struct Filter {
    /// About this skill only.
    pub skill: Option<SkillCode>,
    /// By this organisation only; declarations are by none.
    pub organisation: Option<OrganisationId>,
    /// Of this kind only.
    pub kind: Option<Kind>,
    /// From this day on (Paris).
    pub from: Option<NaiveDate>,
    /// Through this day (Paris).
    pub to: Option<NaiveDate>,
    /// Before this place.
    pub before: Option<Key>,
}

/// What happened in a person's passport, newest first.
pub async fn of_person(
    db: impl PgExecutor<'_>,
    person: PersonId,
    filter: &Filter,
    (today, rows): (NaiveDate, i64),
) -> sqlx::Result<Vec<Happened>> {
    let before = filter.before.as_ref();
    sqlx::query_as!(
        Happened,
        r#"WITH entry AS (
               SELECT v.*, r.revoked_at, r.reason_code, r.reason
               FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id
               WHERE v.person_id = $1
           ), happened AS (
               SELECT declared_at AS at, 'declared' AS kind, person_id AS subject, skill_code, skill_label AS label,
                      NULL::uuid AS organisation, NULL::text AS organisation_name, NULL::text AS step_name,
                      level AS common_level, NULL::text AS text
               FROM declared_skill WHERE person_id = $1
               UNION ALL
               SELECT x.declared_at, 'declared', x.id, c.skill_code, c.skill_label, NULL, NULL, NULL, c.level, x.title
               FROM experience x JOIN experience_skill c ON c.experience_id = x.id
               WHERE x.person_id = $1 AND x.status = 'declared'
               UNION ALL
               SELECT validated_at, CASE WHEN NOT passing THEN 'not_acquired' WHEN origin = 'experience' THEN 'attested'
                                         ELSE 'validated' END,
                      id, skill_code, skill_label, organisation_id, organisation_name, step_name, common_level, comment
               FROM entry
               UNION ALL
               SELECT revoked_at, CASE reason_code WHEN 'superseded' THEN 'superseded' ELSE 'revoked' END, id, skill_code,
                      skill_label, organisation_id, organisation_name, step_name, common_level, reason
               FROM entry WHERE revoked_at IS NOT NULL
               UNION ALL
               SELECT (expires_on + 1)::timestamp AT TIME ZONE 'Europe/Paris', 'expired', id, skill_code, skill_label,
                      organisation_id, organisation_name, step_name, common_level, NULL
               FROM entry WHERE expires_on < $2 AND revoked_at IS NULL
               UNION ALL
               SELECT p.replied_at, 'replied', e.id, e.skill_code, e.skill_label, e.organisation_id, e.organisation_name,
                      e.step_name, e.common_level, p.text
               FROM validation_reply p JOIN entry e ON e.id = p.validation_id
               UNION ALL
               SELECT p.answered_at, 'answered', e.id, e.skill_code, e.skill_label, e.organisation_id,
                      e.organisation_name, e.step_name, e.common_level, p.answer
               FROM validation_reply p JOIN entry e ON e.id = p.validation_id WHERE p.answer IS NOT NULL
           )
           SELECT at AS "at!", kind AS "kind!: Kind", subject AS "subject!", skill_code AS "skill_code!", label AS "label!",
                  organisation AS "organisation: OrganisationId", organisation_name, step_name, common_level, text
           FROM happened
           WHERE ($3::integer IS NULL OR skill_code = $3) AND ($4::uuid IS NULL OR organisation = $4)
             AND ($5::text IS NULL OR kind = $5)
             AND ($6::date IS NULL OR at >= $6::date::timestamp AT TIME ZONE 'Europe/Paris')
             AND ($7::date IS NULL OR at < ($7::date + 1)::timestamp AT TIME ZONE 'Europe/Paris')
             AND ($8::timestamptz IS NULL OR (at, kind COLLATE "C", subject, skill_code) < ($8, $9::text COLLATE "C", $10, $11))
           ORDER BY at DESC, kind COLLATE "C" DESC, subject DESC, skill_code DESC LIMIT $12"#,
        person.0,
        today,
        filter.skill.map(stored),
        filter.organisation.map(|id| id.0),
        filter.kind.map(Kind::as_str),
        filter.from,
        filter.to,
        before.map(|key| key.0),
        before.map(|key| key.1.as_str()),
        before.map(|key| key.2),
        before.map(|key| key.3),
        rows,
    )
    .fetch_all(db)
    .await
}
