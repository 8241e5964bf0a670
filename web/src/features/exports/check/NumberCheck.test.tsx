import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CheckedNumber } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { NumberCheck } from "./NumberCheck";

const ask = vi.hoisted(() => vi.fn<(number: string, code: string) => Promise<CheckedNumber>>());
vi.mock("./queries", () => ({ checkNumber: ask }));

const NUMBER = "P-2026-7F3KQ-9XDTA";
const VALID: CheckedNumber = {
  standing: "valid",
  number: NUMBER,
  issued_on: "2026-03-03",
  issuer: "Carnet",
  sha256: "ab".repeat(32),
};
const UNKNOWN: CheckedNumber = {
  standing: "unknown",
  number: null,
  issued_on: null,
  issuer: null,
  sha256: null,
};

beforeEach(() => {
  ask.mockReset().mockResolvedValue(VALID);
});

describe("the check of a number", () => {
  it("asks by itself, once, for whoever scanned the code", async () => {
    const { container } = renderInApp(<NumberCheck number={NUMBER} code="K3YS" />);
    await screen.findByText("Valide");
    expect(ask.mock.calls).toEqual([[NUMBER, "K3YS"]]);
    expect(screen.getByText("3 mars 2026")).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("waits for both, and takes a whole address that is pasted", async () => {
    const user = userEvent.setup();
    renderInApp(<NumberCheck number="" code="" />);
    await user.click(screen.getByRole("button", { name: "Vérifier" }));
    expect(screen.getAllByText("Ce champ est obligatoire.")).toHaveLength(2);
    expect(ask).not.toHaveBeenCalled();
    await user.click(screen.getByRole("textbox", { name: /^Numéro/ }));
    await user.paste(`https://carnet.example/verifier/${NUMBER}#K3YS`);
    await user.click(screen.getByRole("button", { name: "Vérifier" }));
    await waitFor(() => expect(ask).toHaveBeenCalledWith(NUMBER, "K3YS"));
  });

  it("tells nothing of an unknown number but that it is unknown", async () => {
    ask.mockResolvedValue(UNKNOWN);
    renderInApp(<NumberCheck number={NUMBER} code="ELSE" />);
    await screen.findByText("Inconnu");
    expect(screen.queryByText("Émis le")).toBeNull();
  });
});
