//! What a verified recruiter sees of people, and what everyone else does not.

mod get_profile;
mod preview_my_profile;
mod quotas;
mod search_faults;
mod search_profiles;
