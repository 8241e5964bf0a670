import { describe, expect, it } from "vitest";
import type { Job, JobSkill } from "@/api/types";
import { EMPTY } from "./draft";
import { addJob, groups, listedBy, removeJob, replaceJob, toggleJobSkill } from "./jobs";
import { addSkill } from "./skills";

const skill = (code: string, over: Partial<JobSkill> = {}): JobSkill => ({
  code,
  label: `Compétence ${code}`,
  kind: "skill",
  category: "Technique",
  core: false,
  emerging: false,
  ...over,
});

const job = (code: string, skills: JobSkill[]): Job =>
  ({ code, label: `Métier ${code}`, skills }) as Job;

const welder = job("H2913", [skill("1", { core: true }), skill("2", { core: true }), skill("3")]);
const fitter = job("H2911", [
  skill("2", { core: true, emerging: true }),
  skill("3", { emerging: true }),
  skill("4", { core: true }),
]);

const codes = (draft: { skills: { skill: string }[] }) => draft.skills.map((line) => line.skill);

describe("addJob", () => {
  it("chooses the core skills of the job and leaves the others", () => {
    const draft = addJob(EMPTY, welder, "Soudeur TIG");
    expect(draft.jobs).toEqual([
      { code: "H2913", label: "Métier H2913", appellation: "Soudeur TIG", acceptLabel: false },
    ]);
    expect(codes(draft)).toEqual(["1", "2"]);
    expect(draft.skills[0]).toMatchObject({ jobs: ["H2913"], core: true, target: 3, pass: 3 });
  });

  it("keeps a skill that two jobs share once, with both origins", () => {
    const draft = addJob(addJob(EMPTY, welder, null), fitter, null);
    expect(codes(draft)).toEqual(["1", "2", "4"]);
    expect(draft.skills[1]).toMatchObject({ jobs: ["H2913", "H2911"], core: true, emerging: true });
  });

  it("leaves the levels of what was chosen by hand, and notes where it comes from", () => {
    const chosen = addSkill(EMPTY, { skill: "2", label: "Compétence 2", kind: "skill" });
    const draft = addJob(
      { ...chosen, skills: chosen.skills.map((line) => ({ ...line, target: 4 })) },
      welder,
      null,
    );
    expect(draft.skills[0]).toMatchObject({ skill: "2", target: 4, jobs: ["H2913"] });
  });

  it("does not name the title twice, nor add a job twice", () => {
    const draft = addJob(EMPTY, welder, "Métier H2913");
    expect(draft.jobs[0]?.appellation).toBeNull();
    expect(addJob(draft, welder, null)).toBe(draft);
  });
});

describe("removeJob", () => {
  const both = addJob(addJob(EMPTY, welder, null), fitter, null);

  it("takes the skills that only it brought, from the courses too", () => {
    const taught = {
      ...both,
      courses: [
        { id: "c", title: "C", minutes: 60, modality: "in_person" as const, skills: ["1", "2"] },
      ],
    };
    const draft = removeJob(taught, "H2913", true);
    expect(codes(draft)).toEqual(["2", "4"]);
    expect(draft.skills[0]?.jobs).toEqual(["H2911"]);
    expect(draft.courses[0]?.skills).toEqual(["2"]);
  });

  it("keeps them when asked to, as chosen by hand", () => {
    const draft = removeJob(both, "H2913", false);
    expect(codes(draft)).toEqual(["1", "2", "4"]);
    expect(draft.skills[0]?.jobs).toEqual([]);
  });
});

describe("a skill of a job", () => {
  it("comes with every job of the training that lists it, and goes again", () => {
    const draft = addJob(addJob(EMPTY, welder, null), fitter, null);
    const third = skill("3");
    const with3 = toggleJobSkill(draft, third, [welder, fitter]);
    expect(with3.skills.at(-1)).toMatchObject({
      skill: "3",
      jobs: ["H2913", "H2911"],
      emerging: true,
    });
    expect(codes(toggleJobSkill(with3, third, [welder, fitter]))).toEqual(codes(draft));
    expect(listedBy(draft, "99", [welder, fitter]).jobs).toEqual([]);
  });
});

describe("replaceJob", () => {
  it("puts the new job in the place of the old one and keeps what was chosen", () => {
    const draft = addJob(addJob(EMPTY, welder, null), job("A1101", []), null);
    const next = replaceJob(draft, "H2913", fitter);
    expect(next.jobs.map(({ code }) => code)).toEqual(["H2911", "A1101"]);
    expect(codes(next)).toEqual(["1", "2", "4"]);
    expect(next.skills.map(({ jobs }) => jobs)).toEqual([[], ["H2911"], ["H2911"]]);
  });
});

describe("groups", () => {
  it("follow the kinds and categories of the catalogue", () => {
    const found = groups([
      skill("1", { kind: "knowledge", category: "Matériaux" }),
      skill("2", { category: "Soudage" }),
      skill("3", { category: "Contrôle" }),
      skill("4", { category: "Soudage" }),
    ]);
    expect(found.map(({ kind, category, skills }) => [kind, category, skills.length])).toEqual([
      ["skill", "Contrôle", 1],
      ["skill", "Soudage", 2],
      ["knowledge", "Matériaux", 1],
    ]);
  });
});
