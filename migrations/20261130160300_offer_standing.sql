-- Whether a sent offer can be answered now: said once, for every reader.

CREATE VIEW offer_pause AS
SELECT o.id AS offer_id
FROM offer o
JOIN company c ON c.id = o.company_id
LEFT JOIN recruiter r ON r.person_id = o.author_id AND r.company_id = o.company_id
WHERE o.status = 'sent'
  AND (c.register_state <> 'active'
       OR r.status <> 'granted'
       OR (r.id IS NULL AND NOT EXISTS (SELECT FROM recruiter other
                                        WHERE other.company_id = o.company_id AND other.status = 'granted')));
COMMENT ON VIEW offer_pause IS 'Sent offers that are paused: the establishment is not active, their author''s account is not granted, or the author left and nobody who may recruit remains.';
