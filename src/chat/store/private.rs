//! Private rooms as offers and their two open and close them.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;

use crate::chat::model::lifetime;
use crate::events::Event;
use crate::ids::{ChatRoomId, CompanyId, Ids, OfferRecipientId, PersonId, RecruiterId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::live::{self, Notice, Topic};

/// A private room to open.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// What the person received of the offer.
    pub recipient: OfferRecipientId,
    /// Who accepted it.
    pub person: PersonId,
    /// The company.
    pub company: CompanyId,
    /// The account that sent it.
    pub recruiter: RecruiterId,
    /// Title of the offer.
    pub title: &'a str,
}

/// Opens the room of an accepted offer. Twice does no harm; one that was closed with the acceptance opens again, as it was.
pub async fn open(tx: &mut Tx<'_>, ids: &Ids, new: &New<'_>, now: DateTime<Utc>) -> sqlx::Result<()> {
    if reopen(tx, ids, new, now).await? {
        return Ok(());
    }
    let room: ChatRoomId = ids.opaque();
    let ends_at = lifetime::expiry(now);
    let opened = sqlx::query!(
        r#"INSERT INTO chat_room (id, kind, recipient_id, person_id, company_id, recruiter_id, recruiter_person_id, title,
                                  opened_at, ends_at, warn_at)
           SELECT $1, 'private', $2, $3, $4, r.id, r.person_id, $6, $7, $8, $9 FROM recruiter r WHERE r.id = $5
           ON CONFLICT ON CONSTRAINT chat_room_recipient_key DO NOTHING
           RETURNING recruiter_person_id AS "recruiter: PersonId""#,
        room.0,
        new.recipient.0,
        new.person.0,
        new.company.0,
        new.recruiter.0,
        new.title,
        now,
        ends_at,
        lifetime::next_warning(ends_at, now),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(opened) = opened else { return Ok(()) };
    let entry = Entry::new(Event::RoomOpened, now, "chat_room", room.0).by(new.person);
    audit::record(tx, ids, entry.change(None, json!({ "recipient": new.recipient }))).await?;
    let people: Vec<PersonId> = [Some(new.person), opened.recruiter].into_iter().flatten().collect();
    live::changed(tx, &people, Topic::Rooms).await
}

/// Opens a room again that was closed because its offer was; false when there is none.
async fn reopen(tx: &mut Tx<'_>, ids: &Ids, new: &New<'_>, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let found = sqlx::query!(
        r#"SELECT id AS "room: ChatRoomId", coalesce(last_message_at, opened_at) AS "last!" FROM chat_room
           WHERE recipient_id = $1 AND closed_because = 'offer' AND ends_at > $2 AND erasure_asked_at IS NULL FOR UPDATE"#,
        new.recipient.0,
        now,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(found) = found else { return Ok(false) };
    let ends_at = lifetime::expiry(found.last);
    let opened = sqlx::query!(
        r#"UPDATE chat_room SET closed_at = NULL, closed_because = NULL, ends_at = $2, warn_at = $3, position = position + 1
           WHERE id = $1 RETURNING position, person_id AS "person: PersonId", recruiter_person_id AS "recruiter: PersonId""#,
        found.room.0,
        ends_at,
        lifetime::next_warning(ends_at, now),
    )
    .fetch_one(&mut **tx)
    .await?;
    let entry = Entry::new(Event::RoomOpened, now, "chat_room", found.room.0).by(new.person);
    audit::record(tx, ids, entry.change(json!({ "state": "closed" }), json!({ "state": "open" }))).await?;
    let people: Vec<PersonId> = [opened.person, opened.recruiter].into_iter().flatten().collect();
    live::changed(tx, &people, Topic::Rooms).await?;
    live::room_changed(tx, found.room.0, opened.position).await?;
    Ok(true)
}

/// Removes the room of an acceptance that was taken back before anybody wrote; false when somebody did.
pub async fn unopen(tx: &mut Tx<'_>, ids: &Ids, room: ChatRoomId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let gone = sqlx::query!(
        r#"DELETE FROM chat_room c WHERE c.id = $1 AND NOT EXISTS (SELECT FROM message g WHERE g.room_id = c.id)
           RETURNING c.person_id AS "person: PersonId", c.recruiter_person_id AS "recruiter: PersonId""#,
        room.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(gone) = gone else { return Ok(false) };
    let entry = Entry::new(Event::RoomDeleted, now, "chat_room", room.0).because("undone");
    audit::record(tx, ids, entry).await?;
    let people: Vec<PersonId> = [gone.person, gone.recruiter].into_iter().flatten().collect();
    live::changed(tx, &people, Topic::Rooms).await?;
    Ok(true)
}

/// Who closed a room; whether by its own door, or by the offer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closer {
    /// The person.
    Person(Option<PersonId>),
    /// The recruiter.
    Company(Option<PersonId>),
    /// A decision on a report, by this person.
    Moderation(PersonId),
    /// What became of the offer.
    Offer,
}

