-- Who runs a company among those who recruit for it, and who still works there.

ALTER TABLE recruiter
    ADD COLUMN role         text NOT NULL DEFAULT 'member',
    ADD COLUMN invited_by   uuid,
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN lapsed_at    timestamptz,
    ADD CONSTRAINT recruiter_role CHECK (role IN ('admin', 'member')),
    ADD CONSTRAINT recruiter_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person (id) ON DELETE SET NULL;
CREATE INDEX recruiter_invited_by_idx ON recruiter (invited_by);
COMMENT ON COLUMN recruiter.role IS 'Counts while the account is granted: a company with a granted account always has a granted admin.';
COMMENT ON COLUMN recruiter.invited_by IS 'The admin whose invitation brought the person here; null for who asked by themselves.';
COMMENT ON COLUMN recruiter.confirmed_at IS 'When somebody last said that the person works there: the grant, or an answer of an admin. Null before the grant.';
COMMENT ON COLUMN recruiter.lapsed_at IS 'When the account was suspended because nobody confirmed it: an admin of the company may open it again.';

UPDATE recruiter SET confirmed_at = status_at WHERE status = 'granted';
UPDATE recruiter SET role = 'admin' WHERE id IN (
    SELECT DISTINCT ON (company_id) id FROM recruiter WHERE status = 'granted' ORDER BY company_id, status_at, id);

ALTER TABLE company
    ADD COLUMN members_asked_at timestamptz,
    ADD COLUMN members_due_at   timestamptz;
CREATE INDEX company_members_due_idx ON company (members_due_at) WHERE members_due_at IS NOT NULL;
COMMENT ON COLUMN company.members_asked_at IS 'When its admins were last asked who still works there.';
COMMENT ON COLUMN company.members_due_at IS 'Until when they have to answer; null when nothing is asked.';

CREATE TABLE company_invitation (
    id          uuid        NOT NULL,
    token_hash  bytea       NOT NULL,
    company_id  uuid        NOT NULL,
    email       text        NOT NULL,
    role        text        NOT NULL,
    invited_by  uuid,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    accepted_at timestamptz,
    CONSTRAINT company_invitation_pkey PRIMARY KEY (id),
    CONSTRAINT company_invitation_token_key UNIQUE (token_hash),
    CONSTRAINT company_invitation_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
    CONSTRAINT company_invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT company_invitation_role CHECK (role IN ('admin', 'member'))
);
CREATE UNIQUE INDEX company_invitation_pending_key ON company_invitation (company_id, lower(email))
    WHERE accepted_at IS NULL;
CREATE INDEX company_invitation_company_idx ON company_invitation (company_id, created_at);
CREATE INDEX company_invitation_invited_by_idx ON company_invitation (invited_by);
CREATE INDEX company_invitation_expires_idx ON company_invitation (expires_at);
COMMENT ON TABLE company_invitation IS 'A place offered to an address; only somebody signed in with that address can take it, while whoever invited is an admin of the company.';
