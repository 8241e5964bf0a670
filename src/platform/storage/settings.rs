//! Settings of files: where they are kept, how many, and who looks into them.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::platform::antivirus::Clamd;

/// Everything that can be set about files.
#[derive(Args, Clone, Debug)]
pub struct FileSettings {
    /// Bucket of an S3-compatible object store. Without it files are kept in the data folder.
    #[arg(long, env = "CARNET_S3_BUCKET", requires_all = ["s3_key_id", "s3_secret"])]
    pub s3_bucket: Option<String>,

    /// Address of the object store. Default: that of AWS in the region.
    #[arg(long, env = "CARNET_S3_ENDPOINT")]
    pub s3_endpoint: Option<String>,

    /// Region of the bucket.
    #[arg(long, env = "CARNET_S3_REGION", default_value = "eu-west-3")]
    pub s3_region: String,

    /// Id of the key to the bucket.
    #[arg(long, env = "CARNET_S3_KEY_ID")]
    pub s3_key_id: Option<String>,

    /// Secret of that key.
    #[arg(long, env = "CARNET_S3_SECRET", hide_env_values = true)]
    pub s3_secret: Option<String>,

    /// A ClamAV daemon that looks into each file: `tcp://host:port` or `unix:/path`.
    #[arg(long, env = "CARNET_CLAMD")]
    pub clamd: Option<Clamd>,

    /// What becomes of files no antivirus has looked into: `serve` them, or `hold` them back.
    #[arg(long, env = "CARNET_UNCHECKED_FILES", default_value = "serve")]
    pub unchecked_files: Unchecked,

    /// Program that opens files to mask zones of them. Default: this one, started again; a wrapper may confine it further.
    #[arg(long, env = "CARNET_MASK_PROGRAM")]
    pub mask_program: Option<PathBuf>,

    /// Largest video, in MiB.
    #[arg(long, env = "CARNET_LARGEST_VIDEO_MIB", default_value_t = 200)]
    pub largest_video_mib: u32,

    /// What the files of one person may take together, in MiB.
    #[arg(long, env = "CARNET_PERSON_FILES_MIB", default_value_t = 200)]
    pub person_files_mib: u32,

    /// What the files of one organisation may take together, in MiB.
    #[arg(long, env = "CARNET_ORGANISATION_FILES_MIB", default_value_t = 20_480)]
    pub organisation_files_mib: u32,
}

/// What becomes of files no antivirus has looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Unchecked {
    /// They are served.
    Serve,
    /// They wait.
    Hold,
}
