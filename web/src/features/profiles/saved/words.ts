// A saved search in words: what it asks, what a release changed of it, and what can be decided.
import type { CodeChange, SavedSearch } from "@/api/types";
import type { Translate } from "@/i18n/saved";
import { stateFromBody } from "../request";
import { criterionSummary } from "../words";
import type { Decision } from "./decide";

const LONGEST_NAME = 100;

export interface Asked {
  /** JSON pointer, to tell the lines apart. */
  pointer: string;
  text: string;
  /** What is asked of a skill. */
  detail: string | null;
}

/** What a saved search asks, line by line. */
export function askedBy(t: Translate, saved: SavedSearch): Asked[] {
  const { criteria, name, minMatching } = stateFromBody(saved.search, null);
  const labelled = (part: string) => saved.names.filter(({ pointer }) => pointer.startsWith(part));
  const lines: Asked[] = labelled("/criteria/").map(({ pointer, label }) => {
    const criterion = criteria[Number(pointer.split("/")[2])];
    return { pointer, text: label, detail: criterion ? criterionSummary(t, criterion) : null };
  });
  const say = (pointer: string, text: string) => lines.push({ pointer, text, detail: null });
  if (minMatching !== null) say("/min_matching", t("saved.atLeast", { count: minMatching }));
  for (const { pointer, label } of labelled("/exclude/"))
    say(pointer, t("saved.without", { label }));
  for (const { pointer, label, subject } of labelled("/rome/")) {
    say(pointer, t(`saved.place.${subject === "skill" ? "job" : subject}`, { label }));
  }
  for (const { pointer, label } of labelled("/job")) say(pointer, t("saved.fit", { label }));
  if (name !== "") say("/name", t("saved.person", { name }));
  return lines;
}

/** A name to begin with: the first things that are asked. */
export function proposedName(labels: string[]): string {
  const name = labels
    .filter((label) => label.trim() !== "")
    .slice(0, 2)
    .join(", ");
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

/** What a release changed, in a sentence. */
export function changeSaid(t: Translate, change: CodeChange): string {
  const { label, code, kind, label_now: now, successor, followed } = change;
  const heir = successor?.label ?? "";
  switch (kind) {
    case "relabelled":
      return t("saved.said.relabelled", { label, now: now ?? "" });
    case "replaced":
      return t(followed ? "saved.said.followed" : "saved.said.atOdds", { label, heir });
    case "retired":
      return t(successor ? "saved.said.retiredLikely" : "saved.said.retired", { label, heir });
    default: {
      const said = t(now ? "saved.said.reused" : "saved.said.reusedGone", {
        code,
        label,
        now: now ?? "",
      });
      const moved = successor
        ? t("saved.said.moved", { label, code: successor.code, heir })
        : t("saved.said.lost", { label });
      return `${said} ${moved}`;
    }
  }
}

/** What a decision does, in words. */
export function decisionWords(t: Translate, change: CodeChange, decision: Decision): string {
  const { label, code, label_now: now, successor, kind } = change;
  switch (decision) {
    case "successor":
      return t(kind === "replaced" ? "saved.decide.insist" : "saved.decide.successor", {
        label,
        heir: successor?.label ?? "",
        code: successor?.code ?? "",
      });
    case "keep":
      return t("saved.decide.keep", { code, now: now ?? "" });
    default:
      return t("saved.decide.remove", { label });
  }
}
