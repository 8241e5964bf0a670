//! Every setting, read once at start from flags and environment. `.env.example` lists them all.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::jobs::Times;
use super::storage::FileSettings;

/// All settings of the server.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Address the server listens on.
    #[arg(long, env = "CARNET_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// Address people type in their browser; mails link to it. Default: http:// and the listening address.
    #[arg(long, env = "CARNET_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// Folder of everything the server keeps: private database, index, files, mails, secrets.
    #[arg(long, env = "CARNET_DATA", default_value = "var")]
    pub data: PathBuf,

    /// PostgreSQL to use. Without it the server runs its own private cluster.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// Folder of the PostgreSQL binaries for the private cluster. Default: the newest installed.
    #[arg(long, env = "PG_BIN")]
    pub pg_bin: Option<PathBuf>,

    /// Most connections held open to PostgreSQL.
    #[arg(long, env = "CARNET_DATABASE_CONNECTIONS", default_value_t = 20)]
    pub database_connections: u32,

    /// Rate limits. `off` lifts them, for benchmarks and tests.
    #[arg(long, env = "CARNET_LIMITS", default_value = "on")]
    pub limits: Switch,

    /// Searches of one recruiter per hour.
    #[arg(long, env = "CARNET_SEARCHES_PER_HOUR", default_value_t = 1000)]
    pub searches_per_hour: u32,

    /// People one recruiter is shown in results per hour: a hundred full pages.
    #[arg(long, env = "CARNET_RESULTS_PER_HOUR", default_value_t = 5000)]
    pub results_per_hour: u32,

    /// Results of one search that can be paged through.
    #[arg(long, env = "CARNET_SEARCH_DEPTH", default_value_t = 1000)]
    pub search_depth: u32,

    /// Profiles opened by one recruiter per day.
    #[arg(long, env = "CARNET_PROFILES_PER_DAY", default_value_t = 200)]
    pub profiles_per_day: u32,

    /// Address of the Prometheus listener, or `off`.
    #[arg(long, env = "CARNET_METRICS_LISTEN", default_value = "127.0.0.1:9464")]
    pub metrics_listen: String,

    /// Proxies whose X-Forwarded-For is believed, separated by commas.
    #[arg(long, env = "CARNET_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,

    /// What is logged, as `tracing` filters write it: `info`, or `info,carnet=debug`.
    #[arg(long, env = "CARNET_LOG", default_value = "info")]
    pub log: String,

    /// Form of the log lines, which go to the standard error.
    #[arg(long, env = "CARNET_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,

    /// Key that signs access tokens (at least 32 characters). Default: generated into the data folder.
    #[arg(long, env = "CARNET_TOKEN_SECRET", hide_env_values = true)]
    pub token_secret: Option<String>,

    /// Ed25519 key that seals sheets and certificates: 32 bytes in base64. Default: generated into the data folder.
    #[arg(long, env = "CARNET_SEAL_KEY", hide_env_values = true)]
    pub seal_key: Option<String>,

    /// JSON file of platforms whose exported passports are taken: `{"platforms": [{"name", "url", "keys"}]}`. Default: none.
    #[arg(long, env = "CARNET_TRUSTED_PLATFORMS")]
    pub trusted_platforms: Option<PathBuf>,

    /// SMTP server for mails (smtp:// or smtps://). Without it mails are written to the data folder.
    #[arg(long, env = "CARNET_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Sender of mails.
    #[arg(long, env = "CARNET_MAIL_FROM", default_value = "Carnet <ne-pas-repondre@carnet.invalid>")]
    pub mail_from: String,

    /// A ROME open-data archive to load instead of downloading one.
    #[arg(long, env = "ROME_ARCHIVE")]
    pub rome_archive: Option<PathBuf>,

    /// Where the ROME open-data archive is downloaded, or `off` to download nothing.
    #[arg(
        long,
        env = "CARNET_ROME_URL",
        default_value = "https://api.francetravail.fr/api-nomenclatureemploi/v1/open-data/csv"
    )]
    pub rome_url: String,

    /// Where the table of certifications (RNCP and RS) is found: its data set on data.gouv.fr, or `off` to download nothing.
    #[arg(
        long,
        env = "CARNET_RNCP_URL",
        default_value = "https://www.data.gouv.fr/api/1/datasets/5eebbc067a14b6fecc9c9976/"
    )]
    pub rncp_url: String,

    /// When the publishers are asked for a new release: seconds, minutes, hours, day, month, weekday, in UTC.
    #[arg(long, env = "CARNET_CATALOG_CHECK", default_value = "0 41 3 * * *")]
    pub catalog_check: Times,

    /// Client id of an account of francetravail.io. Without an account only the archive is asked.
    #[arg(long, env = "CARNET_FRANCE_TRAVAIL_ID", requires = "france_travail_secret")]
    pub france_travail_id: Option<String>,

    /// Secret of that account.
    #[arg(
        long,
        env = "CARNET_FRANCE_TRAVAIL_SECRET",
        hide_env_values = true,
        requires = "france_travail_id"
    )]
    pub france_travail_secret: Option<String>,

    /// Base address of France Travail's API.
    #[arg(
        long,
        env = "CARNET_FRANCE_TRAVAIL_URL",
        default_value = "https://api.francetravail.io/partenaire"
    )]
    pub france_travail_url: String,

    /// Address that gives France Travail's access tokens.
    #[arg(
        long,
        env = "CARNET_FRANCE_TRAVAIL_TOKEN_URL",
        default_value = "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire"
    )]
    pub france_travail_token_url: String,

    /// Base address of "Recherche d'entreprises".
    #[arg(long, env = "CARNET_SIRENE_URL", default_value = "https://recherche-entreprises.api.gouv.fr")]
    pub sirene_url: String,

    /// Base address of INSEE's API Sirene, the second source.
    #[arg(long, env = "CARNET_INSEE_URL", default_value = "https://api.insee.fr/api-sirene/3.11")]
    pub insee_url: String,

    /// Key of INSEE's API Sirene. Without it only the first source is asked.
    #[arg(long, env = "CARNET_INSEE_KEY", hide_env_values = true)]
    pub insee_key: Option<String>,

    /// Longest wait for one answer of a company register, in milliseconds.
    #[arg(long, env = "CARNET_REGISTER_TIMEOUT_MS", default_value_t = 2500)]
    pub register_timeout_ms: u64,

    /// Number of demo profiles seeded on an empty database in demo mode.
    #[arg(long, env = "CARNET_DEMO_PROFILES", default_value_t = 3000)]
    pub demo_profiles: u32,

    /// Files: where they are kept, how many, and who looks into them.
    #[command(flatten)]
    pub files: FileSettings,
}

