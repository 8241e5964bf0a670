-- A session that is called off cancels its slots to come; those that took place stay.

UPDATE session_slot s
SET cancelled_at = t.status_at, cancel_reason = coalesce(t.status_reason, 'Session annulée'), version = s.version + 1,
    sequence = s.sequence + 1, updated_at = t.status_at
FROM training_session t
WHERE t.id = s.session_id AND t.status = 'cancelled' AND s.cancelled_at IS NULL AND NOT s.has_attendance;
