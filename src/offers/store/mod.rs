//! All the SQL of offers.

pub mod due;
pub mod duty;
pub mod offers;
pub mod personal;
pub mod pool;
pub mod recipients;
pub mod retention;
pub mod rooms;
pub mod sending;
pub mod settings;
pub mod speakers;
pub mod transitions;
