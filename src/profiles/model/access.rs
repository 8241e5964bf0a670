//! What somebody may do with a list or a saved search of their company.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::companies::Role;
use crate::platform::http::{Error, Result};

/// What an owner gives a colleague of a list; the order is the rank.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = ListAccess)]
pub enum Access {
    /// Sees it.
    View,
    /// Puts people on it, moves them, takes them off.
    Pipeline,
    /// Renames it and shares it too.
    Full,
}

/// What somebody holds of a list; the order is the rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ListHold)]
pub enum Hold {
    /// Sees it.
    View,
    /// Puts people on it, moves them, takes them off.
    Pipeline,
    /// Renames it and shares it too.
    Full,
    /// Deletes it too: whoever made it, and every admin of the company once they left.
    Owner,
}

impl From<Access> for Hold {
    fn from(access: Access) -> Self {
        match access {
            Access::View => Self::View,
            Access::Pipeline => Self::Pipeline,
            Access::Full => Self::Full,
        }
    }
}

impl Hold {
    /// What somebody of the company holds; nothing when to them there is no such list.
    pub fn of(is_owner: bool, given: Option<Access>, has_owner: bool, role: Role) -> Option<Self> {
        if is_owner || (!has_owner && role == Role::Admin) {
            return Some(Self::Owner);
        }
        given.map(Self::from)
    }

    /// Refuses what this does not allow.
    pub fn allow(self, needed: Self) -> Result<()> {
        if self >= needed { Ok(()) } else { Err(Error::forbidden()) }
    }
}

/// What an owner gives a colleague of a saved search; the order is the rank.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema, sqlx::Type,
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = SavedSearchAccess)]
pub enum SavedAccess {
    /// Sees and runs it.
    View,
    /// Changes it too.
    Full,
}

/// What somebody holds of a saved search; the order is the rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SavedSearchHold)]
pub enum SavedHold {
    /// Sees and runs it.
    View,
    /// Changes it too.
    Full,
    /// Shares it, is told of new matches, and deletes it.
    Owner,
}

impl SavedHold {
    /// What somebody holds; nothing when to them there is no such search.
    pub fn of(is_owner: bool, given: Option<SavedAccess>) -> Option<Self> {
        match (is_owner, given) {
            (true, _) => Some(Self::Owner),
            (false, Some(SavedAccess::Full)) => Some(Self::Full),
            (false, Some(SavedAccess::View)) => Some(Self::View),
            (false, None) => None,
        }
    }

    /// Refuses what this does not allow.
    pub fn allow(self, needed: Self) -> Result<()> {
        if self >= needed { Ok(()) } else { Err(Error::forbidden()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each may, asked of everybody who may come by.
    #[test]
    fn who_holds_what_of_a_list() {
        let given = [None, Some(Access::View), Some(Access::Pipeline), Some(Access::Full)];
        let held = |is_owner, has_owner, role| given.map(|given| Hold::of(is_owner, given, has_owner, role));
        let shared = [None, Some(Hold::View), Some(Hold::Pipeline), Some(Hold::Full)];
        for role in [Role::Admin, Role::Member] {
            assert_eq!(held(true, true, role), [Some(Hold::Owner); 4], "{role:?}");
            assert_eq!(held(false, true, role), shared, "an admin sees no private list of a colleague");
        }
        assert_eq!(held(false, false, Role::Member), shared);
        assert_eq!(
            held(false, false, Role::Admin),
            [Some(Hold::Owner); 4],
            "somebody must run what was left behind"
        );
    }

    #[test]
    fn each_rank_holds_what_is_below_it() {
        let ranks = [Hold::View, Hold::Pipeline, Hold::Full, Hold::Owner];
        for (at, held) in ranks.into_iter().enumerate() {
            for (needed_at, needed) in ranks.into_iter().enumerate() {
                assert_eq!(held.allow(needed).is_ok(), at >= needed_at, "{held:?} {needed:?}");
            }
        }
        assert_eq!(SavedHold::of(false, None), None);
        assert_eq!(SavedHold::of(true, Some(SavedAccess::View)), Some(SavedHold::Owner));
        assert!(
            SavedHold::View.allow(SavedHold::Full).is_err()
                && SavedHold::Owner.allow(SavedHold::Full).is_ok()
        );
    }
}
