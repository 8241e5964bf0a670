//! Open Badges 3.0: a credential per validated skill, the list that says which are revoked, and badges issued elsewhere.
//!
//! Pure and synchronous: nothing here reads a clock, a database or a network. A badge is a verifiable credential secured
//! as a JWT with the platform's key; what a foreign badge is checked with is what the caller gives, or what the badge
//! itself holds, and the answer says which.

mod award;
mod keys;
mod multibase;
mod profile;
mod read;
mod scale;
mod status;
#[cfg(test)]
pub mod tests;
mod verify;

pub use award::{Award, AwardFault, BadgeHolder, StatusPlace, sign_badge};
pub use keys::{GivenKeys, KeyFault, KeySource};
pub use profile::BadgeIssuer;
pub use read::BadgeFault;
pub use status::{StatusFault, StatusList, StatusListBadge, read_status_list, sign_status_list};
pub use verify::{FoundStatus, VerifiedBadge, looks_like_badge, verify_badge};

/// The JSON-LD contexts of every credential written here.
const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
/// Where 1EdTech publishes the schema that every badge holds to.
const SCHEMA: &str =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