/// Form of the log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line, for log collectors.
    Json,
}

/// A setting that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// In force.
    On,
    /// Lifted.
    Off,
}

impl Config {
    /// The address that mails and links name, without a trailing slash.
    pub fn public_url(&self) -> String {
        self.public_url
            .as_deref()
            .map_or_else(|| format!("http://{}", self.listen), |url| url.trim_end_matches('/').to_owned())
    }

    /// Where the ROME archive is downloaded; `None` when downloads are off.
    pub fn rome_url(&self) -> Option<&str> {
        Some(self.rome_url.as_str()).filter(|url| *url != "off")
    }

    /// Where the data set of certifications lies; `None` when it is not downloaded.
    pub fn rncp_url(&self) -> Option<&str> {
        Some(self.rncp_url.as_str()).filter(|url| *url != "off")
    }

    /// Whether the refresh cookie is sent over TLS only: always, but for plain HTTP on this very machine.
    pub fn has_secure_cookies(&self) -> bool {
        let url = self.public_url();
        let Some(host) = url.strip_prefix("http://") else { return true };
        let host = host.split('/').next().unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        let is_local = address.is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified());
        !(is_local || name == "localhost")
    }

    /// Whether rate limits are in force.
    pub fn has_limits(&self) -> bool {
        self.limits == Switch::On
    }
}
