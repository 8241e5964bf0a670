//! The organisation as the issuer of a badge.

use serde_json::{Value, json};
use uuid::Uuid;

/// An organisation as it signs.
#[derive(Clone, Copy, Debug)]
pub struct BadgeIssuer<'a> {
    /// Which.
    pub id: Uuid,
    /// What people know it by.
    pub name: &'a str,
    /// Its SIRET.
    pub siret: Option<&'a str>,
    /// Its number of declaration of activity.
    pub nda: Option<&'a str>,
}

impl BadgeIssuer<'_> {
    /// Its address on the platform, which names it in every badge and answers its profile.
    ///
    /// `platform` is the public address, without a slash at its end.
    pub fn url(&self, platform: &str) -> String {
        format!("{platform}/api/v1/badge-issuers/{}", self.id)
    }

    /// Its profile, in the words of Open Badges.
    pub fn profile(&self, platform: &str) -> Value {
        let entry = |kind: &str, number: Option<&str>| {
            number.map(|number| {
                json!({ "type": "IdentifierEntry", "identifierType": format!("ext:{kind}"), "identifier": number })
            })
        };
        let identifiers: Vec<Value> =
            [entry("SIRET", self.siret), entry("NDA", self.nda)].into_iter().flatten().collect();
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
