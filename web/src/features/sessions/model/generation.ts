// Slots at regular times: what is typed, what is sent, what is wrong with it.
import type { FieldProblem } from "@/api/problem";
import { fieldOf } from "@/api/problem";
import type { GeneratedSlots, GenerationBody, SlotKind } from "@/api/types";
import type { Day } from "@/lib/days";

export const MOST_HOURS = 4;

export interface Rule {
  kind: SlotKind;
  session_course_id: string;
  title: string;
  from: Day;
  weekdays: number[];
  every_weeks: number;
  /** Until a day, or for a number of days. */
  ends: "until" | "count";
  until: Day;
  count: string;
  hours: { start_time: string; end_time: string }[];
  skip_holidays: boolean;
  closures: { from: Day; to: Day }[];
  place: string;
  override_reason: string;
}

/** A week of working days, mornings and afternoons, over the days of the session. */
export const ruleOf = (session: { starts_on: Day; ends_on: Day }): Rule => ({
  kind: "course",
  session_course_id: "",
  title: "",
  from: session.starts_on,
  weekdays: [1, 2, 3, 4, 5],
  every_weeks: 1,
  ends: "until",
  until: session.ends_on,
  count: "",
  hours: [
    { start_time: "09:00", end_time: "12:30" },
    { start_time: "13:30", end_time: "17:00" },
  ],
  skip_holidays: true,
  closures: [],
  place: "",
  override_reason: "",
});

export function generationBody(rule: Rule, dryRun: boolean): GenerationBody {
  const reason = rule.override_reason.trim();
  return {
    dry_run: dryRun,
    kind: rule.kind,
    session_course_id: rule.session_course_id === "" ? null : rule.session_course_id,
    title: rule.title.trim(),
    from: rule.from,
    weekdays: [...rule.weekdays].sort((one, other) => one - other),
    every_weeks: rule.every_weeks,
    until: rule.ends === "until" ? rule.until : null,
    count: rule.ends === "count" ? Number(rule.count) : null,
    hours: rule.hours,
    skip_holidays: rule.skip_holidays,
    closures: rule.closures.map(({ from, to }) => ({ from, to: to === "" ? from : to })),
    place: rule.place.trim(),
    override_reason: reason === "" ? null : reason,
  };
}

/** Messages by the field they belong to, `hours.0.end_time` for one; the empty field stands for the rule as a whole. */
export type RuleFaults = Record<string, string>;

const WHOLE = /^\d+$/;

interface Words {
  required: string;
  weekdays: string;
  order: string;
  course: string;
  count: string;
}

/** What is wrong before anything is sent. */
export function ruleFaults(rule: Rule, words: Words): RuleFaults {
  const faults: RuleFaults = {};
  const need = (field: string, text: string) => {
    if (text.trim() === "") faults[field] = words.required;
  };
  need("from", rule.from);
  if (rule.ends === "until") need("until", rule.until);
  else if (!WHOLE.test(rule.count) || Number(rule.count) < 1) faults.count = words.count;
  if (rule.weekdays.length === 0) faults.weekdays = words.weekdays;
  if (rule.kind === "course" && rule.session_course_id === "" && rule.title.trim() === "") {
    faults.session_course_id = words.course;
  }
  rule.hours.forEach(({ start_time: start, end_time: end }, place) => {
    need(`hours.${place}.start_time`, start);
    need(`hours.${place}.end_time`, end);
    if (start !== "" && end !== "" && end <= start) faults[`hours.${place}.end_time`] = words.order;
  });
  rule.closures.forEach(({ from, to }, place) => {
    need(`closures.${place}.from`, from);
    if (to !== "" && to < from) faults[`closures.${place}.to`] = words.order;
  });
  return faults;
}

/** The same of what the server found. */
export const faultsOf = (errors: readonly FieldProblem[]): RuleFaults =>
  Object.fromEntries(
    [...errors].reverse().map(({ pointer, message }) => [fieldOf(pointer), message]),
  );

export interface Outcome {
  /** Slots that would be created. */
  total: number;
  /** Those that the session has already: nothing is created while there are any. */
  existing: number;
  /** Those at whose time somebody or the place is taken: a reason is needed. */
  conflicting: number;
  minutes: number;
}

export function outcomeOf({ slots }: GeneratedSlots): Outcome {
  const minutes = slots.map(
    ({ starts_at: from, ends_at: to }) => (Date.parse(to) - Date.parse(from)) / 60_000,
  );
  return {
    total: slots.length,
    existing: slots.filter(({ exists }) => exists).length,
    conflicting: slots.filter(({ conflicts }) => conflicts.length > 0).length,
    minutes: minutes.reduce((sum, one) => sum + one, 0),
  };
}
