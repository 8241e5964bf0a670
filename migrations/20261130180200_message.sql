-- Messages: in one strict order per room, sent once, edited and removed with what they were before.

CREATE TABLE message (
    id                 uuid        NOT NULL,
    room_id            uuid        NOT NULL,
    position           bigint,
    change             bigint      NOT NULL,
    author_id          uuid,
    author_side        text        NOT NULL,
    client_id          uuid        NOT NULL,
    state              text        NOT NULL,
    text               text,
    reply_to           uuid,
    mentions_everybody boolean     NOT NULL,
    version            integer     NOT NULL DEFAULT 1,
    sent_at            timestamptz NOT NULL,
    edited_at          timestamptz,
    ended_at           timestamptz,
    ended_by           uuid,
    search             tsvector,
    CONSTRAINT message_pkey PRIMARY KEY (id),
    CONSTRAINT message_position_key UNIQUE (room_id, position),
    CONSTRAINT message_once UNIQUE (room_id, author_id, client_id),
    CONSTRAINT message_room_fkey FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE,
    CONSTRAINT message_author_fkey FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT message_reply_to_fkey FOREIGN KEY (reply_to) REFERENCES message (id) ON DELETE SET NULL,
    CONSTRAINT message_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT message_author_side CHECK (author_side IN ('staff', 'member', 'person', 'company')),
    CONSTRAINT message_state CHECK (state IN ('waiting', 'visible', 'hidden', 'refused', 'deleted', 'removed')),
    CONSTRAINT message_placed CHECK (position IS NOT NULL OR state IN ('waiting', 'refused', 'deleted')),
    CONSTRAINT message_text_length CHECK (char_length(text) <= 4000),
    CONSTRAINT message_text CHECK ((text IS NULL) = (state IN ('deleted', 'removed'))),
    CONSTRAINT message_ended CHECK ((ended_at IS NULL) = (state IN ('waiting', 'visible', 'hidden'))),
    CONSTRAINT message_search CHECK (search IS NULL OR state = 'visible')
);
CREATE INDEX message_change_idx ON message (room_id, change);
CREATE INDEX message_author_idx ON message (author_id, sent_at);
CREATE INDEX message_reply_to_idx ON message (reply_to);
CREATE INDEX message_ended_by_idx ON message (ended_by);
CREATE INDEX message_waiting_idx ON message (room_id, sent_at) WHERE state = 'waiting';
CREATE INDEX message_search_idx ON message USING gin (search);
COMMENT ON TABLE message IS 'What somebody wrote in a room.';
COMMENT ON COLUMN message.position IS 'Its place in the room, for ever; null while it waits to be let through.';
COMMENT ON COLUMN message.change IS 'The room''s position at its newest change: whoever has seen that one has seen it as it is.';
COMMENT ON COLUMN message.author_id IS 'Null once the account is gone: the message stays.';
COMMENT ON COLUMN message.author_side IS 'As whom they wrote: those who train and run the session, a trainee; the person or the company of a private room.';
COMMENT ON COLUMN message.client_id IS 'Drawn by the device: a message that is sent again is the same one.';
COMMENT ON COLUMN message.state IS 'waiting to be let through, or refused; visible; hidden while a report is looked at; deleted by its author; removed by those who moderate.';
COMMENT ON COLUMN message.text IS 'Null once it is deleted or removed.';
COMMENT ON COLUMN message.search IS 'Its words for the search, as long as it is visible.';

CREATE TABLE message_version (
    message_id  uuid        NOT NULL,
    number      integer     NOT NULL,
    text        text        NOT NULL,
    replaced_at timestamptz NOT NULL,
    CONSTRAINT message_version_pkey PRIMARY KEY (message_id, number),
    CONSTRAINT message_version_message_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE,
    CONSTRAINT message_version_number CHECK (number > 0)
);
COMMENT ON TABLE message_version IS 'What a message said before it was edited, deleted or removed. Read by those who moderate, and in private rooms in the extract of a report.';

CREATE TABLE message_mention (
    message_id uuid NOT NULL,
    person_id  uuid NOT NULL,
    CONSTRAINT message_mention_pkey PRIMARY KEY (message_id, person_id),
    CONSTRAINT message_mention_message_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE,
    CONSTRAINT message_mention_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX message_mention_person_idx ON message_mention (person_id);

CREATE TABLE message_file (
    message_id uuid     NOT NULL,
    position   smallint NOT NULL,
    file_id    uuid     NOT NULL,
    CONSTRAINT message_file_pkey PRIMARY KEY (message_id, position),
    CONSTRAINT message_file_once UNIQUE (file_id),
    CONSTRAINT message_file_message_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE,
    CONSTRAINT message_file_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT message_file_position CHECK (position BETWEEN 0 AND 9)
);
