//! The kinds of people the matrix has a column for.

use carnet::orgs::Role;

use super::world::World;
use crate::support::companies::SIRET;
use crate::support::users::User;

/// A kind of person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Anonymous,
    Person,
    Trainee,
    Trainer,
    Manager,
    Admin,
    TraineeElsewhere,
    TrainerElsewhere,
    ManagerElsewhere,
    AdminElsewhere,
    RecruiterUnverified,
    RecruiterSuspended,
    Recruiter,
    Platform,
}

use Kind::{
    Admin, AdminElsewhere, Anonymous, Manager, ManagerElsewhere, Person, Platform, Recruiter,
    RecruiterSuspended, RecruiterUnverified, Trainee, TraineeElsewhere, Trainer, TrainerElsewhere,
};

/// Every column and its heading. A heading with `'` is the same role in another organisation.
pub const COLUMNS: [(Kind, &str); 14] = [
    (Anonymous, "anonymous"),
    (Person, "person"),
    (Trainee, "trainee"),
    (Trainer, "trainer"),
    (Manager, "manager"),
    (Admin, "admin"),
    (TraineeElsewhere, "trainee'"),
    (TrainerElsewhere, "trainer'"),
    (ManagerElsewhere, "manager'"),
    (AdminElsewhere, "admin'"),
    (RecruiterUnverified, "unverified"),
    (RecruiterSuspended, "suspended"),
    (Recruiter, "recruiter"),
    (Platform, "platform"),
];

impl Kind {
    /// Whether this person has nothing to do with the organisation of the recipes.
    pub fn is_stranger(self) -> bool {
        !matches!(self, Anonymous | Trainee | Trainer | Manager | Admin | Platform)
    }
}

/// A new person of this kind: what one cell does to them is nothing to the next.
pub async fn create(world: &World, kind: Kind) -> Option<User> {
    let app = &world.app;
    Some(match kind {
        Anonymous => return None,
        Person => app.person("Inès", "Personne").await,
        Trainee => app.member(&world.org, Role::Trainee).await,
        Trainer => app.member(&world.org, Role::Trainer).await,
        Manager => app.member(&world.org, Role::Manager).await,
        Admin => app.member(&world.org, Role::Admin).await,
        TraineeElsewhere => app.member(&world.elsewhere, Role::Trainee).await,
        TrainerElsewhere => app.member(&world.elsewhere, Role::Trainer).await,
        ManagerElsewhere => app.member(&world.elsewhere, Role::Manager).await,
        AdminElsewhere => app.member(&world.elsewhere, Role::Admin).await,
        RecruiterUnverified => app.recruiter(SIRET, "active", "awaiting_proof").await.user,
        RecruiterSuspended => app.recruiter(SIRET, "active", "suspended").await.user,
        Recruiter => app.recruiter_granted(SIRET).await.user,
        Platform => app.platform_admin().await,
    })
}
