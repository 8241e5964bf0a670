-- Visible to every verified recruiter, or only to those of the companies a person chose.

ALTER TABLE visibility ADD COLUMN chosen_only boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN visibility.chosen_only IS 'While visible: seen by the chosen companies alone. Kept while not visible, so that nobody comes back more visible than they left.';

CREATE TABLE chosen_company (
    person_id uuid        NOT NULL,
    siren     text        NOT NULL,
    chosen_at timestamptz NOT NULL,
    CONSTRAINT chosen_company_pkey PRIMARY KEY (person_id, siren),
    CONSTRAINT chosen_company_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT chosen_company_siren_format CHECK (siren ~ '^[0-9]{9}$')
);
CREATE INDEX chosen_company_siren_idx ON chosen_company (siren);
COMMENT ON TABLE chosen_company IS 'The companies that see a person who chose who does. By their number alone: a name would tell which companies use Carnet.';

CREATE TABLE audience_change (
    person_id uuid   NOT NULL,
    number    bigint NOT NULL,
    CONSTRAINT audience_change_pkey PRIMARY KEY (person_id),
    CONSTRAINT audience_change_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX audience_change_number_idx ON audience_change (number);
COMMENT ON TABLE audience_change IS 'Whose chosen_only nodes have to read again: those above the number they know.';
COMMENT ON COLUMN audience_change.number IS 'Value of search_epoch.blocks that the last change raised. Its row is held until the commit, so that nobody reads a number before what it stands for.';
COMMENT ON COLUMN search_epoch.blocks IS 'Raised by every change of a block list, of who chose which companies, and of who is seen by those alone, in its transaction. None of it is in the index; what is kept of it in memory is valid for this number only.';

ALTER TABLE consent_event DROP CONSTRAINT consent_event_kind;
ALTER TABLE consent_event ADD CONSTRAINT consent_event_kind CHECK (kind IN
    ('visibility_given', 'visibility_given_to_chosen', 'visibility_withdrawn', 'company_chosen', 'company_unchosen'));
COMMENT ON COLUMN consent_event.method IS 'How it was said: with the switch; of a chosen company, which: siren:<number>.';

CREATE OR REPLACE VIEW searchable_person AS
SELECT p.id AS person_id, p.profile_id, p.first_name, p.last_name, v.chosen_only
FROM person p
JOIN visibility v ON v.person_id = p.id
WHERE v.visible AND p.disabled_at IS NULL;
COMMENT ON VIEW searchable_person IS 'The people a verified recruiter may find: the one definition of it. The search index holds these and nobody else. chosen_only: found by the companies they chose alone.';
