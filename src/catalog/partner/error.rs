//! Why the API did not answer, in words for the administrator.

use std::time::Duration;

use reqwest::StatusCode;

use crate::catalog::archive::MAX_ARCHIVE_BYTES;

/// Why the API did not answer.
#[derive(Debug, thiserror::Error)]
pub enum PartnerError {
    /// No answer, or one that broke off.
    #[error("L’API de France Travail n’a pas répondu à « {question} » : {reason}.")]
    Broken {
        /// What was asked.
        question: String,
        /// What went wrong.
        reason: String,
    },
    /// An answer that says no.
    #[error("L’API de France Travail a répondu {status} à « {question} ».")]
    Status {
        /// What was asked.
        question: String,
        /// The HTTP status.
        status: StatusCode,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// The token ran out before its time.
    #[error("Le jeton de l’API de France Travail n’est plus accepté.")]
    Expired,
    /// The account itself is refused.
    #[error("L’API de France Travail refuse l’identifiant ou le secret du compte ({0}).")]
    Account(String),
    /// The account may not ask this.
    #[error("Le compte France Travail n’est pas abonné à « {0} ».")]
    NotSubscribed(&'static str),
    /// More bytes than a list can have.
    #[error("L’API de France Travail envoie plus de {} Mio à « {question} ».", MAX_ARCHIVE_BYTES >> 20)]
    TooLarge {
        /// What was asked.
        question: String,
    },
    /// A page, half a list, or a list of something else.
    #[error("L’API de France Travail n’a pas envoyé ce qui était attendu à « {question} » : {reason}.")]
    Unreadable {
        /// What was asked.
        question: String,
        /// Where reading stopped.
        reason: String,
    },
}

impl PartnerError {
    /// Whether another try could do better.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Broken { .. } | Self::Expired => true,
            Self::Status { status, .. } => {
                status.is_server_error()
                    || matches!(*status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT)
            }
            Self::Account(_) | Self::NotSubscribed(_) | Self::TooLarge { .. } | Self::Unreadable { .. } => {
                false
            }
        }
    }

    /// How long the API asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// The reason without what the body says: where reading stopped.
    pub(super) fn unreadable(question: &str, error: &serde_json::Error) -> Self {
        let reason = match error.classify() {
            serde_json::error::Category::Eof => "la réponse est coupée".to_owned(),
            serde_json::error::Category::Data => {
                format!("une donnée manque ou n’a pas la forme prévue, colonne {}", error.column())
            }
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                format!("ce n’est pas du JSON, ligne {} colonne {}", error.line(), error.column())
            }
        };
        Self::Unreadable { question: question.to_owned(), reason }
    }
}
