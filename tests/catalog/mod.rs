//! The national catalogue: reading it over HTTP, bringing it up to date.

mod certifications;
pub mod checksum;
mod download;
mod first_start;
mod get_job;
mod get_release;
mod get_skill;
mod import;
mod list_domain_jobs;
mod list_domains;
mod partner;
mod partner_faults;
mod real_archive;
mod refusals;
mod search_jobs;
mod search_skills;
mod snapshot;
mod starter;
mod suggest_from_text;
mod sync_catalog;
