//! Companies and recruiter accounts, operation by operation.

mod accept_company_invitation;
mod check_companies;
mod company_invitations;
mod confirm_company_members;
mod confirm_email_proof;
mod confirm_members;
mod create_company;
mod erase_recruiter;
mod get_my_company;
mod grant_recruiter;
mod leave_company;
mod list_company_members;
mod list_recruiters;
mod refuse_recruiter;
mod register;
mod reinstate_recruiter;
mod remove_company_member;
mod request_company_review;
mod request_email_proof;
mod suspend_recruiter;
mod update_company_member;
mod verified_recruiter;
