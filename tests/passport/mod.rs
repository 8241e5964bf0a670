//! Declared skills and validations, operation by operation.

mod create_validation;
mod declare_skill;
mod issuer;
mod list_my_skills;
mod list_validations;
mod mark_expired;
mod measure_alignment;
mod revoke_validation;
mod visible_skills;
mod withdraw_skill;
