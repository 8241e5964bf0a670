import { describe, expect, it } from "vitest";
import { t } from "@/i18n/saved";
import { change, savedSearch } from "@/test/savedSearch";
import { askedBy, changeSaid, proposedName } from "./words";

describe("askedBy", () => {
  it("says every part of a search, and nothing of an empty one", () => {
    const named = (
      pointer: string,
      subject: "skill" | "job" | "letter" | "family",
      label: string,
    ) => ({
      pointer,
      subject,
      code: "x",
      label,
    });
    const saved = savedSearch({
      search: {
        criteria: [{ skill: "1", min_level: 3, status: "validated", required: false }],
        exclude: [{ skill: "2" }],
        rome: ["M", "family:M1805"],
        job: "M1805",
        name: "lef",
        min_matching: 1,
      },
      names: [
        named("/criteria/0/skill", "skill", "Souder"),
        named("/exclude/0/skill", "skill", "Braser"),
        named("/rome/0", "letter", "Support"),
        named("/rome/1", "family", "Études"),
        named("/job", "job", "Développement"),
      ],
    });
    const said = askedBy(t, saved).map(({ text, detail }) =>
      detail ? `${text}, ${detail}` : text,
    );
    expect(said.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      "Souder, au moins 3 autonome · validée · facultative",
      "Au moins 1 compétence facultative",
      "Sans « Braser »",
      "Domaine « Support »",
      "Famille « Études »",
      "Proche du métier « Développement »",
      "Nom : lef",
    ]);
    expect(askedBy(t, savedSearch())).toEqual([]);
  });
});

describe("proposedName", () => {
  it("is what is asked first, cut where a name ends", () => {
    expect(proposedName(["Souder", "", "Braser", "Limer"])).toBe("Souder, Braser");
    expect(proposedName([])).toBe("");
    const long = proposedName(["x".repeat(80), "y".repeat(80)]);
    expect(long).toHaveLength(100);
    expect(long.endsWith("…")).toBe(true);
  });
});

describe("changeSaid", () => {
  const said = (rest: Parameters<typeof change>[0]) =>
    changeSaid(t, change(rest)).replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
  const successor = { code: "2", label: "Braser" };

  it("tells what was followed from what waits", () => {
    expect(said({ kind: "relabelled", label_now: "Souder bien" })).toBe(
      "« Souder » s’appelle maintenant « Souder bien ».",
    );
    expect(said({ kind: "replaced", followed: true, successor })).toContain(
      "la recherche demande désormais « Braser »",
    );
    expect(said({ kind: "replaced", successor })).toContain("figure déjà autrement");
    expect(said({})).toBe("« Souder » n’est plus au référentiel, et rien n’en tient lieu.");
    expect(said({ successor })).toContain("« Braser » pourrait en tenir lieu");
  });

  it("says both meanings of a code that was given away, and where the old one went", () => {
    const moved = { code: "M1801", label: "Systèmes" };
    expect(said({ kind: "reused", code: "M1805", label_now: "Autre", successor: moved })).toBe(
      "Le code M1805 désigne maintenant « Autre », et non plus « Souder ». « Souder » se trouve désormais sous M1801, « Systèmes ».",
    );
    expect(said({ kind: "reused", code: "M1805" })).toBe(
      "Le code M1805 ne désigne plus « Souder » et a quitté le référentiel. « Souder » n’est plus au référentiel.",
    );
  });
});
