//! Training organisations and their typed members.

use carnet::ids::{GridId, OrganisationId};
use carnet::orgs::{CheckOrganisations, Role};
use carnet::platform::jobs;
use serde_json::{Value, json};

use super::app::TestApp;
use super::users::User;

/// The declaration number of the tests' organisations.
pub const NDA: &str = "84691234567";

/// An organisation in the database.
#[derive(Clone, Copy, Debug)]
pub struct Organisation {
    pub id: OrganisationId,
}

/// A whole identity, as an organisation declares it.
pub fn whole_identity(siret: &str) -> Value {
    json!({ "legal_name": "École du Rhône SAS", "siret": siret, "nda": NDA, "claims_qualiopi": true })
}

impl Organisation {
    /// The address of something of this organisation, e.g. `org.path("/members")`.
    pub fn path(&self, rest: &str) -> String {
        format!("/organisations/{}{rest}", self.id)
    }
}

impl TestApp {
    /// An active organisation without members.
    pub async fn organisation(&self, name: &str) -> Organisation {
        let id: OrganisationId = self.state.ids.ordered();
        sqlx::query("INSERT INTO organisation (id, name, created_at, updated_at) VALUES ($1, $2, $3, $3)")
            .bind(id)
            .bind(name)
            .bind(self.state.clock.now())
            .execute(&self.state.pool)
            .await
            .unwrap();
        Organisation { id }
    }

    /// A new person with this role.
    pub async fn member(&self, organisation: &Organisation, role: Role) -> User {
        let first_name = match role {
            Role::Admin => "Adèle",
            Role::Manager => "Marc",
            Role::Trainer => "Farida",
            Role::Trainee => "Samir",
        };
        let user = self.person(first_name, "Membre").await;
        self.join(organisation, &user, role).await;
        user
    }

    /// Gives a person a role.
    pub async fn join(&self, organisation: &Organisation, user: &User, role: Role) {
        sqlx::query(
            "INSERT INTO organisation_member (organisation_id, person_id, role, joined_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(organisation.id)
        .bind(user.id)
        .bind(role.as_str())
        .bind(self.state.clock.now())
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// A trainer of the organisation.
    pub async fn trainer(&self, organisation: &Organisation) -> User {
        self.member(organisation, Role::Trainer).await
    }

    /// A trainee of the organisation.
    pub async fn trainee(&self, organisation: &Organisation) -> User {
        self.member(organisation, Role::Trainee).await
    }

    /// Suspends the organisation.
    pub async fn suspend(&self, organisation: &Organisation) {
        sqlx::query(
            "UPDATE organisation SET status = 'suspended', status_reason = 'Contrôle en cours' WHERE id = $1",
        )
        .bind(organisation.id)
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Declares who the organisation is, as one of its admins; the registers are not asked yet.
    pub async fn declare(&self, organisation: &Organisation, identity: &Value) -> Value {
        let admin = self.member(organisation, Role::Admin).await;
        let path = organisation.path("/identity");
        let read = admin.client.get(&path).await.expect(200);
        admin.client.put_at(&path, &read["version"], identity).await.expect(200)
    }

    /// Has the registers asked about every organisation that is due, as the schedule does.
    pub async fn check_organisations(&self) {
        let mut tx = self.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &self.state, &CheckOrganisations {}).await.unwrap();
        tx.commit().await.unwrap();
        self.run_jobs().await;
    }

    /// The identity of an organisation, as one of its admins sees it.
    pub async fn identity_of(&self, organisation: &Organisation) -> Value {
        self.member(organisation, Role::Admin)
            .await
            .client
            .get(&organisation.path("/identity"))
            .await
            .expect(200)
    }

    /// A grid of four steps: 0 "Non acquis" (not passing), 1 "En cours" (level 2, not passing),
    /// 2 "Acquis" (level 3), 3 "Reconnu" (passing, on no common level).
    pub async fn grid(&self, organisation: &Organisation) -> GridId {
        let id: GridId = self.state.ids.ordered();
        sqlx::query("INSERT INTO grid (id, organisation_id, version, name, created_at) VALUES ($1, $2, 1, 'Grille', $3)")
            .bind(id)
            .bind(organisation.id)
            .bind(self.state.clock.now())
            .execute(&self.state.pool)
            .await
            .unwrap();
        let steps = [
            ("Non acquis", None, false),
            ("En cours", Some(2), false),
            ("Acquis", Some(3), true),
            ("Reconnu", None, true),
        ];
        for (position, (name, level, passing)) in (0_i16..).zip(steps) {
            sqlx::query("INSERT INTO grid_step (grid_id, grid_version, position, name, common_level, passing) VALUES ($1, 1, $2, $3, $4, $5)")
                .bind(id)
                .bind(position)
                .bind(name)
                .bind::<Option<i16>>(level)
                .bind(passing)
                .execute(&self.state.pool)
                .await
                .unwrap();
        }
        id
    }
}
