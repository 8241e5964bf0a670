-- How an organisation reads its levels, validates and answers.

CREATE TABLE passport_setting (
    organisation_id uuid     NOT NULL,
    version         integer  NOT NULL,
    level_rule      text     NOT NULL,
    two_people      boolean  NOT NULL,
    reply_days      smallint NOT NULL,
    CONSTRAINT passport_setting_pkey PRIMARY KEY (organisation_id),
    CONSTRAINT passport_setting_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT passport_setting_level_rule CHECK (level_rule IN ('highest', 'latest')),
    CONSTRAINT passport_setting_reply_days CHECK (reply_days BETWEEN 1 AND 90)
);
COMMENT ON TABLE passport_setting IS 'Organisations without a row: the highest valid level counts, one person validates, thirty days to answer.';
COMMENT ON COLUMN passport_setting.level_rule IS 'Which of the organisation''s standing entries is its current level of a skill. The search has its own rule.';
COMMENT ON COLUMN passport_setting.two_people IS 'Whether what one proposes in a session counts only once another has confirmed it.';
COMMENT ON COLUMN passport_setting.reply_days IS 'Within how many days the organisation answers a person who answered an entry.';

CREATE TABLE skill_validity (
    organisation_id uuid     NOT NULL,
    skill_code      integer  NOT NULL,
    months          smallint NOT NULL,
    CONSTRAINT skill_validity_pkey PRIMARY KEY (organisation_id, skill_code),
    CONSTRAINT skill_validity_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT skill_validity_skill_fkey FOREIGN KEY (skill_code) REFERENCES rome_skill (code) ON DELETE RESTRICT,
    CONSTRAINT skill_validity_months CHECK (months BETWEEN 1 AND 120)
);
CREATE INDEX skill_validity_skill_idx ON skill_validity (skill_code);
COMMENT ON TABLE skill_validity IS 'Skills whose validation must be renewed, and after how many months: an entry without an end of its own ends then.';
