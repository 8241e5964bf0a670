//! Files: sent once, looked through, kept in the object store, and handed out by the feature that uses them.
//!
//! **For features.** A person first sends a file (`POST /me/files`, `POST /organisations/{id}/files`): it is *staged*, seen
//! by its sender alone, and goes after a day. A JSON operation then names it (`file_id`), and the feature
//! 1. calls [`claim`] in the transaction that writes the row that refers to it (`REFERENCES file (id) ON DELETE RESTRICT`),
//! 2. answers the [`FileCard`] it gets, and later those of [`card`] and [`cards`],
//! 3. answers downloads by [`serve`], once its own policy has said who may; or a [`link`], for films, which browsers
//!    fetch by themselves,
//! 4. calls [`release`] in the transaction that removes or replaces that row.
//!
//! A feature that makes a file of a file (a copy without what somebody hides) reads the one with [`read`] and keeps the other
//! with [`keep_made`].
//!
//! Purposes and the kinds of files they take are in [`Purpose`]. What the antivirus says is in the card; [`serve`]
//! hands out nothing that is infected.

mod handlers;
mod jobs;
mod model;
mod policy;
mod store;

pub use handlers::link::{FileLink, FileLinks, link, link_until};
pub use handlers::serve::{serve, serve_as};
pub use handlers::upload::Underway;
pub use jobs::{CheckFiles, RemoveFile, ScanFile, SweepFiles};
pub use model::{Claim, FileCard, Kind, Owner, Purpose, Scan};
pub use store::claims::{card, cards, claim, release};
pub use store::copies::{Deposit, MadeFile, WholeFile, deposit, keep_made, read};
pub use store::gifts::give_to_company;
pub use store::personal::{OwnFile, erase_person, give_up, open, own_files, personal_data};

use crate::platform::http::{Operations, routes};

/// Routes whose body is a file: their bodies may be long, and take long to arrive.
pub const UPLOADS: [&str; 2] = ["/api/v1/me/files", "/api/v1/organisations/{id}/files"];

/// The operations on files.
pub fn routes() -> Operations {
    use handlers::{link, mine, rules, upload};
    Operations::new()
        .routes(routes!(rules::get_file_rules))
        .routes(routes!(mine::list_my_files, upload::upload_my_file))
        .routes(routes!(mine::get_my_file, mine::discard_my_file))
        .routes(routes!(upload::upload_organisation_file))
        .routes(routes!(link::open_file_link))
}
