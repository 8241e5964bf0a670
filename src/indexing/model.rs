//! When a copy of the index may be trusted, and what a commit may claim: pure rules.

use carnet_index::{CommitPayload, SCHEMA_VERSION};
use uuid::Uuid;

/// The database an index copies: no other may serve it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Database {
    /// The cluster.
    pub system_identifier: u64,
    /// The database in its cluster.
    pub oid: u32,
}

/// What PostgreSQL knows of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registration {
    /// The copy's id: its marks bear it.
    pub id: Uuid,
    /// Whether its first build was completed.
    pub is_built: bool,
    /// The last batch whose marks were removed.
    pub applied_batch: u64,
    /// The last batch begun: its number is given out right before the index commit.
    pub started_batch: u64,
    /// State of the catalogue its ROME codes come from.
    pub catalog_revision: i64,
    /// Whether someone asked for it to be built anew.
    pub is_rebuild_asked: bool,
}

/// Why a copy must not be served, and is built anew.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There is none.
    #[error("there is no index")]
    Absent,
    /// Its files cannot be read back.
    #[error("the index is damaged: {0}")]
    Damaged(String),
    /// Another version of Carnet wrote it.
    #[error("the index has another layout")]
    OtherLayout,
    /// It copies another database.
    #[error("the index copies another database")]
    OtherDatabase,
    /// No marks are kept for it: it may have missed some.
    #[error("the database does not know this copy")]
    Unregistered,
    /// Its build never ended.
    #[error("the index was not finished")]
    Unfinished,
    /// Another process wrote to it after its place was taken.
    #[error("another process wrote to the index")]
    Overwritten,
    /// A process that no longer answers still holds its files.
    #[error("a process that no longer answers holds the index")]
    Held,
    /// It or the database was put back to an earlier state.
    #[error("the index is at batch {index}, the database at batch {database}")]
    WentBack {
        /// Last batch in the index.
        index: u64,
        /// Last batch whose marks were removed.
        database: u64,
    },
}

impl Unfit {
    /// Whether an index already served may go on while a new one is built: it is only gone from the disk, or cannot be
    /// written; what is withdrawn meanwhile is known by its marks.
    pub fn may_serve_meanwhile(&self) -> bool {
        matches!(self, Self::Absent | Self::Held)
    }
}

/// Judges a copy by what its last commit says of itself.
pub fn judge(
    payload: Option<&CommitPayload>,
    database: Database,
    registration: Option<&Registration>,
) -> Result<Registration, Unfit> {
    let payload = payload.ok_or(Unfit::Unfinished)?;
    if payload.schema_version != SCHEMA_VERSION {
        return Err(Unfit::OtherLayout);
    }
    if (payload.system_identifier, payload.database_oid) != (database.system_identifier, database.oid) {
        return Err(Unfit::OtherDatabase);
    }
    let registration = registration.ok_or(Unfit::Unregistered)?;
    if !registration.is_built {
        return Err(Unfit::Unfinished);
    }
    // The batch begun last: stopped between the commit and the removal of its marks, which are then applied again.
    if ![registration.applied_batch, registration.started_batch].contains(&payload.batch) {
        return Err(Unfit::WentBack { index: payload.batch, database: registration.applied_batch });
    }
    Ok(*registration)
}

/// The epoch a commit may claim: that of the snapshot once no withdrawal of it is left to apply.
pub fn claim(before: i64, snapshot: i64, withdrawals_left: bool) -> i64 {
    if withdrawals_left { before } else { snapshot.max(before) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATABASE: Database = Database { system_identifier: 7, oid: 5 };

    fn payload(batch: u64) -> CommitPayload {
        CommitPayload {
            system_identifier: 7,
            database_oid: 5,
            schema_version: SCHEMA_VERSION,
            epoch: 3,
            batch,
        }
    }

    fn registration(applied_batch: u64) -> Registration {
        Registration {
            id: Uuid::nil(),
            is_built: true,
            applied_batch,
            started_batch: applied_batch,
            catalog_revision: 1,
            is_rebuild_asked: false,
        }
    }

    #[test]
    fn a_copy_in_step_is_fit_and_so_is_one_whose_marks_were_not_removed_yet() {
        assert!(judge(Some(&payload(4)), DATABASE, Some(&registration(4))).is_ok());
        let begun = Registration { started_batch: 7, ..registration(4) };
        assert!(judge(Some(&payload(7)), DATABASE, Some(&begun)).is_ok());
        assert!(judge(Some(&payload(4)), DATABASE, Some(&begun)).is_ok());
    }

    #[test]
    fn a_commit_whose_number_was_not_the_last_one_given_out_is_seen() {
        let begun = Registration { started_batch: 7, ..registration(4) };
        for late in [5, 6, 8] {
            assert!(judge(Some(&payload(late)), DATABASE, Some(&begun)).is_err(), "{late}");
        }
    }

    #[test]
    fn whatever_went_back_in_time_is_seen() {
        let fault = |index, database| Err(Unfit::WentBack { index, database });
        assert_eq!(judge(Some(&payload(3)), DATABASE, Some(&registration(4))), fault(3, 4));
        assert_eq!(judge(Some(&payload(5)), DATABASE, Some(&registration(4))), fault(5, 4));
    }

    #[test]
    fn foreign_unknown_and_unfinished_copies_are_unfit() {
        assert_eq!(judge(None, DATABASE, Some(&registration(0))), Err(Unfit::Unfinished));
        assert_eq!(judge(Some(&payload(0)), DATABASE, None), Err(Unfit::Unregistered));
        let other = Database { oid: 6, ..DATABASE };
        assert_eq!(judge(Some(&payload(0)), other, Some(&registration(0))), Err(Unfit::OtherDatabase));
        let layout = CommitPayload { schema_version: SCHEMA_VERSION + 1, ..payload(0) };
        assert_eq!(judge(Some(&layout), DATABASE, Some(&registration(0))), Err(Unfit::OtherLayout));
        let unbuilt = Registration { is_built: false, ..registration(0) };
        assert_eq!(judge(Some(&payload(0)), DATABASE, Some(&unbuilt)), Err(Unfit::Unfinished));
    }

    #[test]
    fn an_epoch_is_claimed_only_when_every_withdrawal_is_applied() {
        assert_eq!(claim(3, 9, true), 3);
        assert_eq!(claim(3, 9, false), 9);
        assert_eq!(claim(9, 3, false), 9);
    }
}
