-- A session may also have rooms that everybody reads and in which those who train and run it write, or let others write.

ALTER TABLE session_room
    DROP CONSTRAINT session_room_kind,
    ADD CONSTRAINT session_room_kind CHECK (kind IN ('general', 'moderated', 'staff', 'group'));
DROP INDEX session_room_one_general_key;
CREATE UNIQUE INDEX session_room_one_general_key ON session_room (session_id, kind) WHERE kind IN ('general', 'staff');
