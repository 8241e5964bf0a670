-- Where each badge stands on the lists that say which are revoked.

CREATE TABLE badge_status (
    validation_id uuid    NOT NULL,
    list          integer NOT NULL,
    position      integer NOT NULL,
    CONSTRAINT badge_status_pkey PRIMARY KEY (validation_id),
    CONSTRAINT badge_status_validation_fkey FOREIGN KEY (validation_id) REFERENCES validation (id) ON DELETE CASCADE,
    CONSTRAINT badge_status_position_key UNIQUE (list, position),
    CONSTRAINT badge_status_position CHECK (list >= 1 AND position BETWEEN 0 AND 131071)
);
COMMENT ON TABLE badge_status IS 'A place is drawn when the badge of a validation is first asked for. Lists are served whole: nobody says of which badge they ask.';
COMMENT ON COLUMN badge_status.position IS 'Drawn at random: neighbours have nothing in common.';
