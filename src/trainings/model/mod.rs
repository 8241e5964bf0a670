//! What is true of trainings.

pub mod check;
pub mod compare;
pub mod content;
pub mod coverage;
pub mod draft;
pub mod line;
pub mod marks;
pub mod notice;
mod references;
pub mod status;

pub use content::{Certification, Content, CourseLine, JobLine, Modality, SkillLine, SkillRef, Texts};
pub use line::{COMMON, Levels, Scale};
pub use marks::Marks;
pub use status::{Move, Status};
