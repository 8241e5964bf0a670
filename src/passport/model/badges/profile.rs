//! The organisation as the issuer of a badge.

use serde_json::{Value, json};
use uuid::Uuid;

use super::super::export::Organisation;

/// The address of an organisation on the platform, which names it in every badge.
///
/// `platform` is the public address, without a slash at its end.
pub fn issuer_url(platform: &str, organisation: Uuid) -> String {
    format!("{platform}/api/v1/badge-issuers/{organisation}")
}

/// The profile of an organisation as it signed, in the words of Open Badges.
pub fn issuer_profile(platform: &str, id: Uuid, organisation: &Organisation) -> Value {
    let entry = |kind: &str, number: &Option<String>| {
        number.as_ref().map(|number| {
            json!({ "type": "IdentifierEntry", "identifierType": format!("ext:{kind}"), "identifier": number })
        })
    };
    let identifiers: Vec<Value> = [entry("SIRET", &organisation.siret), entry("NDA", &organisation.nda)]
        .into_iter()
        .flatten()
        .collect();
    let mut profile = json!({
        "id": issuer_url(platform, id), "type": ["Profile"], "name": organisation.name, "url": platform,
    });
    // An empty list says nothing.
    if !identifiers.is_empty() {
        profile["otherIdentifier"] = Value::from(identifiers);
    }
    profile
}
