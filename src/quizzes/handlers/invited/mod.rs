//! HTTP of those whom companies invite to quizzes.

pub mod answering;
pub mod mine;
pub mod starting;

use crate::actor::Actor;
use crate::ids::{PersonId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::quizzes::store::invitations::{self, Invitation};
use crate::quizzes::store::sending;

/// One's own invitation. To everybody else there is none.
async fn find_own(tx: &mut Tx<'_>, actor: Actor, id: QuizInvitationId) -> Result<Invitation> {
    own(invitations::find(&mut **tx, id).await?, actor.person)
}

/// One's own invitation, locked with its attempt. Of two tabs the second waits here, and sees what the first did.
async fn lock_own(tx: &mut Tx<'_>, actor: Actor, id: QuizInvitationId) -> Result<Invitation> {
    find_own(tx, actor, id).await?;
    own(sending::lock_whole(tx, id).await?, actor.person)
}

fn own(found: Option<Invitation>, person: PersonId) -> Result<Invitation> {
    found.filter(|invitation| invitation.person == Some(person)).ok_or_else(Error::not_found)
}
