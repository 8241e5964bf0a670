import { describe, expect, it } from "vitest";
import { allows, stagesFrom } from "./rights";
import { listSearch } from "./search";
import { stageOf, stageSearchOf } from "./url";

describe("what one holds of a list", () => {
  it("allows what is below it", () => {
    expect(allows({ access: "view" }, "pipeline")).toBe(false);
    expect(allows({ access: "pipeline" }, "pipeline")).toBe(true);
    expect(allows({ access: "full" }, "owner")).toBe(false);
    expect(allows({ access: "owner" }, "full")).toBe(true);
  });

  it("moves nobody behind what offers say", () => {
    expect(stagesFrom("contacted", false)).toEqual(["to_contact", "contacted", "answered"]);
    expect(stagesFrom("contacted", true)).toEqual(["contacted", "answered"]);
    expect(stagesFrom("answered", true)).toEqual(["answered"]);
  });
});

describe("the address of a list", () => {
  it("says the stage, and nothing it does not understand", () => {
    for (const stage of [null, "to_contact", "contacted", "answered"] as const) {
      expect(stageOf(listSearch.parse(stageSearchOf(stage)))).toBe(stage);
    }
    expect(stageOf(listSearch.parse({ etape: "toString" }))).toBeNull();
  });
});
