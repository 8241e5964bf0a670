//! What people chose for each group.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::ids::PersonId;
use crate::notifications::model::{GroupSetting, MailMode, NoticeGroup, NotificationSettings};
use crate::platform::db::Tx;

/// What a person chose, or the usual.
pub async fn of(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<NotificationSettings> {
    let rows = sqlx::query!(
        "SELECT notice_group, mail, in_app FROM notification_setting WHERE person_id = $1",
        person.0
    )
    .fetch_all(conn)
    .await?;
    let mut settings = NotificationSettings::default();
    for row in rows {
        let group = NoticeGroup::ALL.into_iter().find(|group| group.name() == row.notice_group);
        if let Some(group) = group {
            settings.set(group, GroupSetting { mail: MailMode::stored(&row.mail), in_app: row.in_app });
        }
    }
    Ok(settings)
}

/// Writes what a person chose for every group; gives what it was before.
pub async fn write(
    tx: &mut Tx<'_>,
    person: PersonId,
    settings: &NotificationSettings,
    now: DateTime<Utc>,
) -> sqlx::Result<NotificationSettings> {
    // One at a time: two tabs that save at once leave what the second one says, whole.
    sqlx::query_scalar!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_one(&mut **tx)
        .await?;
    let before = of(tx, person).await?;
    let chosen = NoticeGroup::ALL.map(|group| (group, settings.of(group)));
    let groups = chosen.map(|(group, _)| group.name().to_owned());
    let mails = chosen.map(|(_, setting)| setting.mail.name().to_owned());
    let listed = chosen.map(|(_, setting)| setting.in_app);
    sqlx::query!(
        "INSERT INTO notification_setting (person_id, notice_group, mail, in_app, updated_at)
         SELECT $1, s.notice_group, s.mail, s.in_app, $5
         FROM unnest($2::text[], $3::text[], $4::boolean[]) AS s (notice_group, mail, in_app)
         ON CONFLICT ON CONSTRAINT notification_setting_pkey
         DO UPDATE SET mail = EXCLUDED.mail, in_app = EXCLUDED.in_app, updated_at = EXCLUDED.updated_at",
        person.0,
        &groups[..],
        &mails[..],
        &listed[..],
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(before)
}
