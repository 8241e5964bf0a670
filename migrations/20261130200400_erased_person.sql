-- Who was erased, as digests: what comes back with a restored dump is erased again. And how many people were, by month.

CREATE TABLE erased_person (
    sha256    bytea       NOT NULL,
    erased_at timestamptz NOT NULL,
    CONSTRAINT erased_person_pkey PRIMARY KEY (sha256),
    CONSTRAINT erased_person_length CHECK (octet_length(sha256) = 32)
);
CREATE INDEX erased_person_at_idx ON erased_person (erased_at);
COMMENT ON TABLE erased_person IS 'Digests of the random ids of erased accounts. The object store holds the same list, so that a restored dump is not the only one to know.';

CREATE TABLE erased_month (
    erased_in     date    NOT NULL,
    registered_in date    NOT NULL,
    why           text    NOT NULL,
    people        integer NOT NULL,
    validations   integer NOT NULL,
    experiences   integer NOT NULL,
    sessions      integer NOT NULL,
    CONSTRAINT erased_month_pkey PRIMARY KEY (erased_in, registered_in, why),
    CONSTRAINT erased_month_why CHECK (why IN ('asked', 'inactive', 'restored')),
    CONSTRAINT erased_month_first CHECK (extract(day FROM erased_in) = 1 AND extract(day FROM registered_in) = 1)
);
COMMENT ON TABLE erased_month IS 'All that is left of erased accounts: how many, month by month, and what they had together.';
