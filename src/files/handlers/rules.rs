//! What is taken, so that clients can say so before anything is sent.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::intake::LARGEST_DOCUMENT;
use crate::actor::Actor;
use crate::files::model::{Kind, Purpose};
use crate::platform::http::{Json, Problems, Result};
use crate::platform::state::AppState;

/// What is taken.
#[derive(Serialize, ToSchema)]
pub struct FileRules {
    /// What each purpose takes.
    purposes: Vec<PurposeRules>,
    /// Bytes that the files of one person may take together.
    person_bytes: u64,
    /// Bytes that the files of one organisation may take together.
    organisation_bytes: u64,
}

/// What one purpose takes.
#[derive(Serialize, ToSchema)]
pub struct PurposeRules {
    purpose: Purpose,
    kinds: Vec<KindRules>,
}

/// A kind of file.
#[derive(Serialize, ToSchema)]
pub struct KindRules {
    media_type: &'static str,
    /// What names end with, without the dot.
    extensions: &'static [&'static str],
    /// Most bytes of one file.
    largest_bytes: u64,
}

/// Says which files are taken, for which purpose, and how large they may be.
#[utoipa::path(get, path = "/file-rules", tag = "files", responses((status = 200, body = FileRules), Problems))]
pub async fn get_file_rules(State(state): State<AppState>, _actor: Actor) -> Result<Json<FileRules>> {
    let settings = &state.config.files;
    let bytes = |mebibytes: u32| u64::from(mebibytes) << 20;
    let kind_rules = |kind: &Kind| KindRules {
        media_type: kind.media_type(),
        extensions: kind.extensions(),
        largest_bytes: if kind.is_video() { bytes(settings.largest_video_mib) } else { LARGEST_DOCUMENT },
    };
    let of =
        |purpose: Purpose| PurposeRules { purpose, kinds: purpose.kinds().iter().map(kind_rules).collect() };
    Ok(Json(FileRules {
        purposes: Purpose::ALL.map(of).into(),
        person_bytes: bytes(settings.person_files_mib),
        organisation_bytes: bytes(settings.organisation_files_mib),
    }))
}
