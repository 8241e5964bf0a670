-- Whether this database is a demonstration, and which invented people it holds.

CREATE TABLE demo_seed (
    singleton    boolean     NOT NULL DEFAULT true,
    seed         bigint      NOT NULL,
    profiles     integer     NOT NULL,
    rome_release integer     NOT NULL,
    has_accounts boolean     NOT NULL DEFAULT false,
    seeded_at    timestamptz NOT NULL,
    CONSTRAINT demo_seed_pkey PRIMARY KEY (singleton),
    CONSTRAINT demo_seed_singleton CHECK (singleton),
    CONSTRAINT demo_seed_profiles_positive CHECK (profiles > 0)
);
COMMENT ON TABLE demo_seed IS 'One row in a demonstration database, none in a real one: invented people are written only where this row is, or where nobody is.';
COMMENT ON COLUMN demo_seed.seed IS 'With the catalogue release, it determines every invented person.';
COMMENT ON COLUMN demo_seed.profiles IS 'How many were written: people 0 to profiles - 1.';
COMMENT ON COLUMN demo_seed.has_accounts IS 'Whether the demo accounts, whose password is public, were created too.';
