import { describe, expect, it } from "vitest";
import type { Course } from "@/api/types";
import {
  addCourse,
  gapsOf,
  moveCourse,
  refreshCourse,
  removeCourse,
  teachAll,
  toggleTaught,
} from "./courses";
import { type Draft, EMPTY, minutesOf } from "./draft";
import { addSkill, removeSkills, replaceSkill } from "./skills";

const course = (id: string, minutes = 60) =>
  ({ id, title: `Module ${id}`, minutes, modality: "in_person" }) as Course;

const skills = (...names: string[]): Draft =>
  names.reduce((draft, skill) => addSkill(draft, { skill, label: skill, kind: "skill" }), EMPTY);

const draft = ["a", "b", "c"].reduce(
  (before, id) => addCourse(before, course(id)),
  skills("1", "2"),
);
const order = ({ courses }: Draft) => courses.map(({ id }) => id).join("");

describe("the order of courses", () => {
  it("moves one place at a time, within the list", () => {
    expect(order(moveCourse(draft, "b", -1))).toBe("bac");
    expect(order(moveCourse(draft, "b", 1))).toBe("acb");
    expect(moveCourse(draft, "a", -1)).toBe(draft);
    expect(moveCourse(draft, "c", 1)).toBe(draft);
    expect(moveCourse(draft, "z", 1)).toBe(draft);
  });

  it("takes a course once, and lets go of it", () => {
    expect(addCourse(draft, course("a"))).toBe(draft);
    expect(order(removeCourse(draft, "b"))).toBe("ac");
  });

  it("adds up, and follows what a course says today", () => {
    expect(minutesOf(draft.courses)).toBe(180);
    const next = refreshCourse(draft, course("b", 90));
    expect(minutesOf(next.courses)).toBe(210);
  });
});

describe("the matrix", () => {
  it("ticks and unticks", () => {
    const ticked = toggleTaught(draft, "a", "2");
    expect(ticked.courses[0]?.skills).toEqual(["2"]);
    expect(toggleTaught(ticked, "a", "2").courses[0]?.skills).toEqual([]);
    expect(teachAll(draft, "b", true).courses[1]?.skills).toEqual(["1", "2"]);
    expect(teachAll(ticked, "a", false).courses[0]?.skills).toEqual([]);
  });

  it("tells which skill has no course and which course no skill", () => {
    const gaps = gapsOf(toggleTaught(draft, "a", "2"));
    expect(gaps.skills.map(({ skill }) => skill)).toEqual(["1"]);
    expect(gaps.courses.map(({ id }) => id)).toEqual(["b", "c"]);
  });

  it("forgets a skill that is taken out, and follows one that is replaced", () => {
    const ticked = teachAll(draft, "a", true);
    expect(removeSkills(ticked, new Set(["1"])).courses[0]?.skills).toEqual(["2"]);
    const next = replaceSkill(ticked, "1", { skill: "9", label: "Neuf", kind: "skill" });
    expect(next.skills.map(({ skill }) => skill)).toEqual(["9", "2"]);
    expect(next.courses[0]?.skills).toEqual(["9", "2"]);
  });
});
