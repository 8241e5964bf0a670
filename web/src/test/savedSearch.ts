// A saved search for tests, with what matters to the test set.
import type { CodeChange, SavedSearch } from "@/api/types";

export const savedSearch = (rest: Partial<SavedSearch> = {}): SavedSearch => ({
  id: "0199c2f0-0000-7000-8000-000000000001",
  name: "Soudeurs",
  search: { criteria: [], exclude: [], rome: [] },
  names: [],
  changes: [],
  obstacles: [],
  release: 60,
  version: 1,
  access: "owner",
  created_at: "2026-03-04T04:00:00Z",
  updated_at: "2026-03-05T04:00:00Z",
  ...rest,
});

export const change = (rest: Partial<CodeChange> = {}): CodeChange => ({
  pointer: "/criteria/0/skill",
  subject: "skill",
  kind: "retired",
  code: "1",
  label: "Souder",
  label_now: null,
  successor: null,
  followed: false,
  decision_needed: true,
  ...rest,
});
