//! Writes the demo session: a training, its session, slots and participants.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId, SlotId, TrainingId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::state::AppState;

/// Somebody with a demo account.
#[derive(Clone)]
pub struct Account {
    /// The account.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

/// Those the demo session is for.
pub struct People {
    /// The organisation of the demo accounts.
    pub organisation: OrganisationId,
    /// Its trainer.
    pub trainer: Account,
    /// Its trainee.
    pub trainee: Account,
}

/// What is opened.
pub struct Plan {
    /// The session.
    pub session: TrainingSessionId,
    /// Its training, in its first revision.
    pub training: TrainingId,
    /// First and last day.
    pub dates: (NaiveDate, NaiveDate),
    /// How long it lasts.
    pub minutes: i32,
}

/// When it meets.
pub struct Slot {
    /// Its id.
    pub id: SlotId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Which of the courses it is about.
    pub course: usize,
}

const TITLE: &str = "Parcours métier de démonstration";

/// The demo accounts, when the organisation they belong to has no session that is not over yet.
pub async fn people(tx: &mut Tx<'_>, today: NaiveDate) -> sqlx::Result<Option<People>> {
    let rows = sqlx::query!(
        r#"SELECT p.id AS "id: PersonId", p.first_name, p.last_name, m.role,
                  m.organisation_id AS "organisation: OrganisationId"
           FROM organisation_member m JOIN person p ON p.id = m.person_id
           WHERE p.email IN ('trainer@demo.test', 'trainee@demo.test')
             AND NOT EXISTS (SELECT FROM training_session s
                             WHERE s.organisation_id = m.organisation_id AND s.ends_on >= $1)
           ORDER BY m.role"#,
        today,
    )
    .fetch_all(&mut **tx)
    .await?;
    let organisation = rows.first().map(|row| row.organisation);
    let mut found = rows.into_iter().map(|row| {
        let account = Account { id: row.id, first_name: row.first_name, last_name: row.last_name };
        (row.role, account)
    });
    // By role: the trainee, then the trainer.
    Ok(match (organisation, found.next(), found.next()) {
        (Some(organisation), Some((first, trainee)), Some((second, trainer)))
            if first == "trainee" && second == "trainer" =>
        {
            Some(People { organisation, trainer, trainee })
        }
        _ => None,
    })
}

/// The demo training of the organisation, written and published once: six core skills of a job, in three courses. Nothing when
/// the catalogue has no such job.
#[expect(clippy::too_many_lines, reason = "one statement for each table, in their order")]
pub async fn training(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    courses: &[(&str, i32, &[i16])],
) -> sqlx::Result<Option<TrainingId>> {
    let known = sqlx::query_scalar!(
        r#"SELECT id AS "id: TrainingId" FROM training
           WHERE organisation_id = $1 AND title = $2 AND status = 'published'"#,
        organisation.0,
        TITLE,
    )
    .fetch_optional(&mut **tx)
    .await?;
    if known.is_some() {
        return Ok(known);
    }
    let job = sqlx::query!(
        r#"SELECT j.code, j.label, (SELECT max(version) FROM rome_release) AS "release!"
           FROM rome_job j
           WHERE j.valid_to IS NULL
             AND (SELECT count(*) FROM rome_job_skill s JOIN rome_skill k ON k.code = s.skill_code
                  WHERE s.job_code = j.code AND s.is_core AND s.valid_to IS NULL AND k.valid_to IS NULL) >= 6
           ORDER BY j.code <> 'M1805', j.code LIMIT 1"#,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(job) = job else { return Ok(None) };
    let (id, now): (TrainingId, _) = (state.ids.ordered(), state.clock.now());
    sqlx::query!(
        "INSERT INTO training (id, organisation_id, status, version, revision, title, search_key, created_at, updated_at)
         VALUES ($1, $2, 'published', 2, 1, $3, 'parcours metier de demonstration', $4, $4)",
        id.0,
        organisation.0,
        TITLE,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO training_revision (training_id, number, release, title, description, objectives, audience,
             prerequisites, access_delay, price, methods, assessment, accessibility, blocks, formacodes, specialities,
             written_at)
         VALUES ($1, 1, $2, $3, '', 'Exercer les activités principales du métier.', 'Tout public', 'Aucun',
             'Deux semaines', '', 'Mises en situation', 'Mise en situation finale', 'Locaux accessibles', '{}', '{}', '{}', $4)",
        id.0,
        job.release,
        TITLE,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO training_job (training_id, revision, position, job_code, label) VALUES ($1, 1, 0, $2, $3)",
        id.0,
        job.code,
        job.label,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO training_skill (training_id, revision, position, skill_code, label, kind, jobs, target, pass)
         SELECT $1, 1, row_number() OVER (ORDER BY k.code) - 1, k.code, k.label, k.kind, ARRAY[$2], 3, 2
         FROM rome_job_skill s JOIN rome_skill k ON k.code = s.skill_code
         WHERE s.job_code = $2 AND s.is_core AND s.valid_to IS NULL AND k.valid_to IS NULL
         ORDER BY k.code LIMIT 6",
        id.0,
        job.code,
    )
    .execute(&mut **tx)
    .await?;
    for (position, (title, minutes, skills)) in (0_i16..).zip(courses) {
        let course: Uuid = state.ids.ordered();
        sqlx::query!(
            "WITH course AS (
                 INSERT INTO course (id, organisation_id, title, minutes, modality, version, created_at, updated_at)
                 VALUES ($1, $2, $3, $4, 'in_person', 1, $5, $5)
             ), line AS (
                 INSERT INTO training_course (training_id, revision, position, course_id, title, minutes, modality)
                 VALUES ($6, 1, $7, $1, $3, $4, 'in_person')
             )
             INSERT INTO training_course_skill (training_id, revision, course_position, skill_position)
             SELECT $6, 1, $7, * FROM unnest($8::smallint[])",
            course,
            organisation.0,
            title,
            minutes,
            now,
            id.0,
            position,
            skills,
        )
        .execute(&mut **tx)
        .await?;
    }
    sqlx::query!("UPDATE training_revision SET published_at = $2 WHERE training_id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(Some(id))
}

/// Writes the session, under way, with the courses of its training, its trainer, and its usual rooms.
pub async fn session(tx: &mut Tx<'_>, state: &AppState, people: &People, plan: &Plan) -> sqlx::Result<()> {
    let now = state.clock.now();
    sqlx::query!(
        "INSERT INTO training_session (id, organisation_id, training_id, revision, status, status_at, title, search_key,
             starts_on, ends_on, place, information, seats, announced_minutes, version, created_at, updated_at)
         VALUES ($1, $2, $3, 1, 'running', $4, $5, 'parcours metier de demonstration', $6, $7, 'Salle Jean-Zay, 2e étage',
             'Apportez de quoi écrire. L’accueil ouvre à 8 h 30.', 15, $8, 1, $4, $4)",
        plan.session.0,
        people.organisation.0,
        plan.training.0,
        now,
        TITLE,
        plan.dates.0,
        plan.dates.1,
        plan.minutes,
    )
    .execute(&mut **tx)
    .await?;
    let courses = sqlx::query_scalar!(
        "SELECT position FROM training_course WHERE training_id = $1 AND revision = 1 ORDER BY position",
        plan.training.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    for position in courses {
        sqlx::query!(
            "WITH line AS (
                 INSERT INTO session_course (id, session_id, position, course_id, title, minutes, modality)
                 SELECT $1, $2, position, course_id, title, minutes, modality FROM training_course
                 WHERE training_id = $3 AND revision = 1 AND position = $4
             )
             INSERT INTO session_course_skill (session_course_id, training_id, revision, skill_position)
             SELECT $1, training_id, revision, skill_position FROM training_course_skill
             WHERE training_id = $3 AND revision = 1 AND course_position = $4",
            state.ids.ordered::<Uuid>(),
            plan.session.0,
            plan.training.0,
            position,
        )
        .execute(&mut **tx)
        .await?;
    }
    sqlx::query!(
        "INSERT INTO session_trainer (id, session_id, person_id, first_name, last_name, added_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        state.ids.ordered::<Uuid>(),
        plan.session.0,
        people.trainer.id.0,
        people.trainer.first_name,
        people.trainer.last_name,
        now,
    )
    .execute(&mut **tx)
    .await?;
    for (kind, name) in [("general", "Salon général"), ("staff", "Salon de l’équipe")] {
        sqlx::query!(
            "INSERT INTO session_room (id, session_id, kind, name, version, created_at, updated_at)
             VALUES ($1, $2, $3, $4, 1, $5, $5)",
            state.ids.ordered::<Uuid>(),
            plan.session.0,
            kind,
            name,
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Writes the slots, with their trainer.
pub async fn slots(
    tx: &mut Tx<'_>,
    state: &AppState,
    people: &People,
    plan: &Plan,
    slots: &[Slot],
) -> sqlx::Result<()> {
    let now = state.clock.now();
    for slot in slots {
        sqlx::query!(
            "WITH slot AS (
                 INSERT INTO session_slot (id, session_id, session_course_id, starts_at, ends_at, version, created_at, updated_at)
                 SELECT $1, $2, c.id, $3, $4, 1, $5, $5 FROM session_course c WHERE c.session_id = $2 AND c.position = $6
             )
             INSERT INTO slot_trainer (id, slot_id, person_id, first_name, last_name, assigned_at)
             VALUES ($7, $1, $8, $9, $10, $5)",
            slot.id.0,
            plan.session.0,
            slot.starts_at,
            slot.ends_at,
            now,
            slot.course as i16,
            state.ids.ordered::<Uuid>(),
            people.trainer.id.0,
            people.trainer.first_name,
            people.trainer.last_name,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Enrols somebody, with or without an account.
pub async fn enrol(
    tx: &mut Tx<'_>,
    state: &AppState,
    plan: &Plan,
    (person, first_name, last_name): (Option<PersonId>, &str, &str),
) -> sqlx::Result<()> {
    let (id, now): (Uuid, _) = (state.ids.ordered(), state.clock.now());
    sqlx::query!(
        "WITH enrolled AS (
             INSERT INTO enrolment (id, session_id, person_id, first_name, last_name, email, status, status_at, starts_on,
                 version, created_at, updated_at)
             SELECT $1, $2, $3, $4, $5, (SELECT email FROM person WHERE id = $3), 'enrolled', $6, $7, 1, $6, $6
         )
         INSERT INTO enrolment_event (id, enrolment_id, event, to_status, at) VALUES ($8, $1, 'enrol', 'enrolled', $6)",
        id,
        plan.session.0,
        person.map(|id| id.0),
        first_name,
        last_name,
        now,
        plan.dates.0,
        state.ids.ordered::<Uuid>(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
