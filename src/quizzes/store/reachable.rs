//! What quizzes ask of the slices above: whom a company may write to now. A part that `app.rs` wires in.

use futures::future::BoxFuture;
use sqlx::PgConnection;

use crate::companies::Siren;
use crate::ids::{PersonId, ProfileId};

/// Tells whom a company may invite.
pub trait Reachable: Send + Sync {
    /// Those of these profiles that the company may see at this moment, and whose they are. The others are left out, whyever.
    fn reachable<'a>(
        &'a self,
        db: &'a mut PgConnection,
        siren: Siren,
        profiles: &'a [ProfileId],
    ) -> BoxFuture<'a, sqlx::Result<Vec<(ProfileId, PersonId)>>>;
}

/// Whom a company may invite, as a part.
pub type ReachablePeople = Box<dyn Reachable>;
