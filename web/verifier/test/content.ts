// What the passport of the tests says: every field that one has.

const GRID_ID = "00000000-0000-0000-0000-000000000007";

export const SKILL = { code: "300298", label: "Souder à l’arc", release: 60 };

export const SCOPE = {
  is_whole: true,
  skills: [],
  from: null,
  to: null,
  with_proofs: true,
  with_contact: false,
  audience: "holder",
};

export const HELD = { level: 3, until: "2028-03-05", proved_at: "2026-03-06T17:00:00Z" };

export const GRID = {
  id: GRID_ID,
  version: 3,
  name: "Grille de l’atelier",
  steps: [
    { name: "Non acquis", common_level: null, is_passing: false },
    { name: "Seul", common_level: 3, is_passing: true },
  ],
};

const ORGANISATION = {
  name: "Atelier des métiers",
  legal_name: null,
  siret: "73282932000074",
  siret_check: "confirmed",
  nda: null,
  nda_check: null,
  qualiopi: null,
  checked_at: null,
};

export const VALIDATION = {
  id: "00000000-0000-0000-0000-000000000001",
  skill: SKILL,
  standing: "valid",
  level: {
    grid_id: GRID_ID,
    grid_version: 3,
    step: 1,
    name: "Seul",
    common_level: 3,
    is_passing: true,
  },
  origin: "organisation",
  organisation: ORGANISATION,
  session: null,
  is_outside_programme: false,
  validated_by: "Solène Kerbrat",
  confirmed_by: null,
  comment: 'Cordon régulier, « reprise » propre.\n"Oui" \\ \u0001 😀',
  jobs: ["H2913"],
  evidence: [{ kind: "note", title: "Observation", note: "En atelier", sha256: null }],
  validated_at: "2026-03-06T17:00:00Z",
  expires_on: "2028-03-05",
  experience: null,
  supersedes: null,
  superseded_by: null,
  revocation: null,
  replies: [{ author: "holder", at: "2026-03-07T08:00:00Z", text: "Merci." }],
};

export const EXPERIENCE = {
  id: "00000000-0000-0000-0000-000000000002",
  status: "declared",
  title: "Chantier bénévole",
  organisation: "Association Toits",
  place: "",
  started_on: "2020-01-06",
  ended_on: null,
  description: "Trois maisons.",
  expires_on: null,
  created_at: "2026-01-01T08:00:00Z",
  claims: [{ skill: SKILL, level: 3 }],
  jobs: [],
  submissions: [],
};

export const PROOF = {
  id: "00000000-0000-0000-0000-000000000003",
  name: "a.txt",
  media_type: "application/pdf",
  bytes: 10,
  sha256: "0".repeat(64),
  copy_sha256: null,
  added_at: "2026-01-01T08:00:00Z",
  removed_at: null,
};
