//! Whose names an answer shows: everybody's, or, where a company searches without names, of those on a list of it.

use std::collections::HashSet;

use crate::ids::ProfileId;
use crate::platform::http::FieldError;

/// Whose names are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Names {
    /// Everybody's.
    Everybody,
    /// Of these people alone.
    Of(HashSet<ProfileId>),
}

impl Names {
    /// Whether this person's are.
    pub fn show(&self, profile: ProfileId) -> bool {
        match self {
            Self::Everybody => true,
            Self::Of(profiles) => profiles.contains(&profile),
        }
    }
}

/// The fault of a name that is searched for without names being shown.
pub fn name_withheld() -> FieldError {
    FieldError::new("/name", "blind_search", "La recherche sans les noms ne se fait pas par nom.")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn only_who_is_listed_keeps_their_name() {
        let [one, other] = [1, 2].map(|id| ProfileId(Uuid::from_u128(id)));
        assert!(Names::Everybody.show(one));
        let names = Names::Of([one].into());
        assert!(names.show(one) && !names.show(other));
    }
}
