import { describe, expect, it } from "vitest";
import type { PassportSettings } from "@/api/types";
import { bodyOf, isDelay, isDuration, valuesOf } from "./rules";

const settings: PassportSettings = {
  version: 2,
  level_rule: "latest",
  two_people: true,
  reply_days: 30,
  validities: [{ skill: "101", months: 24 }],
};

describe("how an organisation validates", () => {
  it("goes through the form unchanged", () => {
    const { version: _, ...body } = settings;
    expect(bodyOf(valuesOf(settings))).toEqual(body);
  });

  it("takes delays of 1 to 90 days and durations of 1 to 120 months, in figures only", () => {
    const said = (judge: (text: string) => boolean) =>
      ["", "0", "1", "90", "91", "120", "121", "1,5", "-3", "dix"].filter(judge);
    expect(said(isDelay)).toEqual(["1", "90"]);
    expect(said(isDuration)).toEqual(["1", "90", "91", "120"]);
  });
});
