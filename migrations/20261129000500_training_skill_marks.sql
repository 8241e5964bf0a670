-- What a skill was to the jobs that brought it is frozen into the line, as its name is: a later release may weigh it
-- otherwise.

ALTER TABLE training_skill
    ADD COLUMN is_core boolean NOT NULL DEFAULT false,
    ADD COLUMN is_emerging boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN training_skill.is_core IS 'Whether it was central to one of its jobs in the release the revision was written under.';
COMMENT ON COLUMN training_skill.is_emerging IS 'Whether it was on the rise in one of its jobs in that release.';

-- Lines that stand already: a link weighed what the first change since their release says it weighed before, otherwise
-- what it weighs now. A link that their release did not have weighs nothing.
ALTER TABLE training_skill DISABLE TRIGGER training_skill_published;
WITH weight AS (
    SELECT s.training_id, s.revision, s.position,
           coalesce(moved.before, CASE WHEN l.is_core THEN 'core' WHEN l.is_emerging THEN 'emerging' ELSE 'plain' END) AS place
    FROM training_skill s
    JOIN training_revision r ON r.training_id = s.training_id AND r.number = s.revision
    JOIN rome_job_skill l ON l.skill_code = s.skill_code AND l.job_code = ANY (s.jobs)
        AND l.valid_from <= r.release AND (l.valid_to IS NULL OR l.valid_to > r.release)
    LEFT JOIN LATERAL (
        SELECT c.before
        FROM rome_change c JOIN rome_import i ON i.id = c.import_id
        WHERE c.subject = 'job_skill' AND c.code = l.job_code || '/' || l.skill_code AND c.kind = 'moved'
          AND i.release > r.release
        ORDER BY i.number LIMIT 1
    ) moved ON true
), mark AS (
    SELECT training_id, revision, position, bool_or(place = 'core') AS is_core, bool_or(place = 'emerging') AS is_emerging
    FROM weight GROUP BY training_id, revision, position
)
UPDATE training_skill s
SET is_core = m.is_core, is_emerging = m.is_emerging
FROM mark m
WHERE m.training_id = s.training_id AND m.revision = s.revision AND m.position = s.position;
ALTER TABLE training_skill ENABLE TRIGGER training_skill_published;
