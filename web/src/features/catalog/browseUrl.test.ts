import { describe, expect, it } from "vitest";
import { atDomain, browseParams, openBranches, toggled, writeBrowse } from "./browseUrl";

describe("the address of the catalogue page", () => {
  it("reads back what it wrote", () => {
    const open = new Set(["M18", "M"]);
    const params = writeBrowse(" soudeuse à l’arc ", open);
    expect(params).toEqual({ q: "soudeuse à l’arc", ouvert: "M,M18" });
    expect(browseParams.parse(params)).toEqual(params);
    expect(openBranches(params)).toEqual(open);
  });

  it("says nothing of what is at its default", () => {
    expect(writeBrowse("  ", new Set())).toEqual({});
    expect(openBranches({})).toEqual(new Set());
  });

  it("leaves out what it cannot read", () => {
    expect(openBranches({ ouvert: "M,m18,M1805,,<b>,D11" })).toEqual(new Set(["M", "D11"]));
    expect(browseParams.parse({ q: "x".repeat(121), ouvert: 3 })).toEqual({
      q: undefined,
      ouvert: undefined,
    });
  });

  it("opens and closes a branch", () => {
    expect(toggled(new Set(["M"]), "M18")).toEqual(new Set(["M", "M18"]));
    expect(toggled(new Set(["M", "M18"]), "M")).toEqual(new Set(["M18"]));
  });

  it("opens the tree at a domain", () => {
    expect(openBranches(atDomain("M18"))).toEqual(new Set(["M", "M18"]));
  });
});
