import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import { decidedBefore, refusalOf } from "./refusal";

const conflict = (current_state: string, code = "illegal_transition") =>
  new ApiProblem(409, { code, current_state });

describe("refusals of a decision", () => {
  it("tells what somebody else decided", () => {
    expect(decidedBefore(conflict("kept"))).toBe("kept");
    expect(decidedBefore(conflict("accepted"))).toBe("accepted");
  });

  it("tells an archived training from a decision", () => {
    expect(refusalOf(conflict("archived"))).toBe("archived");
    expect(decidedBefore(conflict("archived"))).toBeNull();
  });

  it("leaves everything else to the general message", () => {
    expect(refusalOf(conflict("kept", "organisation_suspended"))).toBeNull();
    expect(refusalOf(conflict("unheard_of"))).toBeNull();
    expect(refusalOf(new Error("lost"))).toBeNull();
  });
});
