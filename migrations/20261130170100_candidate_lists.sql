-- Lists of people that companies keep, and how far they are with each of them.

CREATE TABLE candidate_list (
    id          uuid        NOT NULL,
    company_id  uuid        NOT NULL,
    owner_id    uuid,
    name        text        NOT NULL,
    description text        NOT NULL,
    version     integer     NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT candidate_list_pkey PRIMARY KEY (id),
    CONSTRAINT candidate_list_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
    CONSTRAINT candidate_list_owner_fkey FOREIGN KEY (owner_id) REFERENCES recruiter (id) ON DELETE SET NULL,
    CONSTRAINT candidate_list_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT candidate_list_description_length CHECK (char_length(description) <= 1000)
);
CREATE INDEX candidate_list_company_idx ON candidate_list (company_id, created_at DESC, id DESC);
CREATE INDEX candidate_list_owner_idx ON candidate_list (owner_id);
COMMENT ON TABLE candidate_list IS 'A list of people that a company keeps: for a post, a project, a site. Its owner alone sees it until they share it.';
COMMENT ON COLUMN candidate_list.owner_id IS 'The recruiter who made it; null once they left, and the admins of the company run it.';
COMMENT ON COLUMN candidate_list.version IS 'Raised by every write of its name or description: two windows that edit at the same time notice.';

CREATE TABLE candidate_list_access (
    list_id      uuid        NOT NULL,
    recruiter_id uuid        NOT NULL,
    access       text        NOT NULL,
    given_at     timestamptz NOT NULL,
    CONSTRAINT candidate_list_access_pkey PRIMARY KEY (list_id, recruiter_id),
    CONSTRAINT candidate_list_access_list_fkey FOREIGN KEY (list_id) REFERENCES candidate_list (id) ON DELETE CASCADE,
    CONSTRAINT candidate_list_access_recruiter_fkey FOREIGN KEY (recruiter_id) REFERENCES recruiter (id) ON DELETE CASCADE,
    CONSTRAINT candidate_list_access_kind CHECK (access IN ('view', 'pipeline', 'full'))
);
CREATE INDEX candidate_list_access_recruiter_idx ON candidate_list_access (recruiter_id);
COMMENT ON TABLE candidate_list_access IS 'What a colleague may do with a list: see it, work with it, or run it.';

CREATE TABLE candidate_list_entry (
    id        uuid        NOT NULL,
    list_id   uuid        NOT NULL,
    person_id uuid        NOT NULL,
    stage     smallint    NOT NULL,
    added_by  uuid,
    added_at  timestamptz NOT NULL,
    moved_at  timestamptz NOT NULL,
    CONSTRAINT candidate_list_entry_pkey PRIMARY KEY (id),
    CONSTRAINT candidate_list_entry_person_key UNIQUE (list_id, person_id),
    CONSTRAINT candidate_list_entry_list_fkey FOREIGN KEY (list_id) REFERENCES candidate_list (id) ON DELETE CASCADE,
    CONSTRAINT candidate_list_entry_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT candidate_list_entry_added_by_fkey FOREIGN KEY (added_by) REFERENCES recruiter (id) ON DELETE SET NULL,
    CONSTRAINT candidate_list_entry_stage CHECK (stage BETWEEN 0 AND 2)
);
CREATE INDEX candidate_list_entry_order_idx ON candidate_list_entry (list_id, added_at DESC, id DESC);
CREATE INDEX candidate_list_entry_person_idx ON candidate_list_entry (person_id);
CREATE INDEX candidate_list_entry_added_by_idx ON candidate_list_entry (added_by);
CREATE INDEX candidate_list_entry_moved_idx ON candidate_list_entry (moved_at);
COMMENT ON TABLE candidate_list_entry IS 'One person on one list. Whether they may be shown is asked at every display.';
COMMENT ON COLUMN candidate_list_entry.id IS 'Random: what names the entry of somebody who can no longer be seen says nothing about them.';
COMMENT ON COLUMN candidate_list_entry.stage IS 'What somebody said by hand: 0 to contact, 1 contacted, 2 answered. What is shown is never less than what offers say.';
COMMENT ON COLUMN candidate_list_entry.moved_at IS 'When the person was put there or the stage was last said: two years later the entry goes.';

CREATE TABLE company_contact (
    company_id uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    stage      smallint    NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT company_contact_pkey PRIMARY KEY (company_id, person_id),
    CONSTRAINT company_contact_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
    CONSTRAINT company_contact_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT company_contact_stage CHECK (stage BETWEEN 1 AND 2)
);
CREATE INDEX company_contact_person_idx ON company_contact (person_id);
CREATE INDEX company_contact_at_idx ON company_contact (at);
COMMENT ON TABLE company_contact IS 'How far the offers of a company went with a person: 1 contacted, 2 answered. The stages of its lists follow it.';
