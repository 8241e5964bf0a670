//! Files: one file per operation; what features do with them, what jobs do to them.

mod bucket;
mod check;
mod claim;
mod discard_my_file;
mod get_file_rules;
mod get_my_file;
mod hostile;
mod list_my_files;
mod memory;
mod open_file_link;
mod scan;
mod serve;
mod sweep;
mod upload_my_file;
mod upload_organisation_file;
