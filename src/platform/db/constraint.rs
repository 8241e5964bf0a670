//! Maps a violated constraint, by its name, to the error people see.

use crate::platform::http::error::{Code, Error};

/// Turns named constraint violations into conflicts.
pub trait OnConstraint<T> {
    /// Answers `code` when the constraint of this name was violated.
    fn on_constraint(self, name: &str, code: Code) -> Result<T, Error>;
}

impl<T> OnConstraint<T> for sqlx::Result<T> {
    fn on_constraint(self, name: &str, code: Code) -> Result<T, Error> {
        self.map_err(|error| match error.as_database_error().and_then(|db| db.constraint()) {
            Some(violated) if violated == name => Error::conflict(code),
            _ => error.into(),
        })
    }
}

impl<T> OnConstraint<T> for Result<T, Error> {
    /// Lets a second constraint be mapped on the same call.
    fn on_constraint(self, name: &str, code: Code) -> Self {
        self.map_err(|error| match error.violated_constraint() {
            Some(violated) if violated == name => Error::conflict(code),
            _ => error,
        })
    }
}
