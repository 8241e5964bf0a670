-- How people want to be told, by group of notices.

CREATE TABLE notification_setting (
    person_id    uuid        NOT NULL,
    notice_group text        NOT NULL,
    mail         text        NOT NULL,
    in_app       boolean     NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT notification_setting_pkey PRIMARY KEY (person_id, notice_group),
    CONSTRAINT notification_setting_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT notification_setting_group CHECK (notice_group IN ('offers', 'shares', 'rooms', 'quizzes', 'recruiting', 'account')),
    CONSTRAINT notification_setting_mail CHECK (mail IN ('at_once', 'daily', 'none')),
    CONSTRAINT notification_setting_always CHECK (notice_group NOT IN ('offers', 'account') OR in_app),
    CONSTRAINT notification_setting_account CHECK (notice_group <> 'account' OR mail = 'at_once')
);
COMMENT ON TABLE notification_setting IS 'What a person chose for a group of notices; without a row the usual holds.';
COMMENT ON COLUMN notification_setting.notice_group IS 'The groups of src/notifications/model/group.rs.';
COMMENT ON COLUMN notification_setting.in_app IS 'Whether the group is listed and counted inside the app.';
