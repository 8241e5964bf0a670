-- Twenty random people are looked up for every page of the search: from the index alone, without a visit to their rows.
CREATE INDEX person_enabled_profile_idx ON person (profile_id) INCLUDE (id) WHERE disabled_at IS NULL;
