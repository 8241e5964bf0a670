// A notice of a new release, for tests.
import type { CatalogNotice } from "@/api/types";

export const notice = (what: Partial<CatalogNotice>): CatalogNotice => ({
  id: "0199c2f0-0000-7000-8000-000000000001",
  training_id: "0199c2f0-0000-7000-8000-0000000000aa",
  training: "Développeur web",
  training_status: "published",
  subject: "job",
  code: "M1805",
  kind: "relabelled",
  before: "Études informatiques",
  after: "Développement informatique",
  replacement: null,
  release: 61,
  created_at: "2026-03-04T04:00:00Z",
  decision: null,
  decided_at: null,
  ...what,
});
