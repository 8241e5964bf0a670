-- Every move of every offer, in the order in which they happened.

CREATE TABLE offer_transition (
    recipient_id uuid        NOT NULL,
    number       integer     NOT NULL,
    event        text        NOT NULL,
    from_state   text        NOT NULL,
    to_state     text        NOT NULL,
    actor        text        NOT NULL,
    actor_id     uuid,
    network      text,
    reason       text,
    at           timestamptz NOT NULL,
    CONSTRAINT offer_transition_pkey PRIMARY KEY (recipient_id, number),
    CONSTRAINT offer_transition_recipient_fkey FOREIGN KEY (recipient_id) REFERENCES offer_recipient (id) ON DELETE CASCADE,
    CONSTRAINT offer_transition_number CHECK (number > 0),
    CONSTRAINT offer_transition_actor CHECK (actor IN ('person', 'company', 'clock'))
);
CREATE INDEX offer_transition_actor_idx ON offer_transition (actor_id) WHERE actor_id IS NOT NULL;
COMMENT ON TABLE offer_transition IS 'The moves of an offer to one person; append-only. Goes with what it is about when that is anonymised.';
COMMENT ON COLUMN offer_transition.actor_id IS 'Who made it; null: the clock, or somebody whose account is gone. No foreign key, as in the audit trail.';
COMMENT ON COLUMN offer_transition.network IS 'The network an answer came from, never the address: /24 in IPv4, /48 in IPv6.';

-- What happened stays; who did it, from where and in which words may be forgotten, and nothing else.
CREATE FUNCTION keep_offer_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.recipient_id, NEW.number, NEW.event, NEW.from_state, NEW.to_state, NEW.actor, NEW.at)
           IS DISTINCT FROM (OLD.recipient_id, OLD.number, OLD.event, OLD.from_state, OLD.to_state, OLD.actor, OLD.at)
       OR NEW.actor_id IS DISTINCT FROM OLD.actor_id AND NEW.actor_id IS NOT NULL
       OR NEW.network IS DISTINCT FROM OLD.network AND NEW.network IS NOT NULL
       OR NEW.reason IS DISTINCT FROM OLD.reason AND NEW.reason IS NOT NULL THEN
        RAISE EXCEPTION 'offer_transition is append-only' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_offer_transition IS 'Moves are append-only; erasing an account may forget who made them.';
CREATE TRIGGER offer_transition_append_only BEFORE UPDATE ON offer_transition
    FOR EACH ROW EXECUTE FUNCTION keep_offer_transition();
