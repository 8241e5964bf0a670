//! Mails about what people have not read, and the removal of what is old.

mod deliver;
mod mail;
mod purge;

pub use deliver::DeliverNotices;
pub use mail::MailNotices;
pub use purge::PurgeNotices;
