-- Reports of messages, and what was decided on them.

CREATE TABLE room_report (
    id          uuid        NOT NULL,
    room_id     uuid        NOT NULL,
    message_id  uuid        NOT NULL,
    reporter_id uuid,
    reason      text        NOT NULL,
    comment     text        NOT NULL,
    reported_at timestamptz NOT NULL,
    decision    text,
    note        text,
    decided_by  uuid,
    decided_at  timestamptz,
    CONSTRAINT room_report_pkey PRIMARY KEY (id),
    CONSTRAINT room_report_room_fkey FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE,
    CONSTRAINT room_report_message_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE,
    CONSTRAINT room_report_reporter_fkey FOREIGN KEY (reporter_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT room_report_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT room_report_reason CHECK (reason IN ('harassment', 'insult', 'discrimination', 'personal_data', 'scam', 'spam', 'other')),
    CONSTRAINT room_report_comment_length CHECK (char_length(comment) <= 1000),
    CONSTRAINT room_report_decision CHECK (decision IN ('retained', 'removed', 'warned', 'silenced', 'expelled', 'lapsed')),
    CONSTRAINT room_report_decided CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CONSTRAINT room_report_note_length CHECK (char_length(note) <= 1000)
);
CREATE UNIQUE INDEX room_report_once ON room_report (message_id, reporter_id) WHERE decision IS NULL;
CREATE INDEX room_report_room_idx ON room_report (room_id, reported_at);
CREATE INDEX room_report_message_idx ON room_report (message_id);
CREATE INDEX room_report_reporter_idx ON room_report (reporter_id);
CREATE INDEX room_report_decided_by_idx ON room_report (decided_by);
CREATE INDEX room_report_open_idx ON room_report (reported_at) WHERE decision IS NULL;
COMMENT ON TABLE room_report IS 'Somebody found a message wrong. Goes with its room.';
COMMENT ON COLUMN room_report.decision IS 'Null: waits. retained: the message stays; removed; warned, silenced for a day or expelled: its author too; lapsed: nobody decided in time.';
COMMENT ON COLUMN room_report.note IS 'Why, in the words of whoever decided; the reporter and the author are not told it.';
