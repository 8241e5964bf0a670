//! What a release of the catalogue has people written: recruiters about the searches they keep, others about their skills.

use crate::platform::mail::Template;

/// A release of the catalogue says otherwise than some saved searches.
pub const SAVED_SEARCHES: Template =
    Template { name: "saved_searches", source: include_str!("saved_searches.txt") };

/// A release of the catalogue says otherwise than somebody's skills.
pub const SKILLS: Template = Template { name: "skills", source: include_str!("skills.txt") };
