-- Who saw a profile: one row per opening, chained for each person; appearances in lists as a count per day.

CREATE TABLE profile_access_chain (
    person_id     uuid   NOT NULL,
    last          bigint NOT NULL,
    last_sha256   text   NOT NULL,
    purged        bigint NOT NULL,
    purged_sha256 text   NOT NULL,
    CONSTRAINT profile_access_chain_pkey PRIMARY KEY (person_id),
    CONSTRAINT profile_access_chain_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT profile_access_chain_order CHECK (purged <= last)
);
COMMENT ON TABLE profile_access_chain IS 'Where the chain of a person ends, and where what is left of it begins: verification holds after the oldest openings went.';
COMMENT ON COLUMN profile_access_chain.purged IS 'Number of the last opening that was deleted because its time was over; 0 before.';
COMMENT ON COLUMN profile_access_chain.purged_sha256 IS 'Its digest, which the first opening left follows; empty before.';

CREATE TABLE profile_access (
    person_id    uuid        NOT NULL,
    number       bigint      NOT NULL,
    company_id   uuid        NOT NULL,
    siret        text        NOT NULL,
    company_name text        NOT NULL,
    recruiter_id uuid        NOT NULL,
    role         text        NOT NULL,
    purpose      text        NOT NULL,
    fields       text[]      NOT NULL,
    at           timestamptz NOT NULL,
    sha256       text        NOT NULL,
    CONSTRAINT profile_access_pkey PRIMARY KEY (person_id, number),
    CONSTRAINT profile_access_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT profile_access_purpose CHECK (purpose IN ('search', 'list', 'offer', 'share'))
);
CREATE INDEX profile_access_at_idx ON profile_access (at);
CREATE INDEX profile_access_recruiter_idx ON profile_access (recruiter_id, at);
COMMENT ON TABLE profile_access IS 'A recruiter opened what somebody shows. Apart from the audit trail, readable by the person, kept for twelve months.';
COMMENT ON COLUMN profile_access.number IS 'Place among the openings of the person, from 1 on, without gaps.';
COMMENT ON COLUMN profile_access.company_id IS 'No foreign key: what happened stays when its company goes. So is its number and its name of that day.';
COMMENT ON COLUMN profile_access.company_name IS 'As it was shown that day: its SIRET where the register masks its name.';
COMMENT ON COLUMN profile_access.recruiter_id IS 'Never shown to the person. No foreign key: the account may be left.';
COMMENT ON COLUMN profile_access.role IS 'Role of the recruiter in the company that day.';
COMMENT ON COLUMN profile_access.fields IS 'Names of what was shown, and how many of what there are several: skills:12. Never a value.';
COMMENT ON COLUMN profile_access.sha256 IS 'Digest of this opening and of the digest before it. carnet verify-accesses computes it again.';

CREATE FUNCTION profile_access_link(previous text, access profile_access) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws(E'\n',
        previous, access.number, access.person_id, access.company_id, access.siret, access.recruiter_id, access.role,
        access.purpose, array_to_string(access.fields, ','),
        to_char(access.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), access.company_name), 'UTF8')), 'hex')
$$;
COMMENT ON FUNCTION profile_access_link IS 'SHA-256 of the digest before it (empty for the first) and its fields, one per line, in hexadecimal. The name comes last: no line end in it can pass for another field.';

CREATE FUNCTION chain_profile_access() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    chain profile_access_chain;
BEGIN
    INSERT INTO profile_access_chain (person_id, last, last_sha256, purged, purged_sha256)
    VALUES (NEW.person_id, 0, '', 0, '')
    ON CONFLICT ON CONSTRAINT profile_access_chain_pkey DO NOTHING;
    SELECT * INTO STRICT chain FROM profile_access_chain WHERE person_id = NEW.person_id FOR NO KEY UPDATE;
    NEW.number := chain.last + 1;
    NEW.sha256 := profile_access_link(chain.last_sha256, NEW);
    UPDATE profile_access_chain SET last = NEW.number, last_sha256 = NEW.sha256 WHERE person_id = NEW.person_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER profile_access_linked BEFORE INSERT ON profile_access FOR EACH ROW EXECUTE FUNCTION chain_profile_access();

CREATE FUNCTION refuse_change_of_profile_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (
        SELECT FROM profile_access_chain c JOIN person p ON p.id = c.person_id
        WHERE c.person_id = OLD.person_id AND c.purged < OLD.number) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'profile_access is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION refuse_change_of_profile_access IS 'Only what the chain no longer holds may go: openings up to the purged one, or all of them once the chain or the person is gone.';
CREATE TRIGGER profile_access_append_only BEFORE UPDATE OR DELETE ON profile_access
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_profile_access();

CREATE TABLE profile_appearance (
    person_id  uuid    NOT NULL,
    day        date    NOT NULL,
    company_id uuid    NOT NULL,
    times      integer NOT NULL,
    CONSTRAINT profile_appearance_pkey PRIMARY KEY (person_id, day, company_id),
    CONSTRAINT profile_appearance_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT profile_appearance_times CHECK (times > 0)
);
CREATE INDEX profile_appearance_day_idx ON profile_appearance (day);
COMMENT ON TABLE profile_appearance IS 'How often a person was in the results of a company on one day (Europe/Paris). Written seconds later, from memory: a crash loses the last ones. Kept for twelve months.';
COMMENT ON COLUMN profile_appearance.company_id IS 'No foreign key, whose index would weigh more than the counts.';
