//! What people are written about their data.

use crate::platform::mail::Template;

macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)+) => {$(
        $(#[$doc])*
        pub const $name: Template =
            Template { name: $file, source: include_str!(concat!($file, ".txt")) };
    )+};
}

templates! {
    /// The account is to be erased.
    ERASURE_PLANNED = "erasure_planned";
    /// It is not any more.
    ERASURE_CANCELLED = "erasure_cancelled";
    /// The account has not been used for 23 months.
    ACCOUNT_INACTIVE = "account_inactive";
}
