import { describe, expect, it } from "vitest";
import { type Draft, EMPTY } from "./draft";
import { placeFaults, stillStanding } from "./faults";
import { addSkill } from "./skills";

const written = ["101", "102"].reduce(
  (before, skill) => addSkill(before, { skill, label: skill, kind: "skill" }),
  EMPTY,
);
const draft: Draft = {
  ...written,
  references: { ...written.references, formacodes: "21528, x" },
  courses: [{ id: "c1", title: "Un", minutes: 0, modality: "in_person", skills: [] }],
};
const fault = (pointer: string, message = "Non.") => ({ pointer, code: "x", message });

describe("faults", () => {
  it("find their field or their line", () => {
    const faults = placeFaults(
      [
        fault("/title"),
        fault("/texts/price"),
        fault("/certification/code"),
        fault("/certification/formacodes/1", "Cinq chiffres."),
        fault("/jobs", "Trop."),
        fault("/skills/1/pass"),
        fault("/skills/0/skill"),
        fault("/courses/0", "Durée ?"),
        fault("/courses/9"),
        fault("/unheard"),
      ],
      draft,
    );
    expect(faults).toEqual({
      title: "Non.",
      "texts.price": "Non.",
      "references.code": "Non.",
      "references.formacodes": "«\u00a0x\u00a0»\u00a0: Cinq chiffres.",
      jobs: "Trop.",
      "skills.102.pass": "Non.",
      "skills.101": "Non.",
      "courses.c1": "Durée ?",
      courses: "Non.",
      elsewhere: "Non.",
    });
  });

  it("go when what they speak of is changed, and only then", () => {
    const faults = { title: "Non.", "skills.102.pass": "Non.", skills: "Trop." };
    expect(stillStanding(faults, draft, { ...draft, title: "Autre" })).toEqual({
      "skills.102.pass": "Non.",
      skills: "Trop.",
    });
    const skills = draft.skills.map((line) =>
      line.skill === "102" ? { ...line, target: 4 } : line,
    );
    expect(stillStanding(faults, draft, { ...draft, skills })).toEqual({ title: "Non." });
    expect(stillStanding(faults, draft, { ...draft, courses: [] })).toBe(faults);
  });
});
