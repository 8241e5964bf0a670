import { describe, expect, it } from "vitest";
import type { Course } from "@/api/types";
import { addCourse, moveCourse, teachAll, toggleTaught } from "./courses";
import { type Draft, EMPTY } from "./draft";
import { reapply } from "./merge";
import { addSkill, removeSkills, setLevels } from "./skills";

const skill = (draft: Draft, name: string) =>
  addSkill(draft, { skill: name, label: name, kind: "skill" });
const course = (draft: Draft, id: string) =>
  addCourse(draft, { id, title: id, minutes: 60, modality: "in_person" } as Course);

const base = ["a", "b", "c"].reduce(course, ["1", "2", "3"].reduce(skill, EMPTY));
const codes = (draft: Draft) => draft.skills.map((line) => line.skill).join("");
const order = (draft: Draft) => draft.courses.map(({ id }) => id).join("");

describe("reapply", () => {
  it("takes what only one of both changed", () => {
    const mine = { ...base, title: "À moi" };
    const theirs = { ...base, texts: { ...base.texts, price: "500 €" } };
    const { draft, clashes } = reapply(base, mine, theirs);
    expect([draft.title, draft.texts.price, clashes]).toEqual(["À moi", "500 €", []]);
  });

  it("keeps what was typed here where both changed, and tells", () => {
    const mine = setLevels({ ...base, title: "Ici" }, new Set(["1"]), { target: 4 });
    const theirs = setLevels({ ...base, title: "Là" }, new Set(["1"]), { target: 2 });
    const { draft, clashes } = reapply(base, mine, theirs);
    expect([draft.title, draft.skills[0]?.target]).toEqual(["Ici", 4]);
    expect(clashes).toEqual(["title", "skills.1"]);
    const [here, there] = ["apprenticeship", "skills_assessment"] as const;
    const natures = reapply(base, { ...base, nature: here }, { ...base, nature: there });
    expect([natures.draft.nature, natures.clashes]).toEqual([here, ["nature"]]);
  });

  it("is silent where both did the same", () => {
    const both = { ...skill(base, "4"), title: "Pareil" };
    expect(reapply(base, both, both)).toEqual({ draft: both, clashes: [] });
  });

  it("joins what each added and what each took out", () => {
    const mine = skill(removeSkills(base, new Set(["1"])), "8");
    const theirs = skill(removeSkills(base, new Set(["2"])), "9");
    expect(codes(reapply(base, mine, theirs).draft)).toBe("398");
  });

  it("brings back a line they took out while it was written here", () => {
    const mine = setLevels(base, new Set(["2"]), { target: 1 });
    const theirs = removeSkills(base, new Set(["2"]));
    const { draft, clashes } = reapply(base, mine, theirs);
    expect([codes(draft), clashes]).toEqual(["132", ["skills.2"]]);
  });

  it("joins the ticks of the matrix, and drops those of skills that are gone", () => {
    const mine = toggleTaught(base, "a", "1");
    const theirs = removeSkills(toggleTaught(teachAll(base, "b", true), "a", "3"), new Set(["2"]));
    const { draft, clashes } = reapply(base, mine, theirs);
    expect(draft.courses.map(({ skills }) => skills.join(""))).toEqual(["31", "13", ""]);
    expect(clashes).toEqual([]);
  });

  it("keeps the order chosen here, theirs otherwise", () => {
    const mine = moveCourse(base, "a", 1);
    expect(order(reapply(base, mine, course(base, "d")).draft)).toBe("bacd");
    const theirs = moveCourse(base, "c", -1);
    expect(order(reapply(base, { ...base, title: "Autre" }, theirs).draft)).toBe("acb");
    expect(order(reapply(base, course(base, "x"), theirs).draft)).toBe("acbx");
  });

  it("changes nothing when nothing was typed", () => {
    const theirs = skill({ ...base, title: "Là" }, "7");
    expect(reapply(base, base, theirs)).toEqual({ draft: theirs, clashes: [] });
  });
});
