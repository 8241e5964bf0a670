//! The certifications of France compétences: reading an export, fetching it, looking it up.

mod download;
mod get_certification;
mod import;
mod of_job;
