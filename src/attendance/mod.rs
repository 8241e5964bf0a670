//! Attendance: the roll by half-day, signatures, sheets that are sealed when they are closed, and what is drawn from them.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

use sqlx::ConnectOptions;

pub use handlers::keeper::Sheets;
pub use handlers::press::{Press, download, draw};
pub use jobs::{CheckThresholds, PurgeAttendance};
pub use model::document::{DocumentFault, Verified, verify_file};
pub use model::qr::QrCodes;
pub use store::check::ChainReport;
pub use store::personal_data::{KeptPapers, erase_person, kept_papers, personal_data};

use crate::platform::http::{Operations, routes};
use crate::platform::state::AppState;

/// The operations on attendance.
pub fn routes() -> Operations {
    use handlers::{
        certificates, closing, contests, convocations, exports, mine, notes, oversight, personal, proofs,
        public, qr, rectify, roll, settings, sheet, signing,
    };
    Operations::new()
        .routes(routes!(sheet::list_sheets))
        .routes(routes!(sheet::get_attendance))
        .routes(routes!(sheet::list_marks, roll::save_marks))
        .routes(routes!(signing::sign_sheet))
        .routes(routes!(signing::collect_signature))
        .routes(routes!(signing::reopen_signing))
        .routes(routes!(personal::send_signature_links))
        .routes(routes!(personal::get_signature_link))
        .routes(routes!(personal::sign_by_link))
        .routes(routes!(notes::set_taught_content))
        .routes(routes!(notes::attach_paper_sheet))
        .routes(routes!(notes::get_attendance_file))
        .routes(routes!(qr::get_attendance_qr))
        .routes(routes!(qr::scan_attendance_qr))
        .routes(routes!(closing::close_sheet))
        .routes(routes!(rectify::rectify_mark))
        .routes(routes!(contests::contest_mark))
        .routes(routes!(contests::list_contests))
        .routes(routes!(contests::decide_contest))
        .routes(routes!(mine::list_my_attendance))
        .routes(routes!(mine::get_my_attendance))
        .routes(routes!(mine::sign_my_attendance))
        .routes(routes!(mine::get_my_attendance_file))
        .routes(routes!(settings::get_attendance_settings, settings::update_attendance_settings))
        .routes(routes!(
            settings::get_session_attendance_settings,
            settings::update_session_attendance_settings
        ))
        .routes(routes!(oversight::get_attendance_totals))
        .routes(routes!(oversight::list_attendance_anomalies))
        .routes(routes!(oversight::get_edof_assistant))
        .routes(routes!(proofs::list_attendance_proofs, proofs::create_attendance_proof))
        .routes(routes!(proofs::withdraw_attendance_proof))
        .routes(routes!(exports::export_attendance))
        .routes(routes!(exports::get_blank_sheet))
        .routes(routes!(exports::export_my_attendance))
        .routes(routes!(convocations::get_convocation))
        .routes(routes!(convocations::get_my_convocation))
        .routes(routes!(certificates::list_certificates, certificates::issue_certificates))
        .routes(routes!(certificates::get_certificate))
        .routes(routes!(certificates::replace_certificate))
        .routes(routes!(certificates::list_my_certificates))
        .routes(routes!(certificates::get_my_certificate))
        .routes(routes!(public::check_document))
        .routes(routes!(public::list_verification_keys))
}

/// Computes the chain of every session again and compares what it seals with the rows that are there.
pub async fn verify_chains(state: &AppState) -> anyhow::Result<ChainReport> {
    // A connection of its own: reading years of sheets takes longer than a request may.
    let mut connection = state.pool.connect_options().connect().await?;
    store::check::check(&mut connection).await
}
