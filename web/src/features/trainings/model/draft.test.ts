import { describe, expect, it } from "vitest";
import type { TrainingContent } from "@/api/types";
import { bodyOf, codesIn, type Draft, draftOf, EMPTY, same } from "./draft";

const content: TrainingContent = {
  title: "Souder",
  nature: "skills_assessment",
  texts: { ...EMPTY.texts, description: "À l’arc." },
  certification: {
    code: "RNCP35584",
    blocks: ["RNCP35584BC01", "RNCP35584BC02"],
    formacodes: [],
    specialities: [],
  },
  jobs: [{ code: "H2913", label: "Soudeur / Soudeuse", appellation: null }],
  skills: [
    {
      skill: "101",
      label: "Souder",
      kind: "skill",
      jobs: ["H2913"],
      core: true,
      emerging: false,
      grid: null,
      target: { value: 3, name: "Autonome" },
      pass: { value: 2, name: "Guidé" },
      linked: null,
    },
    {
      skill: "018f3c1e-0000-7000-8000-000000000001",
      label: "Régler le poste",
      kind: null,
      jobs: [],
      core: false,
      emerging: false,
      grid: { id: "g", version: 2, name: "Grille" },
      target: { value: 2, name: "Acquis" },
      pass: { value: 2, name: "Acquis" },
      linked: { code: "7", label: "Régler" },
    },
  ],
  courses: [
    { course_id: "c1", title: "Atelier", minutes: 420, modality: "in_person", skills: ["101"] },
  ],
  minutes: 420,
  differences: [],
};

describe("a draft", () => {
  it("sends back what was read", () => {
    expect(bodyOf(draftOf(content))).toEqual({
      title: "Souder",
      nature: "skills_assessment",
      texts: {
        description: "À l’arc.",
        objectives: "",
        audience: "",
        prerequisites: "",
        access_delay: "",
        price: "",
        methods: "",
        assessment: "",
        accessibility: "",
      },
      certification: {
        code: "RNCP35584",
        blocks: ["RNCP35584BC01", "RNCP35584BC02"],
        formacodes: [],
        specialities: [],
      },
      jobs: [{ code: "H2913", appellation: null, accept_label: false }],
      skills: [
        { skill: "101", grid_id: null, target: 3, pass: 2, accept_label: false },
        {
          skill: "018f3c1e-0000-7000-8000-000000000001",
          grid_id: "g",
          target: 2,
          pass: 2,
          accept_label: false,
        },
      ],
      courses: [{ course_id: "c1", skills: ["101"] }],
    });
  });

  it("is the same while only blanks, separators and the order of ticks differ", () => {
    const draft = draftOf(content);
    const both = ["018f3c1e-0000-7000-8000-000000000001", "101"];
    const one: Draft = { ...draft, courses: draft.courses.map((c) => ({ ...c, skills: both })) };
    const other: Draft = {
      ...one,
      title: " Souder ",
      references: { ...one.references, blocks: "RNCP35584BC01 ; RNCP35584BC02," },
      courses: one.courses.map((c) => ({ ...c, skills: [...both].reverse() })),
    };
    expect(same(one, other)).toBe(true);
    expect(same(one, draft)).toBe(false);
    expect(same(draft, EMPTY)).toBe(false);
    expect(same(draft, { ...draft, nature: "training" })).toBe(false);
  });

  it("leaves out the certification that nobody named", () => {
    expect(bodyOf(EMPTY).certification).toEqual({
      code: null,
      blocks: [],
      formacodes: [],
      specialities: [],
    });
  });
});

describe("codesIn", () => {
  it("takes codes apart however they are typed", () => {
    expect(codesIn(" 21528, 31054;\n22454  ")).toEqual(["21528", "31054", "22454"]);
    expect(codesIn("  ")).toEqual([]);
  });
});
