-- What a person lets recruiters see.

CREATE TABLE visibility (
    person_id  uuid        NOT NULL,
    visible    boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    notice_version text    NOT NULL,
    CONSTRAINT visibility_pkey PRIMARY KEY (person_id),
    CONSTRAINT visibility_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
COMMENT ON TABLE visibility IS 'No row = not visible: the default.';
COMMENT ON COLUMN visibility.notice_version IS 'Version of the text last agreed to or withdrawn from.';

CREATE TABLE consent_event (
    id             uuid        NOT NULL,
    person_id      uuid        NOT NULL,
    kind           text        NOT NULL,
    policy_version text        NOT NULL,
    policy_sha256  text        NOT NULL,
    method         text        NOT NULL,
    at             timestamptz NOT NULL,
    CONSTRAINT consent_event_pkey PRIMARY KEY (id),
    CONSTRAINT consent_event_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT consent_event_kind CHECK (kind IN ('visibility_given', 'visibility_withdrawn'))
);
CREATE INDEX consent_event_person_idx ON consent_event (person_id, at);
CREATE TRIGGER consent_event_append_only BEFORE UPDATE ON consent_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE blocked_company (
    person_id  uuid        NOT NULL,
    siren      text        NOT NULL,
    blocked_at timestamptz NOT NULL,
    CONSTRAINT blocked_company_pkey PRIMARY KEY (person_id, siren),
    CONSTRAINT blocked_company_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT blocked_company_siren_format CHECK (siren ~ '^[0-9]{9}$')
);
CREATE INDEX blocked_company_siren_idx ON blocked_company (siren);

CREATE VIEW searchable_person AS
SELECT p.id AS person_id, p.profile_id, p.first_name, p.last_name
FROM person p
JOIN visibility v ON v.person_id = p.id
WHERE v.visible AND p.disabled_at IS NULL;
COMMENT ON VIEW searchable_person IS 'The people a verified recruiter may find: the one definition of it. The search index holds these and nobody else.';
CREATE INDEX visibility_visible_idx ON visibility (person_id) WHERE visible;
