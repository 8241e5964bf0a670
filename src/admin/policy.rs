//! Who may look at the machinery. Pure.

use crate::actor::Actor;
use crate::platform::http::Error;

/// The machinery is the platform's staff's alone.
pub fn may_operate(actor: &Actor) -> Result<(), Error> {
    if actor.is_platform_admin { Ok(()) } else { Err(Error::forbidden()) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{PersonId, ProfileId, SessionId};
    use crate::platform::http::Code;

    #[test]
    fn only_staff_operates() {
        let actor = |is_platform_admin| Actor {
            person: PersonId(Uuid::nil()),
            profile: ProfileId(Uuid::nil()),
            session: SessionId(Uuid::nil()),
            is_platform_admin,
        };
        assert!(may_operate(&actor(true)).is_ok());
        assert_eq!(may_operate(&actor(false)).unwrap_err().code(), Code::Forbidden);
    }
}
