//! The chain of each person's passport in PostgreSQL.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::json;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::model::chain::{Content, Link, LinkKind, instant, seal_link};
use super::facts;

use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::seal::{Seal, SealKey, canonical_of, hex, remember_key, sha256};
use crate::platform::state::AppState;

/// Adds a fact to a person's chain, which stays locked until the transaction ends. A chain that has not begun begins with
/// what is there; whoever writes a row and its link therefore calls [`open`] first.
///
/// `subject` is what the fact is about (see the table); a time is written as [`instant`] does. Fails where the fact holds a
/// number with a fraction.
pub async fn append<T: Serialize>(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    (kind, subject): (LinkKind, Uuid),
    fact: &T,
) -> Result<Link> {
    let (number, sha256) = open(tx, state, person).await?;
    insert(tx, state, person, Some((number, &sha256)), (kind, subject), fact).await
}

/// Locks a person's chain until the transaction ends, and begins it where it has not begun: the entries that are there are
/// listed with their digests. Answers number and hash of the last link.
pub async fn open(tx: &mut Tx<'_>, state: &AppState, person: PersonId) -> Result<(i32, String)> {
    lock(tx, person).await?;
    if let Some(last) = last(tx, person).await? {
        return Ok(last);
    }
    let mut entries = Vec::new();
    for (id, fact) in facts::of_person(tx, person).await? {
        entries.push(json!({ "id": id, "sha256": sha256(canonical_of(&fact)?) }));
    }
    let fact = json!({ "person_id": person, "entries": entries });
    let link = insert(tx, state, person, None, (LinkKind::Opening, person.0), &fact).await?;
    Ok((link.number, link.seal.sha256))
}

/// Locks a person's chain until the transaction ends: two links never follow the same. Whoever locks several takes them in
/// the order of their ids.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

async fn last(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Option<(i32, String)>> {
    let row = sqlx::query!(
        "SELECT number, sha256 FROM passport_link WHERE person_id = $1 ORDER BY number DESC LIMIT 1",
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.number, row.sha256)))
}

async fn insert<T: Serialize>(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    last: Option<(i32, &str)>,
    (kind, subject): (LinkKind, Uuid),
    fact: &T,
) -> Result<Link> {
    let (key, now) = (state.part::<SealKey>(), state.clock.now());
    remember_key(tx, key, now).await?;
    let fact = serde_json::to_value(fact).map_err(anyhow::Error::from)?;
    let content = Content { salt: hex(&state.ids.secret::<16>()), fact };
    let text = content.text().map_err(anyhow::Error::from)?;
    // Whose chain it is stands in the opening alone, hidden with what it says.
    let told = (kind != LinkKind::Opening).then_some(subject);
    let link = seal_link(key, last, (kind, told, now), content).map_err(anyhow::Error::from)?;
    sqlx::query!(
        "INSERT INTO passport_link (person_id, number, kind, subject_id, at, content, content_sha256, previous_sha256,
                                    sha256, key_id, signature)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        person.0,
        link.number,
        kind.as_str(),
        subject,
        now,
        text,
        link.content_sha256,
        link.previous,
        link.seal.sha256,
        link.seal.key_id,
        link.seal.signature,
    )
    .execute(&mut **tx)
    .await?;
    Ok(link)
}

/// A person's chain, in order. What a link says is left out where its text is none.
pub async fn chain(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Link>> {
    let rows = sqlx::query!(
        r#"SELECT number, kind AS "kind: LinkKind", subject_id, at, content, content_sha256, previous_sha256, sha256, key_id,
                  signature
           FROM passport_link WHERE person_id = $1 ORDER BY number"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    let links = rows.into_iter().map(|row| Link {
        number: row.number,
        kind: row.kind,
        subject: (row.kind != LinkKind::Opening).then_some(row.subject_id),
        at: instant(row.at),
        previous: row.previous_sha256,
        content_sha256: row.content_sha256,
        seal: Seal { key_id: row.key_id, sha256: row.sha256, signature: row.signature },
        content: serde_json::from_str(&row.content).ok(),
    });
    Ok(links.collect())
}

/// Locks the chains of several people until the transaction ends, in the order of their ids: batches wait for each other
/// instead of each holding what the other needs.
pub async fn lock_all(tx: &mut Tx<'_>, people: &HashSet<PersonId>) -> sqlx::Result<()> {
    let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    sqlx::query!("SELECT id FROM person WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", &people)
        .fetch_all(&mut **tx)
        .await?;
    Ok(())
}
