//! Opening the folder's current generation, if it may be trusted.

use carnet_index::{IndexError, ProfileIndex, ProfileStore};

use super::context::Context;
use super::session::Session;
use crate::indexing::model::{Registration, Unfit, judge};
use crate::indexing::store;

/// Opens what the pointer names and judges it. The files of an index not served yet are checked first.
pub async fn open(
    context: &Context,
    session: &mut Session,
    folder: &ProfileStore,
) -> anyhow::Result<Result<(ProfileIndex, Registration), Unfit>> {
    let served = context.search.serving();
    let current = folder.current_generation()?;
    let is_served = served.as_ref().map(|served| served.index.generation()) == current;
    let opened = match served.filter(|_| is_served && current.is_some()) {
        Some(served) => match served.index.reload() {
            Ok(()) => Ok(Some(served.index.clone())),
            Err(failure) => Err(failure),
        },
        None => folder.open_verified(),
    };
    let index = match opened {
        Ok(Some(index)) => index,
        Ok(None) => return Ok(Err(Unfit::Absent)),
        Err(IndexError::OtherLayout) => return Ok(Err(Unfit::OtherLayout)),
        Err(failure) => return Ok(Err(Unfit::Damaged(failure.to_string()))),
    };
    let registration = store::registration(&mut session.connection, session.home, index.generation()).await?;
    let payload = index.searcher().payload().copied();
    Ok(judge(payload.as_ref(), session.database, registration.as_ref())
        .map(|registration| (index, registration)))
}
