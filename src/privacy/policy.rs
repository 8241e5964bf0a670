//! Who may. Pure. Everything here is about oneself, but for one thing.

use crate::actor::Actor;
use crate::platform::http::Result;

/// Who may look at somebody else's data: those who run the platform, with a reason the person reads.
pub fn may_look(actor: &Actor) -> Result<()> {
    actor.ensure_platform_admin()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{PersonId, ProfileId, SessionId};
    use crate::platform::http::Code;

    #[test]
    fn only_those_who_run_the_platform_look_at_somebody_else() {
        let actor = |is_platform_admin| Actor {
            person: PersonId(Uuid::nil()),
            profile: ProfileId(Uuid::nil()),
            session: SessionId(Uuid::nil()),
            is_platform_admin,
        };
        assert!(may_look(&actor(true)).is_ok());
        assert_eq!(may_look(&actor(false)).unwrap_err().code(), Code::Forbidden);
    }
}
