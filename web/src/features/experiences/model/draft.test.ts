import { describe, expect, it } from "vitest";
import { bodyOf, dayFaults, lineOf, NOTHING } from "./draft";

const TODAY = "2026-03-03";
const faults = (started_on: string, ended_on = "", expires_on = "") =>
  dayFaults({ ...NOTHING, started_on, ended_on, expires_on }, TODAY);

describe("the days of an experience", () => {
  it("are past and in their order", () => {
    expect(faults("")).toEqual({});
    expect(faults(TODAY, TODAY, TODAY)).toEqual({});
    expect(faults("2020-01-01", "", "2030-01-01")).toEqual({});
    expect(faults("2026-03-04")).toEqual({ started_on: "inFuture" });
    expect(faults("2026-03-02", "2026-03-01", "2026-03-01")).toEqual({
      ended_on: "beforeStart",
      expires_on: "beforeStart",
    });
    expect(faults("", "2026-03-01")).toEqual({ started_on: "startMissing" });
    expect(faults("2026-01-01", "2026-04-01")).toEqual({ ended_on: "inFuture" });
  });
});

describe("an experience that is sent", () => {
  it("has no empty day, and of skills and jobs their codes", () => {
    const skills = [{ skill: "101", label: "Souder", level: 3 }];
    const jobs = [{ code: "M1805", label: "Développeur" }];
    expect(bodyOf({ ...NOTHING, title: " Bénévole ", skills, jobs })).toMatchObject({
      title: "Bénévole",
      started_on: null,
      skills: [{ skill: "101", level: 3 }],
      jobs: ["M1805"],
    });
  });

  it("is told at which line something is wrong", () => {
    expect(lineOf("skills.3.level", "skills")).toBe(3);
    expect(lineOf("jobs.0", "jobs")).toBe(0);
    expect(lineOf("jobs.0", "skills")).toBeNull();
    expect(lineOf("skills", "skills")).toBeNull();
  });
});
