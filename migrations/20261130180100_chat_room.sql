-- Rooms people write in: one for each room of a session, and a private one for each accepted offer.

CREATE TABLE chat_room (
    id                  uuid        NOT NULL,
    kind                text        NOT NULL,
    session_room_id     uuid,
    writing             text        NOT NULL DEFAULT 'everybody',
    recipient_id        uuid,
    person_id           uuid,
    company_id          uuid,
    recruiter_id        uuid,
    recruiter_person_id uuid,
    title               text,
    position            bigint      NOT NULL DEFAULT 0,
    version             integer     NOT NULL DEFAULT 1,
    opened_at           timestamptz NOT NULL,
    last_message_at     timestamptz,
    ends_at             timestamptz,
    warn_at             timestamptz,
    closed_at           timestamptz,
    closed_because      text,
    held_until          timestamptz,
    erasure_asked_at    timestamptz,
    paused_at           timestamptz,
    CONSTRAINT chat_room_pkey PRIMARY KEY (id),
    CONSTRAINT chat_room_session_room_key UNIQUE (session_room_id),
    CONSTRAINT chat_room_recipient_key UNIQUE (recipient_id),
    CONSTRAINT chat_room_session_room_fkey FOREIGN KEY (session_room_id) REFERENCES session_room (id) ON DELETE SET NULL,
    CONSTRAINT chat_room_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT chat_room_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT chat_room_recruiter_fkey FOREIGN KEY (recruiter_id) REFERENCES recruiter (id) ON DELETE SET NULL,
    CONSTRAINT chat_room_recruiter_person_fkey FOREIGN KEY (recruiter_person_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT chat_room_kind CHECK (kind IN ('session', 'private')),
    CONSTRAINT chat_room_writing CHECK (writing IN ('everybody', 'staff', 'approval')),
    CONSTRAINT chat_room_session CHECK (kind = 'private' OR num_nonnulls(recipient_id, person_id, company_id, recruiter_id,
        recruiter_person_id, title, ends_at, warn_at, closed_at, held_until, erasure_asked_at, paused_at) = 0),
    CONSTRAINT chat_room_private CHECK (kind = 'session'
        OR (num_nonnulls(recipient_id, company_id, title, ends_at) = 4 AND session_room_id IS NULL AND writing = 'everybody')),
    CONSTRAINT chat_room_closed CHECK ((closed_at IS NULL) = (closed_because IS NULL)),
    CONSTRAINT chat_room_closed_because CHECK (closed_because IN ('person', 'company', 'moderation', 'offer')),
    CONSTRAINT chat_room_position CHECK (position >= 0)
);
CREATE INDEX chat_room_person_idx ON chat_room (person_id);
CREATE INDEX chat_room_company_idx ON chat_room (company_id);
CREATE INDEX chat_room_recruiter_idx ON chat_room (recruiter_id);
CREATE INDEX chat_room_recruiter_person_idx ON chat_room (recruiter_person_id);
CREATE INDEX chat_room_ends_idx ON chat_room (ends_at) WHERE ends_at IS NOT NULL;
CREATE INDEX chat_room_warn_idx ON chat_room (warn_at) WHERE warn_at IS NOT NULL;
CREATE INDEX chat_room_orphan_idx ON chat_room (id) WHERE kind = 'session' AND session_room_id IS NULL;
COMMENT ON TABLE chat_room IS 'What is written in a room. Who reads it is said nowhere here: it follows from the session, or from the offer, at each request.';
COMMENT ON COLUMN chat_room.session_room_id IS 'The room of the session; null once that is gone: the messages follow within minutes.';
COMMENT ON COLUMN chat_room.writing IS 'everybody; staff: those who train and run the session; approval: the others too, once one of these let it through.';
COMMENT ON COLUMN chat_room.recipient_id IS 'What the person received of the offer they accepted. No foreign key: the room may outlive it.';
COMMENT ON COLUMN chat_room.person_id IS 'Who accepted the offer; null once their account is gone.';
COMMENT ON COLUMN chat_room.recruiter_id IS 'The account that sent the offer; null once it was left: nobody takes its place.';
COMMENT ON COLUMN chat_room.recruiter_person_id IS 'Who holds, or held, that account.';
COMMENT ON COLUMN chat_room.title IS 'Title of the offer.';
COMMENT ON COLUMN chat_room.position IS 'Counted up, under the lock of this row, by every change of a message: the newest one anybody can have seen.';
COMMENT ON COLUMN chat_room.ends_at IS 'When a private room is deleted: one calendar month after its last message, or a day after it was closed.';
COMMENT ON COLUMN chat_room.warn_at IS 'When both are next told of that.';
COMMENT ON COLUMN chat_room.held_until IS 'A message was reported: nothing is deleted before the decision, and no longer than this.';
COMMENT ON COLUMN chat_room.erasure_asked_at IS 'Since when nobody reads it any more: one of the two asked for its erasure while it was held.';
COMMENT ON COLUMN chat_room.paused_at IS 'Since when both know that nobody writes: the company may not recruit, or one of the two is gone.';

-- A room of a session is written in from its first day on; whoever writes rooms of sessions need not know of chats.
CREATE FUNCTION open_chat_of_session_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO chat_room (id, kind, session_room_id, writing, opened_at)
    VALUES (NEW.id, 'session', NEW.id, CASE NEW.kind WHEN 'moderated' THEN 'staff' ELSE 'everybody' END, NEW.created_at);
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION open_chat_of_session_room IS 'Each room of a session has a chat of the same id.';
CREATE TRIGGER session_room_opens_chat AFTER INSERT ON session_room
    FOR EACH ROW EXECUTE FUNCTION open_chat_of_session_room();

INSERT INTO chat_room (id, kind, session_room_id, opened_at)
SELECT id, 'session', id, created_at FROM session_room;

CREATE TABLE room_member (
    room_id          uuid    NOT NULL,
    person_id        uuid    NOT NULL,
    read_position    bigint  NOT NULL DEFAULT 0,
    is_marked_unread boolean NOT NULL DEFAULT false,
    is_muted         boolean NOT NULL DEFAULT false,
    level            text,
    silenced_until   timestamptz,
    expelled_at      timestamptz,
    CONSTRAINT room_member_pkey PRIMARY KEY (room_id, person_id),
    CONSTRAINT room_member_room_fkey FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE,
    CONSTRAINT room_member_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT room_member_level CHECK (level IN ('all', 'mentions', 'none')),
    CONSTRAINT room_member_read_position CHECK (read_position >= 0)
);
CREATE INDEX room_member_person_idx ON room_member (person_id);
COMMENT ON TABLE room_member IS 'How somebody stands to a room they were in. Gives no right: a row is no membership.';
COMMENT ON COLUMN room_member.read_position IS 'The newest message they have read.';
COMMENT ON COLUMN room_member.level IS 'What they are told of; null: everything in private rooms, and where they are named in the others.';
COMMENT ON COLUMN room_member.silenced_until IS 'Until when they may not write, by a decision on a report.';
COMMENT ON COLUMN room_member.expelled_at IS 'Since when they may not read, by a decision on a report.';
