import { describe, expect, it } from "vitest";
import type { TrainingContent, TrainingSkill } from "@/api/types";
import { changesBetween } from "./compare";
import { EMPTY } from "./draft";

const NONE = { code: null, blocks: [], formacodes: [], specialities: [] };

const skill = (code: string, over: Partial<TrainingSkill> = {}): TrainingSkill => ({
  skill: code,
  label: `Compétence ${code}`,
  kind: "skill",
  jobs: [],
  core: false,
  emerging: false,
  grid: null,
  target: { value: 3, name: "Autonome" },
  pass: { value: 2, name: "Guidé" },
  linked: null,
  ...over,
});

const course = (id: string, skills: string[] = []) =>
  ({ course_id: id, title: `Module ${id}`, minutes: 60, modality: "in_person", skills }) as const;

const content: TrainingContent = {
  title: "Souder",
  nature: "training",
  texts: EMPTY.texts,
  certification: NONE,
  jobs: [{ code: "H2913", label: "Soudeur / Soudeuse", appellation: null }],
  skills: [skill("1"), skill("2")],
  courses: [{ ...course("a", ["1"]) }, { ...course("b") }, { ...course("c") }],
  minutes: 180,
  differences: [],
};

const told = (after: TrainingContent) =>
  changesBetween(content, after).map(({ subject, key, kind, property, before, after: is }) =>
    [subject, key, kind, property, before, is].filter((part) => part !== null).join(" "),
  );

describe("changesBetween", () => {
  it("finds nothing where nothing changed", () => {
    expect(told(structuredClone(content))).toEqual([]);
  });

  it("tells fields, lines and their properties", () => {
    const after: TrainingContent = {
      ...content,
      title: "Souder mieux",
      nature: "apprenticeship",
      certification: { ...NONE, blocks: ["RNCP1BC01"] },
      jobs: [{ code: "H2913", label: "Soudeur / Soudeuse", appellation: "Soudeur TIG" }],
      skills: [skill("2", { target: { value: 4, name: "Expert" } }), skill("3")],
      courses: [{ ...course("a", ["2"]), minutes: 90 }, { ...course("b") }, { ...course("c") }],
    };
    expect(told(after)).toEqual([
      "field title changed Souder Souder mieux",
      "field nature changed training apprenticeship",
      "field blocks changed RNCP1BC01",
      "job H2913 changed appellation Soudeur TIG",
      "skill 1 removed",
      "skill 2 changed target Autonome Expert",
      "skill 3 added",
      "course a changed minutes 60 90",
      "course a changed skills Compétence 1 Compétence 2",
    ]);
  });

  it("tells the one line that moved, not those it passed", () => {
    const [a, b, c] = content.courses;
    if (!a || !b || !c) throw new Error("three courses");
    expect(told({ ...content, courses: [b, c, a] })).toEqual(["course a moved"]);
    expect(told({ ...content, courses: [b, c] })).toEqual(["course a removed"]);
  });
});
