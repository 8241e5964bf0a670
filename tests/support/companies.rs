//! Recruiters in each state, written straight into the database.

use carnet::companies::{Siren, Siret};
use carnet::ids::{CompanyId, PersonId, RecruiterId};
use serde_json::Value;

use super::app::TestApp;
use super::users::User;

/// An establishment whose number is right, for tests that need just one.
pub const SIRET: &str = "73282932000074";

/// Another number with right check digits, computed from this one.
pub fn drawn_siret(seed: u128) -> String {
    let completed = |start: String, fits: fn(&str) -> bool| {
        (0..10).map(|digit| format!("{start}{digit}")).find(|number| fits(number)).unwrap()
    };
    let siren =
        completed(format!("{:08}", 40_000_000 + seed % 50_000_000), |number| number.parse::<Siren>().is_ok());
    completed(format!("{siren}0001"), |number| number.parse::<Siret>().is_ok())
}

/// A person with a recruiter account.
#[derive(Clone)]
pub struct Recruiter {
    /// The person, signed in.
    pub user: User,
    /// The account.
    pub id: RecruiterId,
}

impl TestApp {
    /// A recruiter who may search, for this establishment (active in the register): an admin of it.
    pub async fn recruiter_granted(&self, siret: &str) -> Recruiter {
        self.recruiter(siret, "active", "granted").await
    }

    /// A recruiter who may search, for this establishment, and runs nothing.
    pub async fn recruiting_member(&self, siret: &str) -> Recruiter {
        let recruiter = self.recruiter_granted(siret).await;
        sqlx::query("UPDATE recruiter SET role = 'member' WHERE id = $1")
            .bind(recruiter.id)
            .execute(&self.state.pool)
            .await
            .unwrap();
        recruiter
    }

    /// A recruiter whose company the register could not be asked about.
    pub async fn recruiter_pending(&self) -> Recruiter {
        self.recruiter(SIRET, "unknown", "pending_register").await
    }

    /// A recruiter whose request waits for staff.
    pub async fn recruiter_in_review(&self, siret: &str) -> Recruiter {
        self.recruiter(siret, "active", "awaiting_review").await
    }

    /// A recruiter in this state, for this establishment, which the register said to be in that state.
    pub async fn recruiter(&self, siret: &str, register_state: &str, status: &str) -> Recruiter {
        let user = self.person("Renée", "Recrute").await;
        let company = self.company(siret, register_state).await;
        let id: RecruiterId = self.state.ids.ordered();
        sqlx::query(
            "INSERT INTO recruiter (id, company_id, person_id, status, status_at, decided_by, requested_at, role)
             VALUES ($1, $2, $3, $4, $5, 'rule', $5, CASE $4 WHEN 'granted' THEN 'admin' ELSE 'member' END)",
        )
        .bind(id)
        .bind(company)
        .bind(user.id)
        .bind(status)
        .bind(self.state.clock.now())
        .execute(&self.state.pool)
        .await
        .unwrap();
        Recruiter { user, id }
    }

    /// The company of this establishment, new or known, put in this state of the register.
    pub async fn company(&self, siret: &str, register_state: &str) -> CompanyId {
        let now = self.state.clock.now();
        sqlx::query_scalar(
            "INSERT INTO company (id, siret, siren, name, register_state, register_checked_at, next_check_at, created_at)
             VALUES ($1, $2, left($2, 9), 'Ateliers ' || left($2, 9), $3, $4, $4 + interval '30 days', $4)
             ON CONFLICT ON CONSTRAINT company_siret_key DO UPDATE SET register_state = excluded.register_state
             RETURNING id",
        )
        .bind(self.state.ids.ordered::<CompanyId>())
        .bind(siret)
        .bind(register_state)
        .bind(now)
        .fetch_one(&self.state.pool)
        .await
        .unwrap()
    }

    /// Has a company search without names, or with them.
    pub async fn blind(&self, recruiter: &Recruiter, is_blind: bool) {
        sqlx::query(
            "INSERT INTO company_search_setting SELECT company_id, $2, $3 FROM recruiter WHERE id = $1
             ON CONFLICT ON CONSTRAINT company_search_setting_pkey DO UPDATE SET blind = excluded.blind",
        )
        .bind(recruiter.id)
        .bind(is_blind)
        .bind(self.state.clock.now())
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Puts somebody on a list of a recruiter.
    pub async fn shortlist(&self, recruiter: &Recruiter, person: PersonId) {
        sqlx::query(
            "WITH list AS (
                 INSERT INTO candidate_list (id, company_id, owner_id, name, description, version, created_at, updated_at)
                 SELECT gen_random_uuid(), company_id, id, 'Atelier', '', 1, $2, $2 FROM recruiter WHERE id = $1
                 RETURNING id)
             INSERT INTO candidate_list_entry (id, list_id, person_id, stage, added_at, moved_at)
             SELECT gen_random_uuid(), id, $3, 0, $2, $2 FROM list",
        )
        .bind(recruiter.id)
        .bind(self.state.clock.now())
        .bind(person)
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Accepts a mail domain for a legal unit.
    pub async fn accepted_domain(&self, siren: &str, domain: &str) {
        sqlx::query("INSERT INTO accepted_domain (siren, domain, granted_at) VALUES ($1, $2, $3)")
            .bind(siren)
            .bind(domain)
            .bind(self.state.clock.now())
            .execute(&self.state.pool)
            .await
            .unwrap();
    }

    /// The state of a recruiter account, as its owner sees it.
    pub async fn status_of(&self, recruiter: &User) -> String {
        let answer = self.renewed(recruiter).client.get("/me/company").await.expect(200);
        answer["company"]["status"].as_str().unwrap_or("none").to_owned()
    }

    /// The audit trail of a subject, oldest first: kind, reason, before and after.
    pub async fn trail(&self, subject: uuid::Uuid) -> Vec<(String, Option<String>, Value, Value)> {
        sqlx::query_as(
            "SELECT kind, reason, COALESCE(before, 'null'), COALESCE(after, 'null') FROM audit_event
             WHERE subject_id = $1 ORDER BY at, id",
        )
        .bind(subject)
        .fetch_all(&self.state.pool)
        .await
        .unwrap()
    }
}