impl Closer {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Company(_) => "company",
            Self::Moderation(_) => "moderation",
            Self::Offer => "offer",
        }
    }

    const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) | Self::Company(id) => id,
            Self::Moderation(id) => Some(id),
            Self::Offer => None,
        }
    }
}

/// Closes a room: it is read for a day, then deleted. Both are told. Closed twice, it stays as it is; gives whether it was open.
pub async fn close(
    tx: &mut Tx<'_>,
    ids: &Ids,
    room: ChatRoomId,
    by: Closer,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let closed = sqlx::query!(
        r#"UPDATE chat_room
           SET closed_at = $2, closed_because = $3, ends_at = $4, warn_at = NULL, paused_at = NULL, position = position + 1
           WHERE id = $1 AND kind = 'private' AND closed_at IS NULL AND erasure_asked_at IS NULL
           RETURNING position, title AS "title!", person_id AS "person: PersonId",
                     recruiter_person_id AS "recruiter: PersonId""#,
        room.0,
        now,
        by.as_str(),
        now + lifetime::EXPORT_WINDOW,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(closed) = closed else { return Ok(false) };
    let mut entry = Entry::new(Event::RoomClosed, now, "chat_room", room.0);
    if let Some(person) = by.person() {
        entry = entry.by(person);
    }
    let entry = entry.change(json!({ "state": "open" }), json!({ "state": "closed", "by": by.as_str() }));
    audit::record(tx, ids, entry).await?;
    let people: Vec<PersonId> = [closed.person, closed.recruiter].into_iter().flatten().collect();
    let facts = json!({
        "room": room, "title": closed.title, "why": "closed", "by": by.as_str(),
        "deleted_at": now + lifetime::EXPORT_WINDOW,
    });
    tell_both(tx, ids, (room, &people), (NoticeKind::RoomClosed, facts), now).await?;
    live::room_changed(tx, room.0, closed.position).await?;
    Ok(true)
}

/// Tells the two of a room something about it.
pub async fn tell_both(
    tx: &mut Tx<'_>,
    ids: &Ids,
    (room, people): (ChatRoomId, &[PersonId]),
    (kind, facts): (NoticeKind, serde_json::Value),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let notice = |person: &PersonId| Notice { person: *person, kind, subject: room.0, facts: facts.clone() };
    let notices: Vec<Notice> = people.iter().map(notice).collect();
    live::tell(tx, ids, &notices, now).await?;
    live::changed(tx, people, Topic::Rooms).await
}

/// The room of what somebody received of an offer.
pub async fn of_recipient(
    db: &mut PgConnection,
    recipient: OfferRecipientId,
) -> sqlx::Result<Option<ChatRoomId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: ChatRoomId" FROM chat_room WHERE recipient_id = $1"#,
        recipient.0
    )
    .fetch_optional(db)
    .await
}

/// The open private rooms of two people.
pub async fn between(db: &mut PgConnection, one: PersonId, other: PersonId) -> sqlx::Result<Vec<ChatRoomId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: ChatRoomId" FROM chat_room
           WHERE ((person_id = $1 AND recruiter_person_id = $2) OR (person_id = $2 AND recruiter_person_id = $1))
             AND closed_at IS NULL
           ORDER BY id"#,
        one.0,
        other.0,
    )
    .fetch_all(db)
    .await
}

/// Has a room erased: nobody reads it from now on.
pub async fn ask_erasure(tx: &mut Tx<'_>, room: ChatRoomId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE chat_room SET erasure_asked_at = $2, ends_at = $2, warn_at = NULL, paused_at = NULL,
                              position = position + 1
         WHERE id = $1",
        room.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
