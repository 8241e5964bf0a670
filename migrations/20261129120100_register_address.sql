-- Where the register says that an organisation is: printed on what it issues.

ALTER TABLE organisation_register ADD COLUMN address text;
COMMENT ON COLUMN organisation_register.address IS 'Of the establishment, as the register shows it; null when it masks it, and until the next check.';
