-- Saved searches that tell of new matches, and are shared with colleagues.

ALTER TABLE saved_search
    ADD COLUMN alert        text NOT NULL DEFAULT 'none',
    ADD COLUMN alert_state  text NOT NULL DEFAULT 'off',
    ADD COLUMN alert_due_at timestamptz,
    ADD COLUMN alert_ran_at timestamptz,
    ADD CONSTRAINT saved_search_alert CHECK (alert IN ('none', 'daily', 'weekly')),
    ADD CONSTRAINT saved_search_alert_state CHECK (alert_state IN ('off', 'starting', 'watching', 'too_broad', 'undecided')),
    ADD CONSTRAINT saved_search_alert_due CHECK ((alert = 'none') = (alert_due_at IS NULL) AND (alert = 'none') = (alert_state = 'off'));
CREATE INDEX saved_search_alert_due_idx ON saved_search (alert_due_at) WHERE alert_due_at IS NOT NULL;
COMMENT ON TABLE saved_search IS 'A search one recruiter keeps, for one company; colleagues see it when it is shared with them.';
COMMENT ON COLUMN saved_search.alert IS 'How often its owner is told of people who match and did not before.';
COMMENT ON COLUMN saved_search.alert_state IS 'off; starting: who matches today is noted first, nobody is told; watching; too_broad: more results than are watched; undecided: a code waits for a decision.';
COMMENT ON COLUMN saved_search.alert_due_at IS 'When it is next run by the job that tells.';
COMMENT ON COLUMN saved_search.alert_ran_at IS 'When the job last ran it.';

CREATE TABLE saved_search_match (
    saved_search_id uuid        NOT NULL,
    person_id       uuid        NOT NULL,
    found_at        timestamptz NOT NULL,
    is_new          boolean     NOT NULL,
    CONSTRAINT saved_search_match_pkey PRIMARY KEY (saved_search_id, person_id),
    CONSTRAINT saved_search_match_search_fkey FOREIGN KEY (saved_search_id) REFERENCES saved_search (id) ON DELETE CASCADE,
    CONSTRAINT saved_search_match_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX saved_search_match_new_idx ON saved_search_match (saved_search_id, found_at DESC, person_id DESC) WHERE is_new;
CREATE INDEX saved_search_match_person_idx ON saved_search_match (person_id);
COMMENT ON TABLE saved_search_match IS 'Who a watched search has found already, at most a thousand for each. Goes with the person, and when they are no longer visible.';
COMMENT ON COLUMN saved_search_match.is_new IS 'Told to the recruiter, who has not looked yet.';

-- Whoever hides from recruiters leaves what watches them, in the same transaction and whoever writes it.
CREATE FUNCTION forget_saved_search_matches() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM saved_search_match WHERE person_id = OLD.person_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER visibility_forgets_matches AFTER UPDATE OF visible ON visibility FOR EACH ROW
    WHEN (OLD.visible AND NOT NEW.visible) EXECUTE FUNCTION forget_saved_search_matches();
CREATE TRIGGER visibility_deletion_forgets_matches AFTER DELETE ON visibility FOR EACH ROW
    EXECUTE FUNCTION forget_saved_search_matches();

CREATE TABLE saved_search_access (
    saved_search_id uuid        NOT NULL,
    recruiter_id    uuid        NOT NULL,
    access          text        NOT NULL,
    given_at        timestamptz NOT NULL,
    CONSTRAINT saved_search_access_pkey PRIMARY KEY (saved_search_id, recruiter_id),
    CONSTRAINT saved_search_access_search_fkey FOREIGN KEY (saved_search_id) REFERENCES saved_search (id) ON DELETE CASCADE,
    CONSTRAINT saved_search_access_recruiter_fkey FOREIGN KEY (recruiter_id) REFERENCES recruiter (id) ON DELETE CASCADE,
    CONSTRAINT saved_search_access_kind CHECK (access IN ('view', 'full'))
);
CREATE INDEX saved_search_access_recruiter_idx ON saved_search_access (recruiter_id);
COMMENT ON TABLE saved_search_access IS 'What a colleague may do with a saved search: run it, or change it too.';
