import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { OrganisationIdentity } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { IdentityForm } from "./IdentityForm";
import { IdentityStanding } from "./IdentityStanding";
import { bodyOf, isAwaited, validityFault, valuesOf } from "./identity";

type Register = NonNullable<OrganisationIdentity["register"]>;

const register = (told: Partial<Register> = {}): Register => ({
  state: "active",
  name: "ÉCOLE DU RHÔNE",
  is_training_organisation: true,
  is_qualiopi: true,
  ndas: ["84691234567"],
  checked_at: "2026-03-03T08:00:00Z",
  training_checked_at: "2026-03-03T08:00:00Z",
  is_silent: false,
  next_check_at: "2026-03-10T08:00:00Z",
  ...told,
});

const identity = (changes: Partial<OrganisationIdentity> = {}): OrganisationIdentity => ({
  version: 2,
  legal_name: "École du Rhône SAS",
  siret: "73282932000074",
  nda: "84691234567",
  claims_qualiopi: true,
  qualiopi_certificates: [
    { category: "skills_assessment", valid_from: "2026-03-03", valid_until: "2029-03-02" },
  ],
  standing: "confirmed",
  siret_check: "confirmed",
  nda_check: "confirmed",
  qualiopi_check: "confirmed",
  contradictions: [],
  register: register(),
  ...changes,
});

const nothing = { checked_at: null, training_checked_at: null, name: null, ndas: [] };
const unknown = register({ state: "unknown", ...nothing });

describe("an identity in its form", () => {
  it("comes back as it went, blanks withdrawn", () => {
    const { legal_name, siret, nda, claims_qualiopi, qualiopi_certificates } = identity();
    expect(bodyOf(valuesOf(identity()))).toEqual({
      legal_name,
      siret,
      nda,
      claims_qualiopi,
      qualiopi_certificates,
    });
    const blank = { legal_name: "  ", siret: " ", nda: "", claims_qualiopi: false };
    const withdrawn = { legal_name: null, siret: null, nda: null, claims_qualiopi: false };
    expect(bodyOf({ ...valuesOf(identity()), ...blank })).toEqual({
      ...withdrawn,
      qualiopi_certificates: [],
    });
  });

  it("sends the kinds of action in the order of the law, and none without its days", () => {
    const values = {
      ...valuesOf(identity()),
      training_from: "2026-01-01",
      training_until: "2028-12-31",
    };
    const sent =
      bodyOf({ ...values, apprenticeship_from: "2026-01-01" }).qualiopi_certificates ?? [];
    expect(sent.map(({ category }) => category)).toEqual(["training", "skills_assessment"]);
    expect(validityFault("2026-01-01", "")).toBe("missing");
    expect(validityFault("", "2026-01-01")).toBe("missing");
    expect(validityFault("2026-01-02", "2026-01-01")).toBe("reversed");
    expect([validityFault("", ""), validityFault("2026-01-01", "2026-01-01")]).toEqual([
      null,
      null,
    ]);
  });

  it("asks for the days of each kind of action once the certification is claimed", async () => {
    const unclaimed = identity({ claims_qualiopi: false, qualiopi_certificates: [] });
    const { container } = renderInApp(<IdentityForm organisation="o" identity={unclaimed} />);
    expect(screen.queryByRole("group", { name: "Catégories d’actions certifiées" })).toBeNull();
    await userEvent.click(
      screen.getByRole("checkbox", { name: "L’organisme est certifié Qualiopi" }),
    );
    const kinds = screen.getByRole("group", { name: "Catégories d’actions certifiées" });
    expect(kinds.querySelectorAll("input")).toHaveLength(8);
    fireEvent.change(screen.getByLabelText(/^Bilan de compétences.: valable à partir du$/), {
      target: { value: "2026-03-03" },
    });
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    await screen.findByText(
      "Indiquez le premier et le dernier jour de validité, ou aucun des deux.",
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it("is awaited until the register answers or is silent", () => {
    expect(isAwaited(identity({ register: unknown }))).toBe(true);
    expect(isAwaited(identity({ register: { ...unknown, is_silent: true } }))).toBe(false);
    expect(isAwaited(identity())).toBe(false);
    expect(isAwaited(identity({ siret: null, register: null }))).toBe(false);
  });
});

describe("IdentityStanding", () => {
  const text = (container: HTMLElement) =>
    (container.querySelector("main")?.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

  it("says plainly each point where the register says otherwise, and what it knows", async () => {
    const { container } = renderInApp(
      <IdentityStanding
        identity={identity({
          standing: "contradicted",
          nda_check: "contradicted",
          qualiopi_check: "contradicted",
          contradictions: ["nda_not_listed", "not_qualiopi"],
          register: register({ ndas: ["11755432175"], is_qualiopi: false }),
        })}
      />,
    );
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
    expect(text(container)).toContain("mais sous un autre numéro de déclaration d’activité");
    expect(text(container)).toContain("connus du registre : 11 75 54321 75.");
    expect(text(container)).toContain("Registre public consulté le 3 mars 2026");
    expect(await axeViolations(container)).toEqual([]);
  });

  it("tells an answer on its way from a register that is silent", () => {
    const waiting = { standing: "unverified" as const, nda_check: "unverified" as const };
    const { container } = renderInApp(
      <IdentityStanding identity={identity({ ...waiting, register: unknown })} />,
    );
    expect(text(container)).toContain("Nous interrogeons le registre public");
    const { container: silent } = renderInApp(
      <IdentityStanding
        identity={identity({ ...waiting, register: { ...unknown, is_silent: true } })}
      />,
    );
    expect(text(silent)).toContain("n’a pas répondu");
    expect(text(silent)).not.toContain("consulté");
  });

  it("does not repeat a number that is confirmed", () => {
    const { container } = renderInApp(<IdentityStanding identity={identity()} />);
    expect(text(container)).toContain("Confirmée par le registre public");
    expect(text(container)).not.toContain("connus du registre");
  });
});
