//! Roles among those who recruit for one company.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What somebody is in their company, while their account is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = CompanyRole)]
pub enum Role {
    /// Runs the company: invites, confirms and removes colleagues, and gives them their role.
    Admin,
    /// Recruits.
    Member,
}

impl Role {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Member => "member",
        }
    }

    /// What people read in mails.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Admin => "administrateur ou administratrice",
            Self::Member => "recruteur ou recruteuse",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_name_is_the_shown_name() {
        for role in [Role::Admin, Role::Member] {
            assert_eq!(serde_json::to_value(role).unwrap(), role.as_str());
        }
    }
}
