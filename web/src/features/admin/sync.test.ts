import { describe, expect, it } from "vitest";
import type { CatalogImport, CatalogSync } from "@/api/types";
import { lagDays, lastOf, mayAcceptLosses, sourceOf, spanOf } from "./sync";

const attempt = (what: Partial<CatalogImport>): CatalogImport => ({
  id: "0199c2f0-0000-7000-8000-000000000001",
  release: 61,
  source: "download",
  outcome: "applied",
  counts: null,
  added: 0,
  changed: 0,
  retired: 0,
  error: null,
  notices: [],
  summary: "version 60 → version 61",
  started_at: "2026-03-04T04:00:00Z",
  finished_at: "2026-03-04T04:00:12Z",
  ...what,
});

const sync = (what: Partial<CatalogSync>): CatalogSync => ({
  release: 60,
  published_on: null,
  imported_at: null,
  last_attempt: null,
  last_success_at: null,
  next_check_at: null,
  certifications: {
    published_on: null,
    count: 0,
    last_attempt: null,
    last_success_at: null,
    next_check_at: null,
    paused_until: null,
  },
  running: false,
  ...what,
});

describe("lagDays", () => {
  const now = Date.parse("2026-03-10T12:00:00Z");

  it("counts whole days since the publisher last answered", () => {
    expect(lagDays(sync({ last_success_at: "2026-03-10T03:41:00Z" }), now)).toBe(0);
    expect(lagDays(sync({ last_success_at: "2026-03-07T03:41:00Z" }), now)).toBe(3);
  });

  it("is unknown while the publisher never answered, and never negative", () => {
    expect(lagDays(sync({}), now)).toBeNull();
    expect(lagDays(sync({ last_success_at: "2026-03-10T12:00:01Z" }), now)).toBe(0);
  });
});

describe("spanOf", () => {
  const from = "2026-03-04T04:00:00Z";

  it.each([
    ["2026-03-04T04:00:00.300Z", { unit: "instant", minutes: 0, seconds: 0 }],
    ["2026-03-04T04:00:12.200Z", { unit: "seconds", minutes: 0, seconds: 12 }],
    ["2026-03-04T04:02:05Z", { unit: "minutes", minutes: 2, seconds: 5 }],
  ])("tells how long it took until %s", (to, span) => {
    expect(spanOf(from, to)).toEqual(span);
  });
});

describe("mayAcceptLosses", () => {
  it("is for an archive that was read and refused", () => {
    const refused = { outcome: "refused", error: "L’archive est refusée." } as const;
    expect(mayAcceptLosses(sync({ last_attempt: attempt(refused) }))).toBe(true);
    expect(mayAcceptLosses(sync({ last_attempt: attempt({ ...refused, summary: null }) }))).toBe(
      false,
    );
    expect(mayAcceptLosses(sync({ last_attempt: attempt({ outcome: "compared" }) }))).toBe(false);
    expect(mayAcceptLosses(sync({}))).toBe(false);
  });

  it("is not for a release older than the one in place", () => {
    const older = attempt({ outcome: "refused", release: 59 });
    expect(mayAcceptLosses(sync({ last_attempt: older }))).toBe(false);
  });
});

describe("who is asked by hand", () => {
  const answered = (over: Partial<CatalogImport>) => ({
    last_attempt: attempt({ source: "api", release: null, ...over }),
    last_success_at: null,
    paused_until: null,
  });

  it("is the publisher, the API alone where downloads are off, or nobody", () => {
    const next = "2026-03-05T03:41:00Z";
    expect(sourceOf(sync({ next_check_at: next, api: answered({}) }))).toBe("archive");
    expect(sourceOf(sync({ next_check_at: null, api: answered({}) }))).toBe("api");
    expect(sourceOf(sync({ next_check_at: null, api: null }))).toBeNull();
  });

  it("is who answered last", () => {
    const archive = attempt({ id: "a" });
    const both = { last_attempt: archive, api: answered({ id: "b" }) };
    expect(lastOf(sync({ ...both, next_check_at: "2026-03-05T03:41:00Z" }))?.id).toBe("a");
    expect(lastOf(sync({ ...both, next_check_at: null }))?.id).toBe("b");
  });

  it("may be overruled when the API was refused for what it lacks", () => {
    const refused = answered({ outcome: "refused", error: "Refusé.", summary: "moins" });
    expect(mayAcceptLosses(sync({ next_check_at: null, release: 60, api: refused }))).toBe(true);
    expect(mayAcceptLosses(sync({ next_check_at: null, api: answered({}) }))).toBe(false);
  });
});
