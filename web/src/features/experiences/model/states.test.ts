import { describe, expect, it } from "vitest";
import type { Experience, ExperienceProof, ProofState, SubmissionStatus } from "@/api/types";
import {
  countOf,
  isChecking,
  mayDelete,
  mayMask,
  mayWithdraw,
  mayWrite,
  obstacleOf,
} from "./states";

const submission = (status: SubmissionStatus) => ({ status }) as Experience["submissions"][number];
const proof = (state: ProofState, shown: ProofState = state) =>
  ({ state, shown }) as ExperienceProof;

describe("an experience", () => {
  it("is written while no organisation looks at it or put its name to it", () => {
    const may = (status: Experience["status"], ...held: SubmissionStatus[]) =>
      mayWrite({ status, submissions: held.map(submission) });
    expect(may("draft")).toBe(true);
    expect(may("proposed")).toBe(false);
    expect(may("declared")).toBe(true);
    expect(may("submitted", "submitted")).toBe(false);
    expect(may("to_complete", "to_complete")).toBe(true);
    expect(may("to_complete", "to_complete", "submitted")).toBe(false);
    expect(may("refused", "refused")).toBe(true);
    expect(may("validated", "validated", "refused")).toBe(false);
    expect(may("withdrawn")).toBe(false);
  });

  it("is deleted before it was said, and taken back after", () => {
    expect([mayDelete({ status: "draft" }), mayWithdraw({ status: "draft" })]).toEqual([
      true,
      false,
    ]);
    expect([mayDelete({ status: "refused" }), mayWithdraw({ status: "refused" })]).toEqual([
      false,
      true,
    ]);
    expect(mayWithdraw({ status: "withdrawn" })).toBe(false);
  });

  it("goes to an organisation with a proof that can be opened, and not after its last day", () => {
    const sound = { status: "declared" as const, expires_on: null, proofs: [proof("clean")] };
    const why = (more: Partial<Experience>) => obstacleOf({ ...sound, ...more }, "2026-03-03");
    expect(why({})).toBeNull();
    expect(why({ status: "draft" })).toBe("undeclared");
    expect(why({ expires_on: "2026-03-02" })).toBe("expired");
    expect(why({ expires_on: "2026-03-03" })).toBeNull();
    expect(why({ proofs: [] })).toBe("noProof");
    expect(why({ proofs: [proof("error")] })).toBe("noProof");
    expect(why({ proofs: [proof("clean", "waiting")] })).toBe("checking");
    expect(why({ proofs: [proof("waiting"), proof("clean")] })).toBeNull();
  });

  it("is asked about again while something is being checked", () => {
    expect(isChecking({ proofs: [proof("clean")] })).toBe(false);
    expect(isChecking({ proofs: [proof("clean", "waiting")] })).toBe(true);
    expect(countOf({ proofs: [proof("removed"), proof("waiting")] })).toBe(1);
  });

  it("has zones masked of what can be opened", () => {
    expect(mayMask({ status: "submitted" }, { state: "clean" })).toBe(true);
    expect(mayMask({ status: "withdrawn" }, { state: "clean" })).toBe(false);
    expect(mayMask({ status: "declared" }, { state: "waiting" })).toBe(false);
  });
});
