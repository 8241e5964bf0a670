//! The organisation as the issuer of a badge.

use serde_json::{Value, json};
use uuid::Uuid;

/// The organisation that validated, as it signed that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadgeIssuer {
    /// Which organisation.
    pub id: Uuid,
    /// Its name that day.
    pub name: String,
    /// Its SIRET, 14 digits.
    pub siret: Option<String>,
    /// Its number of declaration of activity, 11 digits.
    pub nda: Option<String>,
}

impl BadgeIssuer {
    /// Its address on the platform, which names it in every badge.
    pub fn url(&self, platform: &str) -> String {
        format!("{platform}/badge-issuers/{}", self.id)
    }

    /// Its profile, as Open Badges writes one.
    pub fn profile(&self, platform: &str) -> Value {
        let entry = |kind: &str, number: &Option<String>| {
            number.as_ref().map(|number| {
                json!({ "type": "IdentifierEntry", "identifierType": format!("ext:{kind}"), "identifier": number })
            })
        };
        let identifiers: Vec<Value> =
            [entry("SIRET", &self.siret), entry("NDA", &self.nda)].into_iter().flatten().collect();
        let mut profile = json!({
            "id": self.url(platform), "type": ["Profile"], "name": self.name, "url": platform,
        });
        // An empty list says nothing.
        if !identifiers.is_empty() {
            profile["otherIdentifier"] = Value::from(identifiers);
        }
        profile
    }
}
