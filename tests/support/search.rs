//! A server whose search index follows the database, a small catalogue, and people in the database.

use std::ops::Deref;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use carnet::catalog::{self, Catalog};
use carnet::ids::{PersonId, ProfileId};
use carnet::indexing::{self, Keeper, Report, Role};
use carnet::platform::db::dirty::{self, Urgency};
use carnet::platform::search::{Activity, Search};
use serde_json::Value;
use uuid::Uuid;

use super::app::TestApp;
use super::companies::{Recruiter, SIRET};

/// A key for servers that share their sessions.
const SHARED_KEY: &str = "--token-secret=a key that several test servers share";
/// How long the index may take to follow.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server and the keeper of its index. It reads like a [`TestApp`].
pub struct SearchApp {
    keeper: Option<Keeper>,
    app: TestApp,
}

impl Deref for SearchApp {
    type Target = TestApp;

    fn deref(&self) -> &TestApp {
        &self.app
    }
}

impl SearchApp {
    /// Starts a server with the small catalogue and an empty index.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts it with more settings, e.g. `["--limits=on"]`.
    pub async fn start_with(settings: &[&str]) -> Self {
        let app = TestApp::start_with(&[&[SHARED_KEY], settings].concat()).await;
        load_catalog(&app).await;
        Self::keep(app).await
    }

    /// Starts another node on the same database, with an index of its own.
    pub async fn beside(&self) -> Self {
        self.beside_with(&[]).await
    }

    /// Starts it with more settings.
    pub async fn beside_with(&self, settings: &[&str]) -> Self {
        Self::keep(self.app.start_beside(2, &[&[SHARED_KEY], settings].concat()).await).await
    }

    /// Starts another process on the same database and the same index folder.
    pub async fn reader(&self) -> Self {
        let data = format!("--data={}", self.data.path().display());
        let app = self.app.start_beside(3, &[SHARED_KEY, &data]).await;
        Self::with_role(app, Role::Read).await
    }

    /// Starts keeping the index of a server that has a catalogue already.
    pub async fn keep(app: TestApp) -> Self {
        Self::with_role(app, Role::Keep).await
    }

    async fn with_role(app: TestApp, role: Role) -> Self {
        let keeper = Some(Keeper::start(&app.state, role).unwrap());
        let started = Self { keeper, app };
        started.ready().await;
        started
    }

    /// Starts another process that would keep the same index folder.
    pub async fn successor(&self) -> Self {
        let data = format!("--data={}", self.data.path().display());
        let app = self.app.start_beside(4, &[SHARED_KEY, &data]).await;
        Self::keep(app).await
    }

    /// The folder of the index.
    pub fn index_folder(&self) -> PathBuf {
        indexing::folder(&self.state.config)
    }

    /// The folder of the generation that is served.
    pub fn generation_folder(&self) -> PathBuf {
        let generation = self.generation().expect("an index is served");
        self.index_folder().join(format!("gen-{generation}"))
    }

    /// The generation served.
    pub fn generation(&self) -> Option<u64> {
        self.state.part::<Search>().serving().map(|served| served.index.generation())
    }

    /// Stops the keeper: the index stands still and goes on being searched.
    pub async fn stop_keeper(&mut self) {
        if let Some(keeper) = self.keeper.take() {
            keeper.stop().await;
        }
    }

