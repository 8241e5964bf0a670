-- One unread notice of a kind about a subject, whoever tells it at the same time; and what became of its mail.

ALTER TABLE notification ADD COLUMN told_at timestamptz;
UPDATE notification SET told_at = created_at;
ALTER TABLE notification ALTER COLUMN told_at SET NOT NULL;

ALTER TABLE notification DROP CONSTRAINT notification_mail;
ALTER TABLE notification ADD CONSTRAINT notification_mail
    CHECK (mail IN ('none', 'waiting', 'leaving', 'sent', 'skipped', 'failed'));

CREATE UNIQUE INDEX notification_renewed_key ON notification (person_id, kind, subject_id) WHERE read_at IS NULL;
CREATE INDEX notification_created_idx ON notification (created_at);
DROP INDEX notification_mail_idx;
CREATE INDEX notification_mail_idx ON notification (told_at) WHERE mail = 'waiting';

COMMENT ON COLUMN notification.created_at IS 'When it was last told: a renewal moves it, and with it the notice to the top of the list.';
COMMENT ON COLUMN notification.told_at IS 'When it was first told. A renewal leaves it, so that what is renewed again and again is mailed all the same.';
COMMENT ON COLUMN notification.mail IS 'What becomes of its mail: none is due; waiting for the job that writes mails; leaving, in the hands of the one that sends it; sent; skipped by choice or because it was read first; failed, refused for good.';
