//! In whose name a bank is read and written. Everything below the doors of HTTP knows an author alone, not what kind of house it is.

use crate::actor::Actor;
use crate::companies::VerifiedRecruiter;
use crate::ids::{OrganisationId, PersonId};
use crate::orgs::membership;
use crate::platform::db::Tx;
use crate::platform::db::audit::Entry;
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::quizzes::model::owner::Owner;
use crate::quizzes::policy;

/// Somebody, in the name of an organisation or of a company.
#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// Who.
    pub person: PersonId,
    /// In whose name.
    pub owner: Owner,
}

impl Author {
    /// In the name of an organisation. Whether they may is asked when something begins.
    pub fn of(actor: Actor, organisation: OrganisationId) -> Self {
        Self { person: actor.person, owner: Owner::Organisation(organisation) }
    }

    /// An entry of the audit trail in their name.
    pub fn sign(self, entry: Entry) -> Entry {
        let entry = entry.by(self.person);
        match self.owner.organisation() {
            Some(organisation) => entry.within(organisation),
            None => entry,
        }
    }
}

/// In the name of one's company. Being such a recruiter, at this request, is the right itself.
impl From<VerifiedRecruiter> for Author {
    fn from(recruiter: VerifiedRecruiter) -> Self {
        Self { person: recruiter.actor.person, owner: Owner::Company(recruiter.company) }
    }
}

/// Begins a write in the name of an owner, for somebody who may write there.
pub async fn begin(state: &AppState, author: Author) -> Result<Tx<'static>> {
    let mut tx = state.pool.begin().await?;
    if let Owner::Organisation(organisation) = author.owner {
        policy::may_write(membership(&mut *tx, organisation, author.person).await?)?;
    }
    Ok(tx)
}

/// Begins to read, in one state from beginning to end, for somebody who may.
pub async fn begin_reading(state: &AppState, author: Author) -> Result<Tx<'static>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    ensure_reads(&mut tx, author).await?;
    Ok(tx)
}

/// Refuses whoever may not read the bank.
pub async fn ensure_reads(tx: &mut Tx<'_>, author: Author) -> Result<()> {
    match author.owner {
        Owner::Organisation(organisation) => {
            policy::may_read(membership(&mut **tx, organisation, author.person).await?)
        }
        Owner::Company(_) => Ok(()),
    }
}
