import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CatalogSync } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { CertificationsPart } from "./CertificationsPart";

const table: CatalogSync["certifications"] = {
  published_on: null,
  count: 0,
  last_attempt: null,
  last_success_at: null,
  next_check_at: null,
  paused_until: null,
};

describe("CertificationsPart", () => {
  it("says that no table is loaded and that none is fetched", async () => {
    const { container } = renderInApp(<CertificationsPart table={table} />);
    expect(screen.getByText("Aucun export chargé")).toBeDefined();
    expect(screen.getByText(/téléchargement des certifications est désactivé/)).toBeDefined();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("shows the export in place and why the last attempt changed nothing", () => {
    const last = {
      id: "0199c2f0-0000-7000-8000-000000000001",
      release: null,
      source: "certifications",
      outcome: "failed",
      counts: null,
      added: 0,
      changed: 0,
      retired: 0,
      error: "Le serveur des certifications a répondu 404 Not Found.",
      notices: [],
      summary: null,
      started_at: "2026-03-04T03:41:00Z",
      finished_at: "2026-03-04T03:41:01Z",
    } as const;
    const known = { ...table, published_on: "2026-03-02", count: 12_345 };
    renderInApp(
      <CertificationsPart table={{ ...known, last_attempt: { ...last, notices: [] } }} />,
    );
    expect(screen.getByText("2 mars 2026")).toBeDefined();
    expect(screen.getByText(/^12\s345$/)).toBeDefined();
    expect(screen.getByText(last.error)).toBeDefined();
  });
});
