// One change between two contents, as a sentence.
import type { TrainingChange } from "@/api/types";
import type { Translate } from "@/i18n/revisions";
import { formatDuration, formatList } from "@/lib/format";
import { REFERENCES, TEXTS } from "./model/draft";
import {
  MODALITIES,
  modalityName,
  NATURES,
  natureName,
  quoted,
  referenceName,
  textName,
} from "./words";

/** Longer texts stand under the sentence rather than in it. */
const SHORT = 80;

export interface Told {
  sentences: string[];
  /** The texts themselves, where they are too long for a sentence. */
  before: string | null;
  after: string | null;
}

const said = (...sentences: string[]): Told => ({ sentences, before: null, after: null });

export function tell(t: Translate, change: TrainingChange): Told {
  if (change.subject === "field") return tellField(t, change);
  const name = quoted(change.label ?? change.key);
  if (change.kind !== "changed")
    return said(t(`change.${change.subject}.${change.kind}`, { name }));
  return tellProperty(t, change, name);
}

function tellField(t: Translate, change: TrainingChange): Told {
  const name = fieldName(t, change.key);
  const told = (text: string) => (change.key === "nature" ? nature(t, text) : text);
  const before = change.before ? told(change.before) : null;
  const after = change.after ? told(change.after) : null;
  if (before !== null && after !== null && isShort(before) && isShort(after)) {
    return said(t("change.field.replaced", { name, before: quoted(before), after: quoted(after) }));
  }
  const happened = before === null ? "added" : after === null ? "removed" : "changed";
  return { sentences: [t(`change.field.${happened}`, { name })], before, after };
}

const isShort = (text: string): boolean => text.length <= SHORT && !text.includes("\n");

function fieldName(t: Translate, key: string): string {
  if (key === "nature") return t("training.nature");
  const text = TEXTS.find((name) => name === key);
  if (text) return textName(t, text);
  const reference = REFERENCES.find((name) => name === (key === "certification" ? "code" : key));
  return reference ? referenceName(t, reference) : t("training.title");
}

function tellProperty(t: Translate, change: TrainingChange, name: string): Told {
  const { property, before: was, after: is } = change;
  const [before, after] = [quoted(was ?? ""), quoted(is ?? "")];
  switch (property) {
    case "label":
      return said(t(`change.${nounOf(change)}.renamed`, { before, after }));
    case "appellation":
      return said(t(`change.appellation.${happened(change)}`, { name, before, after }));
    case "jobs":
      return said(
        is ? t("change.skill.jobs", { name, jobs: is }) : t("change.skill.noJobs", { name }),
      );
    case "marks":
      return said(t(is ? "change.skill.marks" : "change.skill.noMarks", { name, before, after }));
    case "scale":
      return said(t("change.skill.scale", { name, scale: is ?? t("training.levels.common") }));
    case "target":
      return said(t("change.skill.target", { name, before, after }));
    case "pass":
      return said(t("change.skill.pass", { name, before, after }));
    case "link":
      return said(t(is ? "change.skill.linked" : "change.skill.unlinked", { name }));
    case "minutes":
      return said(t("change.course.minutes", { name, before: duration(was), after: duration(is) }));
    case "modality":
      return said(t("change.course.modality", { name, after: modality(t, is) }));
    default:
      return said(...tellTaught(t, name, lines(was), lines(is)));
  }
}

/** Of what a change tells, other than a field. */
const nounOf = ({ subject }: TrainingChange) =>
  subject === "job" || subject === "course" ? subject : "skill";

function happened({ before, after }: TrainingChange): "set" | "cleared" | "replaced" {
  if (!before) return "set";
  return after ? "replaced" : "cleared";
}

const duration = (minutes: string | null | undefined): string =>
  formatDuration(Number(minutes ?? 0));

/** Named by the server, or by its code when it was compared here. */
function modality(t: Translate, text: string | null | undefined): string {
  const code = MODALITIES.find((known) => known === text);
  return code ? modalityName(t, code) : (text ?? "");
}

function nature(t: Translate, text: string): string {
  const code = NATURES.find((known) => known === text);
  return code ? natureName(t, code) : text;
}

const lines = (text: string | null | undefined): string[] => (text ? text.split("\n") : []);

function tellTaught(t: Translate, name: string, before: string[], after: string[]): string[] {
  const told: string[] = [];
  const list = (skills: string[]) => formatList(skills.map(quoted));
  const added = after.filter((skill) => !before.includes(skill));
  const removed = before.filter((skill) => !after.includes(skill));
  if (added.length > 0) told.push(t("change.course.teaches", { name, skills: list(added) }));
  if (removed.length > 0) told.push(t("change.course.dropped", { name, skills: list(removed) }));
  return told;
}
