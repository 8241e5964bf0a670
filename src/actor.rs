//! Who is asking. What they may do is decided by each slice's policy.

use crate::ids::{PersonId, ProfileId, SessionId};
use crate::platform::http::{Error, Result};

/// A signed-in person. Extracted from the access token and checked against the live session.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// The account.
    pub person: PersonId,
    /// The person's public profile.
    pub profile: ProfileId,
    /// The device that signed in.
    pub session: SessionId,
    /// Whether this person runs the platform.
    pub is_platform_admin: bool,
}

impl Actor {
    /// Refuses everybody but those who run the platform.
    pub fn ensure_platform_admin(&self) -> Result<()> {
        if self.is_platform_admin { Ok(()) } else { Err(Error::forbidden()) }
    }
}
