//! Recipes of contact details, shares, receipts and the texts they refer to.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("get_contact_details", "/me/contact-details", ""),
    recipe("update_contact_details", "/me/contact-details", r#"{"phone":"06 12 34 56 78"}"#),
    recipe("replace_cv", "/me/contact-details/cv", r#"{"file_id":"$my_file"}"#),
    recipe("remove_cv", "/me/contact-details/cv", ""),
    // The word has nothing to say to the server: it sees to it that there is a CV.
    recipe("get_cv_file", "/me/contact-details/cv/file?$with_cv", ""),
    recipe("list_shareable_proofs", "/me/shareable-proofs", ""),
    recipe("list_shares", "/me/shares", ""),
    recipe("revoke_share", "/me/shares/$my_granted_share", ""),
    recipe("revoke_shares", "/me/shares/revoke", "{}"),
    recipe("get_shared_file", "/shares/$shared_cv/file", ""),
    recipe("get_shared_passport", "/shares/$shared_passport/passport", ""),
    recipe("list_receipts", "/me/receipts", ""),
    recipe("get_receipt", "/me/receipts/$my_receipt", ""),
    recipe("list_policies", "/policies", ""),
    recipe("get_policy", "/policies/2026-11", ""),
];
