//! What accounts are written.

use crate::platform::mail::Template;

macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)+) => {$(
        $(#[$doc])*
        pub const $name: Template =
            Template { name: $file, source: include_str!(concat!($file, ".txt")) };
    )+};
}

templates! {
    /// Confirm the address.
    CONFIRM_EMAIL = "confirm_email";
    /// Somebody tried to register an address that has an account.
    ALREADY_REGISTERED = "already_registered";
    /// Choose another password.
    RESET_PASSWORD = "reset_password";
    /// The password is another one.
    PASSWORD_CHANGED = "password_changed";
    /// The second factor was switched on or off.
    SECOND_FACTOR_CHANGED = "second_factor_changed";
}
