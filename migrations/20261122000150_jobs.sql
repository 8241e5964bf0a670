-- Work to do after a transaction, written in that transaction.

CREATE TABLE job (
    id          uuid        NOT NULL,
    kind        text        NOT NULL,
    key         text,
    payload     jsonb       NOT NULL,
    run_at      timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    leased_by   uuid,
    lease_until timestamptz,
    again       boolean     NOT NULL DEFAULT false,
    last_error  text,
    created_at  timestamptz NOT NULL,
    CONSTRAINT job_pkey PRIMARY KEY (id),
    CONSTRAINT job_kind_key_key UNIQUE (kind, key),
    CONSTRAINT job_lease_check CHECK ((leased_by IS NULL) = (lease_until IS NULL))
);
COMMENT ON TABLE job IS 'Waiting and running jobs; a finished job leaves.';
COMMENT ON COLUMN job.key IS 'Makes the job unique within its kind: writing it again renews it. Null: never the same as another.';
COMMENT ON COLUMN job.payload IS 'What the job needs. Mails waiting to be sent hold an address and a text until they are sent.';
COMMENT ON COLUMN job.leased_by IS 'The worker that runs it.';
COMMENT ON COLUMN job.lease_until IS 'When another worker may take it over: renewed while it runs.';
COMMENT ON COLUMN job.again IS 'It was written again while running, so it must run once more.';
CREATE INDEX job_run_at_idx ON job (run_at);

CREATE TABLE job_dead (
    id         uuid        NOT NULL,
    kind       text        NOT NULL,
    payload    jsonb       NOT NULL,
    attempts   integer     NOT NULL,
    last_error text        NOT NULL,
    created_at timestamptz NOT NULL,
    died_at    timestamptz NOT NULL,
    CONSTRAINT job_dead_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE job_dead IS 'Jobs given up, kept for thirty days for a person to look at.';
CREATE INDEX job_dead_died_at_idx ON job_dead (died_at);

CREATE TABLE timed_job (
    kind                text        NOT NULL,
    first_scheduled_for timestamptz NOT NULL,
    last_scheduled_for  timestamptz NOT NULL,
    last_succeeded_at   timestamptz,
    CONSTRAINT timed_job_pkey PRIMARY KEY (kind)
);
COMMENT ON TABLE timed_job IS 'One row per timed job: whichever node moves last_scheduled_for forward writes the job, so it runs once however many nodes tick.';
