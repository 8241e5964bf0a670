import { describe, expect, it } from "vitest";
import { filterOf, NOBODY, queueSearch } from "./search";

const SOMEBODY = "0d5cf9a4-5f0a-4c0a-9a43-3f1e0f6a2b11";

describe("the address of a queue", () => {
  it("says which submissions are shown", () => {
    expect(filterOf(queueSearch.parse({}))).toEqual({});
    expect(filterOf(queueSearch.parse({ etat: "complements", retard: "oui" }))).toEqual({
      status: "to_complete",
      overdue: true,
    });
    expect(filterOf(queueSearch.parse({ examinateur: NOBODY }))).toEqual({ unassigned: true });
    expect(filterOf(queueSearch.parse({ examinateur: SOMEBODY }))).toEqual({
      assigned_to: SOMEBODY,
    });
  });

  it("forgets what it cannot read", () => {
    expect(queueSearch.parse({ etat: "toutes", examinateur: "x", retard: "1" })).toEqual({});
  });
});
