import { describe, expect, it } from "vitest";
import { change, savedSearch } from "@/test/savedSearch";
import { type Decision, decidedSearch, decisionsFor } from "./decide";

const criterion = (skill: string, min_level?: number) => ({
  skill,
  ...(min_level ? { min_level } : {}),
  status: "any" as const,
  required: true,
});

const decide = (saved: ReturnType<typeof savedSearch>, ...decisions: [string, Decision][]) =>
  decidedSearch(saved, new Map(decisions));

describe("decisionsFor", () => {
  it("asks nothing about what was followed or renamed", () => {
    expect(decisionsFor(change({ kind: "relabelled", decision_needed: false }))).toEqual([]);
    expect(decisionsFor(change({ kind: "replaced", decision_needed: false }))).toEqual([]);
  });

  it("offers only what there is", () => {
    const successor = { code: "2", label: "Braser" };
    expect(decisionsFor(change())).toEqual(["remove"]);
    expect(decisionsFor(change({ successor }))).toEqual(["successor", "remove"]);
    expect(decisionsFor(change({ kind: "reused", label_now: "Autre", successor }))).toEqual([
      "successor",
      "keep",
      "remove",
    ]);
    expect(decisionsFor(change({ kind: "reused", label_now: null }))).toEqual(["remove"]);
  });
});

describe("decidedSearch", () => {
  it("takes, keeps and leaves out, each where it stands", () => {
    const saved = savedSearch({
      search: {
        criteria: [criterion("1", 3), criterion("5")],
        exclude: [{ skill: "7" }],
        rome: ["M", "M1805"],
        job: "M1805",
        name: "lef",
      },
      changes: [
        change({ successor: { code: "2", label: "Braser" } }),
        change({ pointer: "/exclude/0/skill", code: "7" }),
        change({
          pointer: "/rome/1",
          subject: "job",
          kind: "reused",
          code: "M1805",
          label_now: "Autre",
        }),
        change({
          pointer: "/job",
          subject: "job",
          kind: "reused",
          code: "M1805",
          successor: { code: "M1801", label: "Systèmes" },
        }),
      ],
    });
    const decided = decide(
      saved,
      ["/criteria/0/skill", "successor"],
      ["/exclude/0/skill", "remove"],
      ["/rome/1", "keep"],
      ["/job", "successor"],
    );
    expect(decided).toEqual({
      criteria: [criterion("2", 3), criterion("5")],
      exclude: [],
      rome: ["M", "M1805"],
      job: "M1801",
      name: "lef",
    });
  });

  it("puts what is asked by decision before what was asked of the successor", () => {
    const successor = { code: "2", label: "Braser" };
    const saved = savedSearch({
      search: { criteria: [criterion("1", 3), criterion("2", 1)], exclude: [], rome: [] },
      changes: [change({ kind: "replaced", successor })],
    });
    expect(decide(saved, ["/criteria/0/skill", "successor"]).criteria).toEqual([criterion("2", 3)]);
    expect(decide(saved, ["/criteria/0/skill", "remove"]).criteria).toEqual([criterion("2", 1)]);
  });

  it("asks for nothing that it excludes, and names nothing twice", () => {
    const successor = { code: "2", label: "Braser" };
    const saved = savedSearch({
      search: { criteria: [criterion("1")], exclude: [{ skill: "2" }], rome: ["M1811", "M1801"] },
      changes: [
        change({ kind: "replaced", successor }),
        change({
          pointer: "/rome/0",
          subject: "job",
          code: "M1811",
          successor: { code: "M1801", label: "Systèmes" },
        }),
      ],
    });
    expect(decide(saved, ["/criteria/0/skill", "successor"], ["/rome/0", "successor"])).toEqual({
      criteria: [criterion("2")],
      exclude: [],
      rome: ["M1801"],
    });
  });

  it("demands no more optional conditions than are left", () => {
    const optional = (skill: string) => ({ ...criterion(skill), required: false });
    const saved = savedSearch({
      search: { criteria: [optional("1"), optional("2")], min_matching: 2 },
      changes: [change()],
    });
    expect(decide(saved, ["/criteria/0/skill", "remove"]).min_matching).toBe(1);
    const alone = savedSearch({
      search: { criteria: [optional("1")], min_matching: 1 },
      changes: [change()],
    });
    expect(decide(alone, ["/criteria/0/skill", "remove"])).not.toHaveProperty("min_matching");
  });
});
