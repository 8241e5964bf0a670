// A decision on a contest, from what is filled in to what is sent.
import type { ContestDecisionBody } from "@/api/types";
import type { MarkStatus, Reason } from "./marks";

export interface DecisionValues extends Record<string, unknown> {
  decision: ContestDecisionBody["decision"];
  reason: string;
  status: MarkStatus;
  minutes_late: string;
  justified: boolean;
  cause: Reason | "";
}

export const UNDECIDED: DecisionValues = {
  decision: "accepted",
  reason: "",
  status: "present",
  minutes_late: "",
  justified: false,
  cause: "",
};

/** Where the form shows what the server finds wrong with the mark. */
export const DECISION_POINTERS = {
  "/mark": "/status",
  "/mark/status": "/status",
  "/mark/minutes_late": "/minutes_late",
  "/mark/justified": "/justified",
  "/mark/reason": "/cause",
};

/** Whether something may prove what is said. */
export const explains = ({ decision, status }: DecisionValues): boolean =>
  decision === "accepted" && status !== "present";

export const misses = (status: MarkStatus): boolean => status === "late" || status === "absent";

/** Only what goes with the mark is sent: a reason typed for an absence, and its proof, are left out of a presence. */
export function decisionOf(values: DecisionValues, proof: string | null): ContestDecisionBody {
  const { decision, status, justified, cause } = values;
  const reason = values.reason.trim();
  if (decision === "rejected") return { decision, reason, mark: null };
  const minutes = Number.parseInt(values.minutes_late, 10);
  return {
    decision,
    reason,
    mark: {
      status,
      minutes_late: status === "late" && Number.isFinite(minutes) ? minutes : null,
      justified: misses(status) && justified,
      reason: status === "present" || cause === "" ? null : cause,
    },
    proof_file_id: explains(values) ? proof : null,
  };
}
