-- Every night an invented recruiter asks for what they may not have.

CREATE TABLE disclosure_check (
    id         uuid        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    people     integer     NOT NULL,
    answers    integer     NOT NULL,
    leaks      integer     NOT NULL,
    withheld   integer     NOT NULL,
    CONSTRAINT disclosure_check_pkey PRIMARY KEY (id),
    CONSTRAINT disclosure_check_counts CHECK (people >= 0 AND answers >= 0 AND leaks >= 0 AND withheld >= 0)
);
CREATE INDEX disclosure_check_at_idx ON disclosure_check (started_at DESC, id DESC);
COMMENT ON TABLE disclosure_check IS 'What the nightly test of disclosure found. Counts only, and public; kept for two years.';
COMMENT ON COLUMN disclosure_check.leaks IS 'Values that came out and that no grant covers, people shown that may not be: 0, or an alarm.';
COMMENT ON COLUMN disclosure_check.withheld IS 'People or fields that a grant covers and that were not shown: hidden too much, which harms nobody''s privacy.';
