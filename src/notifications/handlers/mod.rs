//! What people ask about what they are told.

pub mod live;
pub mod notices;
pub mod settings;
