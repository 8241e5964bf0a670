import { describe, expect, it } from "vitest";
import type { RomeCount } from "@/api/types";
import { families, romeTree } from "./romeTree";

const counts: RomeCount[] = [
  { code: "M", kind: "letter", label: "Support", count: 9 },
  { code: "A", kind: "letter", label: "Agriculture", count: 3 },
  { code: "M18", kind: "domain", label: "Informatique", count: 8 },
  { code: "M1805", kind: "job", label: "Études", count: 8 },
  { code: "family:M1805", kind: "family", label: "Études", count: 8 },
];

describe("romeTree", () => {
  it("puts jobs in domains and domains in letters, in the order of the counts", () => {
    expect(romeTree(counts)).toMatchObject([
      { code: "M", children: [{ code: "M18", children: [{ code: "M1805", children: [] }] }] },
      { code: "A", children: [] },
    ]);
  });

  it("keeps families apart", () => {
    expect(families(counts).map(({ code }) => code)).toEqual(["family:M1805"]);
  });
});
