// Where each fault that the server found belongs in the draft. Places of the body become keys of the
// draft, so that a fault stays with its line when lines move.
import type { FieldProblem } from "@/api/problem";
import { codesIn, type Draft, type ReferenceName } from "./draft";

/** Messages by place: `title`, `texts.price`, `skills.101.pass`, `courses.<id>`, or a whole list. */
export type Faults = Readonly<Record<string, string>>;

export const NO_FAULTS: Faults = {};
/** The place of what belongs nowhere. */
export const ELSEWHERE = "elsewhere";

export function placeFaults(errors: readonly FieldProblem[], draft: Draft): Faults {
  const faults: Record<string, string> = {};
  for (const { pointer, message } of errors) {
    const [place, text] = placed(pointer.split("/").slice(1), message, draft);
    const before = faults[place];
    faults[place] = before === undefined ? text : `${before} ${text}`;
  }
  return faults;
}

function placed(parts: string[], message: string, draft: Draft): [string, string] {
  const [list = "", at = "", field] = parts;
  switch (list) {
    case "title":
    case "nature":
      return [list, message];
    case "texts":
      return [`texts.${at}`, message];
    case "certification":
      return [`references.${at}`, typedCode(draft, at, field, message)];
    case "jobs":
      return [lineKey("jobs", draft.jobs[Number(at)]?.code, at), message];
    case "skills":
      return [skillKey(draft, at, field), message];
    case "courses":
      return [lineKey("courses", draft.courses[Number(at)]?.id, at), message];
    default:
      return [ELSEWHERE, message];
  }
}

const lineKey = (list: string, key: string | undefined, at: string): string =>
  at === "" || key === undefined ? list : `${list}.${key}`;

function skillKey(draft: Draft, at: string, field: string | undefined): string {
  const line = lineKey("skills", draft.skills[Number(at)]?.skill, at);
  return field === "target" || field === "pass" ? `${line}.${field}` : line;
}

/** Names the code that is wrong, where several share a field. */
function typedCode(draft: Draft, name: string, at: string | undefined, message: string): string {
  const typed = draft.references[name as ReferenceName];
  const code = at === undefined || typed === undefined ? undefined : codesIn(typed)[Number(at)];
  return code === undefined ? message : `«\u00a0${code}\u00a0»\u00a0: ${message}`;
}

/** The faults of which nothing changed since: what people correct is no longer complained about. */
export function stillStanding(faults: Faults, before: Draft, after: Draft): Faults {
  const entries = Object.entries(faults);
  const kept = entries.filter(([place]) => at(place, before) === at(place, after));
  return kept.length === entries.length ? faults : Object.fromEntries(kept);
}

function at(place: string, draft: Draft): unknown {
  const [list, key] = place.split(".");
  switch (list) {
    case "title":
      return draft.title;
    case "nature":
      return draft.nature;
    case "texts":
      return draft.texts[key as keyof Draft["texts"]];
    case "references":
      return draft.references[key as ReferenceName];
    case "jobs":
      return key ? draft.jobs.find(({ code }) => code === key) : draft.jobs;
    case "skills":
      return key ? draft.skills.find(({ skill }) => skill === key) : draft.skills;
    case "courses":
      return key ? draft.courses.find(({ id }) => id === key) : draft.courses;
    default:
      return null;
  }
}
