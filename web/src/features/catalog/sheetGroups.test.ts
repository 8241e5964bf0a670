import { describe, expect, it } from "vitest";
import type { JobSkill } from "@/api/types";
import { byCategory, byFamily, otherNames, sentences } from "./sheetGroups";

const skill = (label: string, more: Partial<JobSkill> = {}): JobSkill => ({
  code: label,
  label,
  kind: "skill",
  category: "Technique",
  core: false,
  emerging: false,
  ...more,
});

const labels = (skills: JobSkill[] | undefined) => skills?.map(({ label }) => label);

describe("byFamily", () => {
  it("puts kinds in a fixed order, with core skills first and emerging ones next", () => {
    const families = byFamily([
      skill("Soudage", { kind: "knowledge", category: "Procédés" }),
      skill("Éblouir"),
      skill("Braser"),
      skill("Imprimer en 3D", { emerging: true }),
      skill("Souder", { kind: "macro_skill", core: true }),
      skill("Faire preuve de rigueur", { kind: "soft_skill", category: "Transverse" }),
    ]);
    expect(families.map(({ family, count }) => [family, count])).toEqual([
      ["knowHow", 4],
      ["softSkill", 1],
      ["knowledge", 1],
    ]);
    expect(labels(families[0]?.categories[0]?.items)).toEqual([
      "Souder",
      "Imprimer en 3D",
      "Braser",
      "Éblouir",
    ]);
  });

  it("leaves out a kind that nothing has", () => {
    expect(byFamily([])).toEqual([]);
    expect(byFamily([skill("Braser")]).map(({ family }) => family)).toEqual(["knowHow"]);
  });
});

describe("byCategory", () => {
  it("sorts categories as French does and keeps the order inside", () => {
    const groups = byCategory([
      skill("b", { category: "Technique" }),
      skill("c", { category: "Écologie" }),
      skill("a", { category: "Technique" }),
    ]);
    expect(groups.map(({ name, items }) => [name, labels(items)])).toEqual([
      ["Écologie", ["c"]],
      ["Technique", ["b", "a"]],
    ]);
  });
});

describe("sentences", () => {
  it("reads one per line", () => {
    expect(sentences("Pétrit la pâte.\n\n Cuit le pain. \n")).toEqual([
      "Pétrit la pâte.",
      "Cuit le pain.",
    ]);
    expect(sentences("")).toEqual([]);
    expect(sentences(null)).toEqual([]);
  });
});

describe("otherNames", () => {
  it("leaves out the title", () => {
    const names = [{ label: "Boulanger / Boulangère" }, { label: "Tourier / Tourière" }];
    expect(otherNames(names, "Boulanger / Boulangère")).toEqual([names[1]]);
  });
});
