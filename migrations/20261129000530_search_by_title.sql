-- Courses and own skills are found by their title, as trainings are.

ALTER TABLE course ADD COLUMN search_key text NOT NULL DEFAULT '';
ALTER TABLE own_skill ADD COLUMN search_key text NOT NULL DEFAULT '';
COMMENT ON COLUMN course.search_key IS 'The words of the title without case and accents; for lists.';
COMMENT ON COLUMN own_skill.search_key IS 'The words of the label without case and accents; for lists.';

-- What stands already is folded here as the program folds what is written: lower case, ligatures apart, no accent, no
-- elided article, single spaces.
CREATE FUNCTION fold_title(title text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT btrim(regexp_replace(
        regexp_replace(
            regexp_replace(normalize(replace(replace(lower(title), 'œ', 'oe'), 'æ', 'ae'), NFD), '[\u0300-\u036f]', '', 'g'),
            '\m(l|d|qu|j|m|n|s|t|c|jusqu|lorsqu|puisqu)[''’‘ʼ`´]', ' ', 'g'),
        '[^[:alnum:]]+', ' ', 'g'))
$$;
UPDATE course SET search_key = fold_title(title);
UPDATE own_skill SET search_key = fold_title(label);
DROP FUNCTION fold_title(text);
