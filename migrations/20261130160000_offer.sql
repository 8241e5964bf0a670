-- Offers of companies to people: what is written once, and what each person received of it.

CREATE TABLE offer (
    id             uuid        NOT NULL,
    company_id     uuid        NOT NULL,
    author_id      uuid,
    status         text        NOT NULL,
    version        integer     NOT NULL,
    title          text        NOT NULL,
    job_code       text,
    job_label      text,
    message        text,
    contract       text,
    place          text,
    weekly_minutes integer,
    schedule       text,
    pay_min        integer,
    pay_max        integer,
    pay_per        text,
    starts_on      date,
    reply_by       date,
    file_id        uuid,
    quiz_id        uuid,
    search         jsonb,
    sender_name    text,
    company_name   text,
    company_siret  text,
    skipped        integer     NOT NULL DEFAULT 0,
    sent_at        timestamptz,
    ends_at        timestamptz,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    anonymised_at  timestamptz,
    CONSTRAINT offer_pkey PRIMARY KEY (id),
    CONSTRAINT offer_company_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT offer_author_fkey FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT offer_file_fkey FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE RESTRICT,
    CONSTRAINT offer_status CHECK (status IN ('draft', 'sent')),
    CONSTRAINT offer_title_length CHECK (char_length(title) BETWEEN 1 AND 120),
    CONSTRAINT offer_message_length CHECK (char_length(message) BETWEEN 1 AND 4000),
    CONSTRAINT offer_job CHECK ((job_code IS NULL) = (job_label IS NULL)),
    CONSTRAINT offer_contract CHECK (contract IN ('permanent', 'fixed_term', 'temporary', 'apprenticeship',
        'professionalisation', 'internship', 'seasonal', 'freelance', 'other')),
    CONSTRAINT offer_weekly_minutes CHECK (weekly_minutes BETWEEN 30 AND 3600),
    CONSTRAINT offer_pay CHECK (pay_min > 0 AND pay_max >= pay_min
        AND (pay_min IS NULL) = (pay_per IS NULL) AND (pay_max IS NULL OR pay_min IS NOT NULL)),
    CONSTRAINT offer_pay_per CHECK (pay_per IN ('hour', 'month', 'year')),
    CONSTRAINT offer_sent CHECK ((status = 'sent') = (sent_at IS NOT NULL) AND (status = 'sent') = (ends_at IS NOT NULL)),
    CONSTRAINT offer_complete CHECK (status = 'draft' OR (job_code IS NOT NULL AND reply_by IS NOT NULL
        AND company_name IS NOT NULL AND company_siret IS NOT NULL))
);
CREATE INDEX offer_company_idx ON offer (company_id, created_at DESC, id DESC);
CREATE INDEX offer_author_idx ON offer (author_id);
CREATE UNIQUE INDEX offer_file_key ON offer (file_id);
COMMENT ON TABLE offer IS 'An offer as its author writes it. Once sent it never changes; what became of it stands with each recipient.';
COMMENT ON COLUMN offer.author_id IS 'Whose it is to send, remind and withdraw; null: their account is gone.';
COMMENT ON COLUMN offer.version IS 'Raised by every write of the draft: two windows that edit at the same time notice.';
COMMENT ON COLUMN offer.job_label IS 'Title of the ROME job when it was chosen.';
COMMENT ON COLUMN offer.pay_min IS 'Cents of a euro, before deductions; alone, or the lower bound of a range.';
COMMENT ON COLUMN offer.reply_by IS 'Last day, in Paris, on which it can be answered.';
COMMENT ON COLUMN offer.quiz_id IS 'A quiz of the company that goes with it. No foreign key: quizzes are archived, not deleted.';
COMMENT ON COLUMN offer.search IS 'The criteria of the search that selected the people, as a saved search writes them.';
COMMENT ON COLUMN offer.sender_name IS 'Who sent it, as it was shown.';
COMMENT ON COLUMN offer.company_name IS 'As the register named the company when it was sent.';
COMMENT ON COLUMN offer.skipped IS 'How many of those chosen it could not be sent to; who and why is not kept.';
COMMENT ON COLUMN offer.ends_at IS 'The end of reply_by in Paris: the first instant at which it is too late.';
COMMENT ON COLUMN offer.anonymised_at IS 'Since when nothing of its people, its text and its sender is kept.';

