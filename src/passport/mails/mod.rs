//! What people are written about passports.

use crate::platform::mail::Template;

/// An organisation wrote entries in their passport.
pub const ENTRIES_WRITTEN: Template =
    Template { name: "entries_written", source: include_str!("entries_written.txt") };

/// An entry of their passport was revoked.
pub const ENTRY_REVOKED: Template =
    Template { name: "entry_revoked", source: include_str!("entry_revoked.txt") };

/// Somebody answered an entry of the organisation: for those who run it.
pub const ENTRY_REPLIED: Template =
    Template { name: "entry_replied", source: include_str!("entry_replied.txt") };

/// The organisation answered them.
pub const REPLY_ANSWERED: Template =
    Template { name: "reply_answered", source: include_str!("reply_answered.txt") };

/// Answers of the organisation are overdue: for those who run it.
pub const REPLY_OVERDUE: Template =
    Template { name: "reply_overdue", source: include_str!("reply_overdue.txt") };

/// A validation of theirs ends soon.
pub const EXPIRES_SOON: Template =
    Template { name: "expires_soon", source: include_str!("expires_soon.txt") };

/// An export of theirs can be fetched.
pub const EXPORT_READY: Template =
    Template { name: "export_ready", source: include_str!("export_ready.txt") };

/// An experience was put before the organisation: for whoever looks at it, or its admins.
pub const EXPERIENCE_SUBMITTED: Template =
    Template { name: "experience_submitted", source: include_str!("experience_submitted.txt") };

/// An organisation asks for more about an experience of theirs.
pub const EXPERIENCE_TO_COMPLETE: Template =
    Template { name: "experience_to_complete", source: include_str!("experience_to_complete.txt") };

/// An organisation decided on an experience of theirs.
pub const EXPERIENCE_DECIDED: Template =
    Template { name: "experience_decided", source: include_str!("experience_decided.txt") };

/// Experiences wait for the organisation: for whoever looks at them, or its admins.
pub const EXPERIENCES_WAITING: Template =
    Template { name: "experiences_waiting", source: include_str!("experiences_waiting.txt") };

/// An organisation wrote down experiences for them: for them to accept.
pub const EXPERIENCES_PROPOSED: Template =
    Template { name: "experiences_proposed", source: include_str!("experiences_proposed.txt") };
