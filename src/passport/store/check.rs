//! Computes every chain again and compares what was sealed with the rows that are there: whoever removed, back-dated or
//! changed one is found out.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use super::super::model::chain::{Link, LinkKind, instant, verify_chain};
use super::{chain, facts};
use crate::ids::PersonId;
use crate::platform::seal::{PublicKey, canonical_of, published_keys, sha256};

/// What was checked, and what does not hold.
#[derive(Debug, Default)]
pub struct ChainReport {
    /// Passports with a chain.
    pub passports: usize,
    /// Their links.
    pub links: usize,
    /// Passports with entries and no chain yet: nothing was written in them since chains began.
    pub unchained: i64,
    /// What does not hold, one sentence each.
    pub faults: Vec<String>,
}

/// Checks every passport.
pub async fn check(db: &mut PgConnection) -> anyhow::Result<ChainReport> {
    let keys = published_keys(&mut *db).await?;
    let mut report = ChainReport { unchained: unchained(&mut *db).await?, ..ChainReport::default() };
    for person in chained_people(&mut *db).await? {
        let links = chain::chain(&mut *db, person).await?;
        report.passports += 1;
        report.links += links.len();
        let faults = of_passport(&mut *db, person, &links, &keys).await?;
        report.faults.extend(faults.into_iter().map(|fault| format!("passport of {person}: {fault}")));
    }
    Ok(report)
}

async fn chained_people(db: &mut PgConnection) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT person_id AS "id: PersonId" FROM passport_link ORDER BY person_id"#
    )
    .fetch_all(db)
    .await
}

async fn unchained(db: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(DISTINCT person_id) AS "people!" FROM validation v
           WHERE NOT EXISTS (SELECT FROM passport_link l WHERE l.person_id = v.person_id)"#
    )
    .fetch_one(db)
    .await
}

async fn of_passport(
    db: &mut PgConnection,
    person: PersonId,
    links: &[Link],
    keys: &[PublicKey],
) -> anyhow::Result<Vec<String>> {
    let mut faults: Vec<String> =
        verify_chain(links, keys).into_iter().map(|fault| fault.to_string()).collect();
    for link in links.iter().filter(|link| link.content.is_none()) {
        faults.push(format!("what link {} says cannot be read", link.number));
    }
    let said = Said::of(person, links, &mut faults);
    let rows = rows(db, person).await?;
    compare(&said, &rows, &mut faults);
    Ok(faults)
}

/// What is about an entry or a reply: why the link was added, and what it is about.
type Key = (LinkKind, Uuid);

/// What the chain says there is.
#[derive(Default)]
struct Said {
    /// Digests of the entries that were there before it.
    before: HashMap<Uuid, String>,
    /// What was written since, and when.
    facts: HashMap<Key, (Value, String)>,
}

impl Said {
    fn of(person: PersonId, links: &[Link], faults: &mut Vec<String>) -> Self {
        let mut said = Self::default();
        for link in links {
            let Some(content) = &link.content else { continue };
            if link.kind == LinkKind::Opening {
                if content.fact["person_id"] != json!(person) {
                    faults.push("the chain was opened for somebody else".to_owned());
                }
                for entry in content.fact["entries"].as_array().into_iter().flatten() {
                    let id: Option<Uuid> = entry["id"].as_str().and_then(|id| id.parse().ok());
                    said.before.extend(id.zip(entry["sha256"].as_str().map(str::to_owned)));
                }
            } else if let Some(subject) = link.subject {
                said.facts.insert((link.kind, subject), (content.fact.clone(), link.at.clone()));
            }
        }
        said
    }
}

/// The rows of a passport, as they would be sealed today, and when each says it was written.
async fn rows(db: &mut PgConnection, person: PersonId) -> anyhow::Result<HashMap<Key, (Value, String)>> {
    let mut rows = HashMap::new();
    for (id, fact) in facts::of_person(&mut *db, person).await? {
        let at = fact.at();
        rows.insert((LinkKind::Validation, id), (serde_json::to_value(&fact)?, at));
    }
    let ends = sqlx::query!(
        "SELECT r.validation_id, r.revoked_by, r.reason_code, r.reason, r.superseded_by, r.revoked_at
         FROM validation_revocation r JOIN validation v ON v.id = r.validation_id WHERE v.person_id = $1",
        person.0,
    )
    .fetch_all(&mut *db)
    .await?;
    for row in ends {
        let at = instant(row.revoked_at);
        let fact = json!({
            "validation_id": row.validation_id, "revoked_by": row.revoked_by, "reason_code": row.reason_code,
            "reason": row.reason, "superseded_by": row.superseded_by, "revoked_at": at,
        });
        rows.insert((LinkKind::Revocation, row.validation_id), (fact, at));
    }
    let replies = sqlx::query!(
        "SELECT r.id, r.validation_id, r.text, r.replied_at, r.due_on, r.answer, r.answered_by_name, r.answered_at
         FROM validation_reply r JOIN validation v ON v.id = r.validation_id WHERE v.person_id = $1",
        person.0,
    )
    .fetch_all(&mut *db)
    .await?;
    for row in replies {
        let at = instant(row.replied_at);
        let fact = json!({
            "id": row.id, "validation_id": row.validation_id, "text": row.text, "replied_at": at, "due_on": row.due_on,
        });
        rows.insert((LinkKind::Reply, row.id), (fact, at));
        let Some(answered_at) = row.answered_at.map(instant) else { continue };
        let fact = json!({
            "reply_id": row.id, "text": row.answer, "answered_by_name": row.answered_by_name,
            "answered_at": answered_at,
        });
        rows.insert((LinkKind::Answer, row.id), (fact, answered_at));
    }
    Ok(rows)
}

fn compare(said: &Said, rows: &HashMap<Key, (Value, String)>, faults: &mut Vec<String>) {
    let named = |(kind, id): &Key| format!("{} {id}", kind.as_str());
    let mut found: Vec<String> = Vec::new();
    for (key, (fact, at)) in rows {
        match said.facts.get(key) {
            Some((sealed, _)) if sealed != fact => found.push(format!("{} was changed", named(key))),
            Some((_, sealed_at)) if sealed_at != at => found.push(format!("{} was back-dated", named(key))),
            Some(_) => {}
            None if key.0 == LinkKind::Validation => {
                let digest = canonical_of(fact).map(sha256).unwrap_or_default();
                match said.before.get(&key.1) {
                    Some(sealed) if *sealed == digest => {}
                    Some(_) => found.push(format!("{} was changed", named(key))),
                    None => found.push(format!("{} is not in the chain", named(key))),
                }
            }
            // What ended before the chain began is in none of its links.
            None if key.0 == LinkKind::Revocation && said.before.contains_key(&key.1) => {}
            None => found.push(format!("{} is not in the chain", named(key))),
        }
    }
    let kept = |key: &Key| matches!(key.0, LinkKind::Experience | LinkKind::FileRemoved);
    let lost = said.facts.keys().filter(|key| !kept(key) && !rows.contains_key(*key)).map(named);
    found.extend(lost.map(|name| format!("{name} was removed")));
    let ids: HashSet<Uuid> =
        rows.keys().filter(|key| key.0 == LinkKind::Validation).map(|key| key.1).collect();
    let lost = said.before.keys().filter(|id| !ids.contains(*id));
    found.extend(lost.map(|id| format!("validation {id} was removed")));
    found.sort_unstable();
    faults.append(&mut found);
}
