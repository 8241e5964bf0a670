-- What recruiters write about people, for their company.

CREATE TABLE profile_note (
    id         uuid        NOT NULL,
    company_id uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    author_id  uuid,
    text       text        NOT NULL,
    version    integer     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT profile_note_pkey PRIMARY KEY (id),
    CONSTRAINT profile_note_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
    CONSTRAINT profile_note_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT profile_note_author_fkey FOREIGN KEY (author_id) REFERENCES recruiter (id) ON DELETE SET NULL,
    CONSTRAINT profile_note_text_length CHECK (char_length(text) BETWEEN 1 AND 2000)
);
CREATE INDEX profile_note_order_idx ON profile_note (company_id, person_id, created_at DESC, id DESC);
CREATE INDEX profile_note_person_idx ON profile_note (person_id);
CREATE INDEX profile_note_author_idx ON profile_note (author_id);
CREATE INDEX profile_note_expires_idx ON profile_note (expires_at);
COMMENT ON TABLE profile_note IS 'A note of a company about a person: data about that person, who may read it. Never indexed, never in an answer of the search.';
COMMENT ON COLUMN profile_note.expires_at IS 'Two years after the last edit, in Paris: from then on it is neither shown nor kept.';