CREATE TABLE offer_recipient (
    id                 uuid        NOT NULL,
    offer_id           uuid        NOT NULL,
    person_id          uuid,
    siren              text        NOT NULL,
    job_code           text,
    position           smallint    NOT NULL,
    state              text        NOT NULL,
    version            integer     NOT NULL DEFAULT 1,
    why                jsonb,
    quiz_invitation_id uuid,
    sent_by            uuid,
    state_at           timestamptz NOT NULL,
    sent_at            timestamptz,
    ends_at            timestamptz,
    delivered_at       timestamptz,
    seen_at            timestamptz,
    answered_at        timestamptz,
    answered_from      text,
    refusal_reason     text,
    hid_with_answer    boolean     NOT NULL DEFAULT false,
    ended_at           timestamptz,
    reminded_at        timestamptz,
    ending_told_at     timestamptz,
    paused_told_at     timestamptz,
    company_wrote_at   timestamptz,
    reply_seconds      integer,
    pool_until         timestamptz,
    anonymised_at      timestamptz,
    CONSTRAINT offer_recipient_pkey PRIMARY KEY (id),
    CONSTRAINT offer_recipient_offer_fkey FOREIGN KEY (offer_id) REFERENCES offer (id) ON DELETE CASCADE,
    CONSTRAINT offer_recipient_person_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
    CONSTRAINT offer_recipient_once UNIQUE (offer_id, person_id),
    CONSTRAINT offer_recipient_siren_format CHECK (siren ~ '^[0-9]{9}$'),
    CONSTRAINT offer_recipient_state CHECK (state IN ('draft', 'sent', 'undelivered', 'delivered', 'seen', 'accepted', 'refused',
        'expired', 'withdrawn', 'closed', 'unavailable')),
    CONSTRAINT offer_recipient_sent CHECK ((state = 'draft') = (sent_at IS NULL) AND (state = 'draft') = (ends_at IS NULL)
        AND (state = 'draft') = (job_code IS NULL)),
    CONSTRAINT offer_recipient_answered CHECK (state NOT IN ('accepted', 'refused', 'closed') OR answered_at IS NOT NULL),
    CONSTRAINT offer_recipient_answered_from CHECK (answered_from IN ('delivered', 'seen')),
    CONSTRAINT offer_recipient_ended CHECK ((ended_at IS NOT NULL)
        = (state IN ('refused', 'expired', 'withdrawn', 'closed', 'unavailable'))),
    CONSTRAINT offer_recipient_refusal CHECK (refusal_reason IN ('not_interested', 'job', 'place', 'hours', 'pay', 'contract',
        'start_date', 'no_longer_looking', 'other')),
    CONSTRAINT offer_recipient_reply CHECK (reply_seconds >= 0)
);
-- Whatever two recruiters of a company do at once, one offer of it waits for the person.
CREATE UNIQUE INDEX offer_recipient_one_pending ON offer_recipient (person_id, siren)
    WHERE state IN ('sent', 'undelivered', 'delivered', 'seen');
CREATE INDEX offer_recipient_person_idx ON offer_recipient (person_id, sent_at DESC, id DESC);
CREATE INDEX offer_recipient_siren_idx ON offer_recipient (siren, sent_at);
CREATE INDEX offer_recipient_ending_idx ON offer_recipient (ends_at) WHERE state IN ('sent', 'undelivered', 'delivered', 'seen');
CREATE INDEX offer_recipient_ended_idx ON offer_recipient (ended_at) WHERE ended_at IS NOT NULL AND anonymised_at IS NULL;
CREATE INDEX offer_recipient_sent_by_idx ON offer_recipient (sent_by, sent_at) WHERE sent_by IS NOT NULL;
CREATE INDEX offer_recipient_pool_idx ON offer_recipient (siren, pool_until) WHERE pool_until IS NOT NULL;
COMMENT ON TABLE offer_recipient IS 'What one person received of an offer. Its id is the purpose of what they share for it.';
COMMENT ON COLUMN offer_recipient.person_id IS 'Null: the account is gone, or the time of retention is over.';
COMMENT ON COLUMN offer_recipient.siren IS 'Legal unit of the company: one pending offer, one conversation count and one block for all its establishments.';
COMMENT ON COLUMN offer_recipient.version IS 'Raised by what changes whether and how it can be answered: answers, their undoing, ends.';
COMMENT ON COLUMN offer_recipient.why IS 'The criteria of the search and how the person fared against each, when it was sent.';
COMMENT ON COLUMN offer_recipient.sent_by IS 'Who sent it, for the daily limit. No foreign key: it outlives nobody by more than the retention.';
COMMENT ON COLUMN offer_recipient.answered_from IS 'The state the answer started from, where undoing it leads back to.';
COMMENT ON COLUMN offer_recipient.hid_with_answer IS 'Whether the refusal also hid the person from the company: undoing it shows them again. The company never learns of it.';
COMMENT ON COLUMN offer_recipient.ended_at IS 'When it reached a state it never leaves (a refusal: but for ten minutes).';
COMMENT ON COLUMN offer_recipient.paused_told_at IS 'Since when the person knows that the company may not recruit at the moment.';
COMMENT ON COLUMN offer_recipient.company_wrote_at IS 'When the company first wrote in the private room.';
COMMENT ON COLUMN offer_recipient.reply_seconds IS 'From the acceptance to that first message.';
COMMENT ON COLUMN offer_recipient.pool_until IS 'Until when the company may keep the person in mind, with their explicit yes.';
COMMENT ON COLUMN offer_recipient.anonymised_at IS 'Since when it says nothing of anybody: a state, and months.';