    /// Cuts every session with the database, whatever it is doing, as a kill does.
    pub async fn cut_sessions(&self) {
        sqlx::query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Starts the keeper again, as a restart of the process would.
    pub fn start_keeper(&mut self) {
        self.keeper = Some(Keeper::start(&self.app.state, Role::Keep).unwrap());
    }

    /// Makes the process forget the index it serves, as a restart does.
    pub fn forget(&self) {
        self.app.state.part::<Search>().withdraw();
    }

    /// Waits until the keeper follows.
    pub async fn ready(&self) {
        self.until("the index is ready", async || self.state.part::<Search>().activity() == Activity::Ready)
            .await;
    }

    /// Waits until no change waits for any copy of the index.
    pub async fn settled(&self) {
        self.until("every change is indexed", async || {
            let (marks, behind): (i64, i64) = sqlx::query_as(
                "SELECT (SELECT count(*) FROM search_dirty), (SELECT epoch FROM search_epoch)",
            )
            .fetch_one(&self.state.pool)
            .await
            .unwrap();
            let search = self.state.part::<Search>().searcher();
            let reached = search.and_then(|searcher| searcher.payload().map(|payload| payload.epoch));
            marks == 0 && reached >= Some(behind)
        })
        .await;
    }

    /// Waits until this holds.
    pub async fn until(&self, what: &str, mut holds: impl AsyncFnMut() -> bool) {
        let began = Instant::now();
        while !holds().await {
            assert!(began.elapsed() < PATIENCE, "waited too long until {what}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Compares the index with the database.
    pub async fn verify(&self) -> Report {
        indexing::verify(&self.state, |_| {}).await.unwrap()
    }

    /// Checks that the index is exactly what the database says, with so many documents.
    #[track_caller]
    pub fn assert_exact(report: &Report, documents: u64) {
        assert!(report.is_exact(), "{report:?}");
        assert_eq!((report.documents, report.pending), (documents, 0), "{report:?}");
    }

    /// A recruiter who may search.
    pub async fn searcher(&self) -> Recruiter {
        self.recruiter_granted(SIRET).await
    }

    /// Adds a person, and marks the profile.
    pub async fn add(&self, someone: &Someone) -> Added {
        let added = insert(&self.app, someone).await;
        self.mark(&[added.profile], Urgency::Soon).await;
        added
    }

    /// Marks profiles, as whoever changes them does.
    pub async fn mark(&self, profiles: &[ProfileId], urgency: Urgency) {
        let mut tx = self.state.pool.begin().await.unwrap();
        dirty::mark(&mut tx, profiles, urgency, self.state.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// The ids of a page's hits.
pub fn hit_ids(page: &Value) -> Vec<Uuid> {
    page["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["profile_id"].as_str().unwrap().parse().unwrap())
        .collect()
}

/// A validation to be recorded.
#[derive(Clone, Debug)]
pub struct Validated {
    pub skill: i32,
    pub level: Option<i16>,
    pub passing: bool,
    pub revoked: bool,
    pub expires_on: Option<&'static str>,
    pub jobs: Vec<&'static str>,
}

/// A validation that holds, at this level.
pub fn validated(skill: i32, level: impl Into<Option<i16>>) -> Validated {
    Validated {
        skill,
        level: level.into(),
        passing: true,
        revoked: false,
        expires_on: None,
        jobs: Vec::new(),
    }
}

/// A person to be added.
#[derive(Clone, Debug)]
pub struct Someone {
    pub first_name: String,
    pub last_name: String,
    pub is_visible: bool,
    pub declared: Vec<(i32, i16)>,
    pub validated: Vec<Validated>,
    pub hides_from: Vec<&'static str>,
    /// The only companies that see the person; none: all of them.
    pub seen_by: Option<Vec<&'static str>>,
}

/// A visible person without skills.
pub fn someone(first_name: &str, last_name: &str) -> Someone {
    Someone {
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        is_visible: true,
        declared: Vec::new(),
        validated: Vec::new(),
        hides_from: Vec::new(),
        seen_by: None,
    }
}

/// A person added.
#[derive(Clone, Copy, Debug)]
pub struct Added {
    pub person: PersonId,
    pub profile: ProfileId,
}

/// Writes a person straight into the database, without a mark.
pub async fn insert(app: &TestApp, someone: &Someone) -> Added {
    let (person, profile): (PersonId, ProfileId) = (app.state.ids.ordered(), app.state.ids.opaque());
    let now = app.state.clock.now();
    let mut tx = app.state.pool.begin().await.unwrap();
    sqlx::query(
        "WITH one AS (
             INSERT INTO person (id, profile_id, email, first_name, last_name, password_hash, created_at, updated_at)
             VALUES ($1, $2, $2::text || '@example.org', $3, $4, '', $5, $5)
         )
         INSERT INTO visibility (person_id, visible, changed_at, notice_version, chosen_only)
         SELECT $1, $6, $5, '2026-11', $7 WHERE $6 OR $7",
    )
    .bind(person)
    .bind(profile)
    .bind(&someone.first_name)
    .bind(&someone.last_name)
    .bind(now)
    .bind(someone.is_visible)
    .bind(someone.seen_by.is_some())
    .execute(&mut *tx)
    .await
    .unwrap();
    for (skill, level) in &someone.declared {
        sqlx::query(
            "INSERT INTO declared_skill (person_id, skill_code, level, skill_label, rome_release, declared_at)
             VALUES ($1, $2, $3, '', 60, $4)",
        )
        .bind(person)
        .bind(skill)
        .bind(level)
        .bind(now)
        .execute(&mut *tx)
        .await
        .unwrap();
    }
    for validation in &someone.validated {
        insert_validation(&mut tx, app, person, validation).await;
    }
    for siren in &someone.hides_from {
        sqlx::query("INSERT INTO blocked_company (person_id, siren, blocked_at) VALUES ($1, $2, $3)")
            .bind(person)
            .bind(siren)
            .bind(now)
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    let number = dirty::outdate_block_lists(&mut tx).await.unwrap();
    for siren in someone.seen_by.iter().flatten() {
        sqlx::query("INSERT INTO chosen_company (person_id, siren, chosen_at) VALUES ($1, $2, $3)")
            .bind(person)
            .bind(siren)
            .bind(now)
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    if someone.seen_by.is_some() {
        sqlx::query("INSERT INTO audience_change (person_id, number) VALUES ($1, $2)")
            .bind(person)
            .bind(number)
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    Added { person, profile }
}

/// Records a validation, by the organisation that [`load_catalog`] made.
pub async fn insert_validation(
    tx: &mut sqlx::Transaction<'_, sqlx::Postgres>,
    app: &TestApp,
    person: PersonId,
    validation: &Validated,
) {
    let id: Uuid = app.state.ids.ordered();
    sqlx::query(
        "INSERT INTO validation (id, person_id, skill_code, skill_label, rome_release, organisation_id,
                                 organisation_name, validator_id, grid_id, grid_version, step_position, step_name,
                                 common_level, passing, validated_at, expires_on, job_codes)
         SELECT $1, $2, $3, '', 60, o.id, o.name, gen_random_uuid(), g.grid_id, g.grid_version, g.position, g.name,
                $4, $5, $6, $7::date, $8
         FROM organisation o, grid_step g
         LIMIT 1",
    )
    .bind(id)
    .bind(person)
    .bind(validation.skill)
    .bind(validation.level)
    .bind(validation.passing)
    .bind(app.state.clock.now())
    .bind(validation.expires_on)
    .bind(&validation.jobs)
    .execute(&mut **tx)
    .await
    .unwrap();
    if validation.revoked {
        sqlx::query(
            "INSERT INTO validation_revocation (validation_id, revoked_by, reason_code, reason, revoked_at)
             VALUES ($1, gen_random_uuid(), 'mistake', 'essai', $2)",
        )
        .bind(id)
        .bind(app.state.clock.now())
        .execute(&mut **tx)
        .await
        .unwrap();
    }
}

/// Letter, domain, job, its family, and its core skills. A1204 is retired.
pub const JOBS: &[(&str, &str, &[i32])] = &[
    ("A1101", "A1101", &[101, 102, 103]),
    ("A1102", "A1101", &[103, 104]),
    ("A1203", "A1203", &[105, 106, 107, 108]),
    ("A1204", "A1203", &[101, 105]),
    ("M1801", "M1801", &[109, 110, 111]),
    ("M1802", "M1801", &[101, 110]),
    ("M1803", "A1101", &[112]),
    ("N4101", "N4101", &[]),
];

/// The skills of the small catalogue; 116 is retired.
pub const SKILLS: std::ops::RangeInclusive<i32> = 101..=116;

/// Writes a small catalogue, and an organisation with a grid, straight into the database.
pub async fn load_catalog(app: &TestApp) {
    let pool = &app.state.pool;
    sqlx::raw_sql(
        "INSERT INTO rome_release VALUES (60, 'essai', '2026-01-01', 'archive', '2026-01-01');
         INSERT INTO rome_import (id, release, source, outcome, started_at, finished_at)
         VALUES (gen_random_uuid(), 60, 'file', 'applied', '2026-01-01', '2026-01-01');
         INSERT INTO rome_grand_domain (code, label, valid_from)
         SELECT c, 'Lettre ' || c, 60 FROM unnest(ARRAY['A', 'M', 'N']) c;
         INSERT INTO rome_domain (code, label, valid_from)
         SELECT c, 'Domaine ' || c, 60 FROM unnest(ARRAY['A11', 'A12', 'M18', 'N41']) c;
         INSERT INTO rome_skill (code, kind, label, category, definition, valid_from, valid_to)
         SELECT n, 'skill', 'Compétence ' || chr(65 + (n * 7) % 16), '', '', 60, CASE n WHEN 116 THEN 61 END
         FROM generate_series(101, 116) n;
         INSERT INTO organisation (id, name, created_at, updated_at)
         VALUES (gen_random_uuid(), 'Organisme', '2026-01-01', '2026-01-01');
         INSERT INTO grid (id, organisation_id, version, name, created_at)
         SELECT gen_random_uuid(), id, 1, 'Grille', '2026-01-01' FROM organisation;
         INSERT INTO grid_step (grid_id, grid_version, position, name, common_level, passing)
         SELECT id, 1, 1, 'Acquis', 3, true FROM grid;",
    )
    .execute(pool)
    .await
    .unwrap();
    for (job, parent, core) in JOBS {
        let retired = (*job == "A1204").then_some(61);
        sqlx::query(
            "INSERT INTO rome_job (code, label, parent_code, definition, access, valid_from, valid_to)
             VALUES ($1, 'Métier ' || $1, $2, '', '', 60, $3)",
        )
        .bind(job)
        .bind(parent)
        .bind(retired)
        .execute(pool)
        .await
        .unwrap();
        sqlx::query(
            "INSERT INTO rome_job_skill (job_code, skill_code, is_core, is_emerging, valid_from, valid_to)
             SELECT $1, s, true, false, 60, $3 FROM unnest($2::int[]) s
             UNION ALL SELECT $1, s, false, false, 60, $3 FROM unnest(ARRAY[113, 114]) s",
        )
        .bind(job)
        .bind(*core)
        .bind(retired)
        .execute(pool)
        .await
        .unwrap();
    }
    catalog::refresh(app.state.part::<Catalog>(), pool).await.unwrap();
}
