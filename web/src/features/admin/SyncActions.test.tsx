import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { CatalogSync } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { SyncActions } from "./SyncActions";

const off: CatalogSync = {
  release: 60,
  published_on: null,
  imported_at: null,
  last_attempt: null,
  last_success_at: null,
  next_check_at: null,
  paused_until: null,
  api: null,
  certifications: {
    published_on: null,
    count: 0,
    last_attempt: null,
    last_success_at: null,
    next_check_at: null,
    paused_until: null,
  },
  running: false,
};
const api = { last_attempt: null, last_success_at: null, paused_until: null };

describe("SyncActions", () => {
  it("asks the API alone where downloads are off and there is an account", async () => {
    const { container } = renderInApp(<SyncActions sync={{ ...off, api }} />);
    expect(screen.getByRole("button", { name: "Comparer maintenant" })).toBeEnabled();
    expect(screen.getByText(/l’historique dit ce que l’API changerait/)).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Mettre à jour maintenant" }));
    await screen.findByText(/Carnet demande à l’API France Travail/);
    expect(await axeViolations(container)).toEqual([]);
  });

  it("asks for the archive where it is downloaded", () => {
    renderInApp(<SyncActions sync={{ ...off, api, next_check_at: "2026-03-05T03:41:00Z" }} />);
    expect(screen.getByText(/ce que la nouvelle version changerait/)).toBeDefined();
  });

  it("offers nothing where there is nobody to ask", () => {
    renderInApp(<SyncActions sync={off} />);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
