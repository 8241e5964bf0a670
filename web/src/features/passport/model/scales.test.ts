import { describe, expect, it } from "vitest";
import type { Grid } from "@/api/types";
import { CUTTING, WELDING } from "./sample";
import { levelBody, levelIn, NOT_ACQUIRED, proposedValue, scalesOf } from "./scales";

const GRIDS: Grid[] = [
  {
    id: "g1",
    version: 5,
    name: "Grille maison",
    steps: [{ position: 0, name: "Autre version", common_level: null, passing: false }],
  },
  {
    id: "g2",
    version: 1,
    name: "Deux marches",
    steps: [
      { position: 0, name: "Non", common_level: null, passing: false },
      { position: 1, name: "Oui", common_level: 3, passing: true },
    ],
  },
];

describe("scalesOf", () => {
  it("puts the column's own scale first, in the version of the programme", () => {
    const [own, common, other, ...rest] = scalesOf(CUTTING, GRIDS);
    expect(own?.title).toBe("Grille maison");
    expect(own?.levels.map(({ name }) => name)).toEqual(["Découvre", "Applique", "Maîtrise"]);
    expect(common?.title).toBeNull();
    expect(other?.title).toBe("Deux marches");
    expect(rest).toEqual([]);
  });

  it("has the common scale once where it is the column's own", () => {
    expect(scalesOf(WELDING, GRIDS).map(({ key }) => key)).toEqual(["common", "g1", "g2"]);
    expect(scalesOf(WELDING, [])[0]?.levels.map(({ common }) => common)).toEqual([1, 2, 3, 4]);
  });
});

describe("a level", () => {
  it("is sent as a step, as a level of the common scale, or as not acquired", () => {
    const none = { grid_id: null, step: null, common_level: null, not_acquired: false };
    expect(levelBody(proposedValue(CUTTING, 2))).toEqual({ ...none, grid_id: "g1", step: 2 });
    expect(levelBody(proposedValue(WELDING, 3))).toEqual({ ...none, common_level: 3 });
    expect(levelBody(NOT_ACQUIRED)).toEqual({ ...none, not_acquired: true });
  });

  it("is found on any of the scales, and nowhere when it is none of them", () => {
    const scales = scalesOf(CUTTING, GRIDS);
    expect(levelIn(scales, "step:g1:1")?.name).toBe("Applique");
    expect(levelIn(scales, "step:g2:1")?.common).toBe(3);
    expect(levelIn(scales, "common:4")?.common).toBe(4);
    expect(levelIn(scales, "step:g1:9")).toBeNull();
    expect(levelIn(scales, "")).toBeNull();
  });
});
