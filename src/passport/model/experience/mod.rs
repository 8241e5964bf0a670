//! What is true of experiences: their states, what their person writes, what organisations judge, what is masked.

pub mod draft;
pub mod proof;
pub mod review;
pub mod rows;
pub mod status;
pub mod trace;
