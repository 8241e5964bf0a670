import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Issuer, RegisterCheck } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { IssuerNote } from "./IssuerNote";

const whole = (
  siret: RegisterCheck,
  nda: RegisterCheck,
  qualiopi: RegisterCheck | null,
): Issuer => ({
  name: "École du Rhône",
  legal_name: "École du Rhône SAS",
  siret: "73282932000074",
  siret_check: siret,
  nda: "84691234567",
  nda_check: nda,
  qualiopi,
  qualiopi_categories: [],
  checked_at: "2026-03-03T08:00:00Z",
});

const nobody: Issuer = { name: "École du Rhône", qualiopi_categories: [] };

/** What is read, with plain spaces. */
const textOf = (container: HTMLElement): string =>
  (container.querySelector("main")?.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

const text = (issuer: Issuer, named = false): string => {
  const { container } = renderInApp(<IssuerNote issuer={issuer} named={named} />);
  return textOf(container);
};

describe("IssuerNote", () => {
  it("says what the law wants said of a confirmed declaration, and since when", async () => {
    const { container } = renderInApp(
      <IssuerNote issuer={whole("confirmed", "confirmed", "confirmed")} />,
    );
    const said = textOf(container);
    expect(said).toContain("Déclaration d’activité enregistrée sous le numéro 84 69 12345 67.");
    expect(said).toContain("Cet enregistrement ne vaut pas agrément de l’État.");
    expect(said).toContain("Registre public consulté le 3 mars 2026");
    expect(screen.getByText("Certifié Qualiopi")).toBeDefined();
    expect(await axeViolations(container)).toEqual([]);
  });

  it.each<RegisterCheck>(["unverified", "contradicted"])("shows no badge when %s", (check) => {
    const said = text(whole(check, check, check));
    expect(screen.queryByText("Certifié Qualiopi")).toBeNull();
    expect(said).toContain("Certification Qualiopi annoncée par l’organisme");
    expect(said).not.toContain("enregistrée sous le numéro");
    const how =
      check === "unverified" ? "non vérifiée au" : "que le registre public ne confirme pas";
    expect(said).toContain(`selon l’organisme, ${how}`);
  });

  it("names the kinds of action the certification holds for, where they are known", () => {
    const issuer = whole("confirmed", "confirmed", "confirmed");
    expect(text(issuer)).not.toContain("Au titre");
    const kinds: Issuer["qualiopi_categories"] = ["training", "skills_assessment"];
    expect(text({ ...issuer, qualiopi_categories: kinds })).toContain(
      "Au titre des catégories d’actions suivantes : Action de formation et Bilan de compétences",
    );
    const unsure = { ...whole("confirmed", "confirmed", "unverified"), qualiopi_categories: kinds };
    expect(text(unsure)).not.toContain("Au titre");
  });

  it("dates nothing when no register told anything", () => {
    expect(text(whole("unverified", "unverified", "unverified"))).not.toContain("consulté");
  });

  it("says nothing of a certification that nobody claims", () => {
    expect(text(whole("confirmed", "confirmed", null))).not.toContain("Qualiopi");
  });

  it("takes a number without a check for unverified", () => {
    expect(text({ ...nobody, nda: "84691234567" })).toContain("non vérifiée au registre public");
  });

  it("is not there when there is nothing to say, unless it bears the name", () => {
    expect(text(nobody)).toBe("");
    expect(text(nobody, true)).toContain("L’organisme n’a pas encore indiqué son SIRET");
  });
});
