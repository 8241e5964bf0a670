import { describe, expect, it } from "vitest";
import { remedyOf } from "./readiness";

describe("what is not ready", () => {
  it("leads to the slot it is about", () => {
    expect(remedyOf({ code: "slot_without_trainer", slot_id: "s1" })).toEqual({
      to: "/organisations/$organisation/sessions/$session/creneaux",
      slot: "s1",
    });
    expect(remedyOf({ code: "no_slot" })).toEqual({
      to: "/organisations/$organisation/sessions/$session/creneaux",
    });
  });

  it("leads to participants, courses, assessments and resources", () => {
    const last = (code: Parameters<typeof remedyOf>[0]["code"]) =>
      remedyOf({ code }).to.split("/").at(-1);
    expect(last("no_trainee")).toBe("participants");
    expect(last("skill_not_taught")).toBe("modules");
    expect(last("skill_not_assessed")).toBe("salons-et-quiz");
    expect(last("resource_not_clean")).toBe("ressources");
  });
});
