//! When to ask the register about a company again.

use chrono::Duration;

use crate::registers::RegisterState;

/// How long after an answer the register is asked again: about a month while the establishment is active; a
/// week once it is gone, so that a mistake of the register is soon seen to be put right.
pub fn next_check_after(state: RegisterState) -> Duration {
    match state {
        RegisterState::Active => Duration::days(30),
        RegisterState::Unknown | RegisterState::Closed | RegisterState::NotFound => Duration::days(7),
    }
}
