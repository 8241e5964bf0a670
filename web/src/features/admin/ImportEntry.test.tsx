import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { CatalogImport } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { ImportEntry } from "./ImportEntry";

const refused: CatalogImport = {
  id: "0199c2f0-0000-7000-8000-000000000001",
  release: 61,
  source: "download",
  outcome: "refused",
  counts: null,
  added: 0,
  changed: 0,
  retired: 0,
  error: "L’archive est refusée.",
  notices: ["Un fichier a été lu en ISO-8859-15."],
  summary: "version 60 → version 61",
  started_at: "2026-03-04T04:00:00Z",
  finished_at: "2026-03-04T04:00:12Z",
};

describe("ImportEntry", () => {
  it("says why an archive was refused, without figures that nobody counted", async () => {
    const { container } = renderInApp(<ImportEntry entry={refused} unfolded={false} />);
    expect(screen.getByText("L’archive est refusée.", { exact: false })).toBeDefined();
    expect(screen.getByText("12 s")).toBeDefined();
    expect(screen.queryByText("Ajouts")).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("shows what a release changes when it is asked for, within reach of the keyboard", async () => {
    const compared: CatalogImport = { ...refused, outcome: "compared", error: null, changed: 1234 };
    const { container } = renderInApp(<ImportEntry entry={compared} unfolded={false} />);
    const name = "Ce que change la version 61";
    expect(screen.queryByRole("region", { name })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name }));
    await userEvent.tab();
    expect(screen.getByRole("region", { name })).toHaveFocus();
    expect(screen.getByText(/^1\s234$/)).toBeDefined();
    expect(await axeViolations(container)).toEqual([]);
  });
});
