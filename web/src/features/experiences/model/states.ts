// What a person may do with an experience, from how far it is.
import type { Experience, ExperienceProof, ExperienceSubmission } from "@/api/types";

type Standing = Pick<Experience, "status" | "submissions">;

/** An organisation looks at it, or put its name to it: its words, skills and proofs stay as they are. */
const HOLDING: readonly ExperienceSubmission["status"][] = ["submitted", "validated", "completed"];
/** It can still be taken back from the organisation. */
const OPEN: readonly ExperienceSubmission["status"][] = ["submitted", "to_complete"];

export const isDeclared = ({ status }: Pick<Experience, "status">): boolean =>
  status !== "draft" && status !== "proposed" && status !== "withdrawn";

export const isHeld = ({ submissions }: Pick<Experience, "submissions">): boolean =>
  submissions.some(({ status }) => HOLDING.includes(status));

/** Written anew, or given another proof. */
export const mayWrite = (experience: Standing): boolean =>
  (experience.status === "draft" || isDeclared(experience)) && !isHeld(experience);

export const mayDeclare = ({ status }: Pick<Experience, "status">): boolean =>
  status === "draft" || status === "proposed";

/** What was never said is deleted; what was said is taken back. */
export const mayDelete = mayDeclare;
export const mayWithdraw = isDeclared;

export const isOpen = ({ status }: Pick<ExperienceSubmission, "status">): boolean =>
  OPEN.includes(status);

const present = (proofs: readonly ExperienceProof[]) =>
  proofs.filter(({ state }) => state !== "removed");

export const countOf = ({ proofs }: Pick<Experience, "proofs">): number => present(proofs).length;

/** Why an experience cannot be put before an organisation yet; null when it can. */
export type Obstacle = "undeclared" | "expired" | "noProof" | "checking";

export function obstacleOf(
  experience: Pick<Experience, "status" | "expires_on" | "proofs">,
  today: string,
): Obstacle | null {
  if (!isDeclared(experience)) return "undeclared";
  if (experience.expires_on && experience.expires_on < today) return "expired";
  if (experience.proofs.some(({ shown }) => shown === "clean")) return null;
  return experience.proofs.some(({ shown }) => shown === "waiting") ? "checking" : "noProof";
}

/** The antivirus, or what draws a masked copy, has not spoken yet. */
export const isChecking = ({ proofs }: Pick<Experience, "proofs">): boolean =>
  proofs.some(({ state, shown }) => state === "waiting" || shown === "waiting");

/** Whether zones of a proof may be masked now. */
export const mayMask = (
  { status }: Pick<Experience, "status">,
  { state }: Pick<ExperienceProof, "state">,
): boolean => status !== "withdrawn" && status !== "proposed" && state === "clean";
