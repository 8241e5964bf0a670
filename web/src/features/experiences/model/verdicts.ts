// What a reviewer makes of each skill, as a form holds it and as it is sent.
import type { Authenticity, DecisionBody, Grid, ReviewedExperience } from "@/api/types";

/** A step of a grid, `<grid>:<position>`; `refused`; empty while nothing is said. */
export type StepValue = string;
export const NOT_ATTESTED: StepValue = "refused";

export interface VerdictValue {
  skill: string;
  label: string;
  /** What the person claims; null for a skill that the reviewer adds. */
  claimed: number | null;
  step: StepValue;
  reason: string;
}

export interface DecisionValues {
  judgement: Authenticity | "";
  judgementReason: string;
  skills: VerdictValue[];
  text: string;
  expires_on: string;
}

/** Most skills one decision speaks of. */
export const MOST_VERDICTS = 50;

const stepOf = (grid: string, position: number): StepValue => `${grid}:${position}`;

export interface StepChoice {
  value: StepValue;
  name: string;
  level: number | null;
}

/** The steps that mean acquired, by grid: nothing else can be attested. */
export const choicesOf = (grids: readonly Grid[]): { group: string; steps: StepChoice[] }[] =>
  grids
    .map(({ id, name, steps }) => ({
      group: name,
      steps: steps
        .filter(({ passing }) => passing)
        .map((step) => ({
          value: stepOf(id, step.position),
          name: step.name,
          level: step.common_level ?? null,
        })),
    }))
    .filter(({ steps }) => steps.length > 0);

/** The step that says just what is claimed, where one grid alone has it. */
export function matching(grids: readonly Grid[], claimed: number): StepValue {
  const found = choicesOf(grids)
    .flatMap(({ steps }) => steps)
    .filter(({ level }) => level === claimed);
  return found.length === 1 ? (found[0]?.value ?? "") : "";
}

export const startOf = ({ skills }: Pick<ReviewedExperience, "skills">): DecisionValues => ({
  judgement: "",
  judgementReason: "",
  skills: skills.map(({ skill, label, level }) => ({
    skill,
    label,
    claimed: level,
    step: "",
    reason: "",
  })),
  text: "",
  expires_on: "",
});

export type Fault =
  | "judgement"
  | "notAuthentic"
  | "judgementReason"
  | "step"
  | "reason"
  | "nothingAttested";

/** What a decision lacks, by the field it is told at; the server says the same. */
export function faultsOf(values: DecisionValues): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  const { judgement, judgementReason, skills } = values;
  if (judgement === "") faults.judgement = "judgement";
  if (judgement === "not_authentic") faults.judgement = "notAuthentic";
  if (judgement === "undetermined" && judgementReason.trim() === "") {
    faults.judgementReason = "judgementReason";
  }
  skills.forEach(({ step, reason }, place) => {
    if (step === "") faults[`skills.${place}.step`] = "step";
    if (step === NOT_ATTESTED && reason.trim() === "") faults[`skills.${place}.reason`] = "reason";
  });
  if (!skills.some(({ step }) => step !== "" && step !== NOT_ATTESTED)) {
    faults.skills = "nothingAttested";
  }
  return faults;
}

const reasonOf = (reason: string) => (reason.trim() === "" ? {} : { reason: reason.trim() });

export function decisionOf(values: DecisionValues, file: string | null): DecisionBody {
  const { judgement, judgementReason, skills, text, expires_on: last } = values;
  return {
    proofs: {
      judgement: judgement === "" ? "undetermined" : judgement,
      ...reasonOf(judgementReason),
    },
    skills: skills.map(({ skill, step, reason }) => {
      const [grid, position] = step === NOT_ATTESTED ? [] : step.split(":");
      return {
        skill,
        ...(grid && position ? { grid_id: grid, step: Number(position) } : {}),
        ...reasonOf(reason),
      };
    }),
    text: text.trim() || null,
    expires_on: last || null,
    file_id: file,
  };
}

/** Where a fault of the server's is told in the form: `skills.2.grid_id` → `skills.2.step`. */
export const placeOf = (field: string): string =>
  field
    .replace(/^proofs\.judgement$/, "judgement")
    .replace(/^proofs\.reason$/, "judgementReason")
    .replace(/^(skills\.\d+)\.(grid_id|skill)$/, "$1.step");
