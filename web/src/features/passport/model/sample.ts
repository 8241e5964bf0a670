// A grid as tests draw it: two people and whoever reads it, three skills of which one is linked to none.
import type { GridCell, GridEntry, GridPerson, GridSkill, ValidationGrid } from "@/api/types";

export const person = (id: string, first: string, may = true): GridPerson => ({
  person_id: id,
  first_name: first,
  last_name: "Martin",
  status: "confirmed",
  may_be_validated: may,
});

export const WELDING: GridSkill = {
  skill: "101",
  code: "101",
  label: "Souder",
  off_programme: false,
  grid_id: null,
  grid_version: null,
  scale: "Échelle commune",
  levels: [],
  target: 3,
  pass: 2,
  validity_months: null,
};

export const CUTTING: GridSkill = {
  ...WELDING,
  skill: "102",
  code: "102",
  label: "Découper",
  grid_id: "g1",
  grid_version: 2,
  scale: "Grille maison",
  levels: [
    { value: 0, name: "Découvre", common_level: null },
    { value: 1, name: "Applique", common_level: 2 },
    { value: 2, name: "Maîtrise", common_level: 4 },
  ],
  target: 2,
  pass: 1,
  validity_months: 24,
};

export const OWN: GridSkill = { ...WELDING, skill: "own-1", code: null, label: "Nos consignes" };

export const entry = (what: Partial<GridEntry> = {}): GridEntry => ({
  id: "e1",
  step_name: "Guidé",
  common_level: 2,
  converted: null,
  passing: true,
  validated_at: "2026-03-03T08:00:00Z",
  expires_on: null,
  session_id: "s1",
  ...what,
});

export const cell = (what: Partial<GridCell> = {}): GridCell => ({
  person_id: "zoe",
  code: "101",
  version: 1,
  status: "validated",
  declared_level: null,
  current: entry(),
  replaced: "e1",
  entries: 1,
  is_waiting: false,
  proposals: [],
  ...what,
});

export const proposal = (attempt: string, level: number, at: string) => ({
  attempt_id: attempt,
  quiz: "Sécurité",
  level,
  percent: 85,
  published_at: at,
});

export const gridOf = (cells: GridCell[] = []): ValidationGrid => ({
  session_id: "s1",
  title: "Session de mars",
  level_rule: "highest",
  two_people: false,
  participants: [person("zoe", "Zoé"), person("ali", "Ali"), person("me", "Moi", false)],
  skills: [WELDING, CUTTING, OWN],
  cells,
});
