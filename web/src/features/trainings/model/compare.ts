// What changed between two contents, told as the server tells it of two revisions.
import type { TrainingChange, TrainingContent, TrainingCourse, TrainingSkill } from "@/api/types";
import { TEXTS } from "./draft";

type Subject = TrainingChange["subject"];
type Property = NonNullable<TrainingChange["property"]>;

interface Entry {
  key: string;
  label: string;
  properties: [Property, string][];
}

/** Everything that differs, in the order in which people read a training. */
export function changesBetween(before: TrainingContent, after: TrainingContent): TrainingChange[] {
  const both = [...after.skills, ...before.skills];
  return [
    ...fieldChanges(before, after),
    ...lineChanges("job", before.jobs.map(jobEntry), after.jobs.map(jobEntry)),
    ...lineChanges("skill", before.skills.map(skillEntry), after.skills.map(skillEntry)),
    ...lineChanges(
      "course",
      before.courses.map((line) => courseEntry(line, both)),
      after.courses.map((line) => courseEntry(line, both)),
    ),
  ];
}

function fieldChanges(before: TrainingContent, after: TrainingContent): TrainingChange[] {
  const old = new Map(fieldsOf(before));
  return fieldsOf(after)
    .filter(([key, text]) => old.get(key) !== text)
    .map(([key, text]) => ({
      ...change("field", key, null, "changed"),
      before: old.get(key) || null,
      after: text || null,
    }));
}

function fieldsOf({ title, nature, texts, certification }: TrainingContent): [string, string][] {
  return [
    ["title", title],
    ["nature", nature],
    ...TEXTS.map((name): [string, string] => [name, texts[name] ?? ""]),
    ["certification", certification.code ?? ""],
    ["blocks", (certification.blocks ?? []).join(", ")],
    ["formacodes", (certification.formacodes ?? []).join(", ")],
    ["specialities", (certification.specialities ?? []).join(", ")],
  ];
}

const jobEntry = ({ code, label, appellation }: TrainingContent["jobs"][number]): Entry => ({
  key: code,
  label,
  properties: [
    ["label", label],
    ["appellation", appellation ?? ""],
  ],
});

const skillEntry = ({ skill, label, jobs, grid, target, pass, linked }: TrainingSkill): Entry => ({
  key: skill,
  label,
  properties: [
    ["label", label],
    ["jobs", jobs.join(", ")],
    ["scale", grid ? `${grid.name}, version ${grid.version}` : ""],
    ["target", target.name],
    ["pass", pass.name],
    ["link", linked?.code ?? ""],
  ],
});

function courseEntry(line: TrainingCourse, skills: TrainingSkill[]): Entry {
  const { course_id: key, title, minutes, modality, skills: taught } = line;
  const names = taught.map((id) => skills.find(({ skill }) => skill === id)?.label ?? "");
  return {
    key,
    label: title,
    properties: [
      ["label", title],
      ["minutes", String(minutes)],
      ["modality", modality],
      ["skills", names.sort().join("\n")],
    ],
  };
}

function lineChanges(subject: Subject, before: Entry[], after: Entry[]): TrainingChange[] {
  const old = new Map(before.map((entry) => [entry.key, entry]));
  const now = new Set(after.map(({ key }) => key));
  const removed = before
    .filter(({ key }) => !now.has(key))
    .map(({ key, label }) => change(subject, key, label, "removed"));
  const still = movedKeys(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  );
  const rest = after.flatMap(({ key, label, properties }) => {
    const was = old.get(key);
    if (!was) return [change(subject, key, label, "added")];
    const changed = properties.flatMap(([property, value], place) => {
      const text = was.properties[place]?.[1] ?? "";
      if (text === value) return [];
      const told = { property, before: text || null, after: value || null };
      return [{ ...change(subject, key, label, "changed"), ...told }];
    });
    return still.has(key) ? [...changed, change(subject, key, label, "moved")] : changed;
  });
  return [...removed, ...rest];
}

/** The keys that no longer follow the others: all but a longest run that kept its order. */
function movedKeys(before: string[], after: string[]): Set<string> {
  const kept = after.filter((key) => before.includes(key));
  const places = kept.map((key) => before.indexOf(key));
  const best: number[][] = [];
  for (const [at, place] of places.entries()) {
    let run: number[] = [];
    for (let earlier = 0; earlier < at; earlier++) {
      const other = best[earlier] ?? [];
      if ((places[earlier] ?? 0) < place && other.length > run.length) run = other;
    }
    best.push([...run, at]);
  }
  const steady = new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
  return new Set(kept.filter((_, at) => !steady.has(at)));
}

function change(
  subject: Subject,
  key: string,
  label: string | null,
  kind: TrainingChange["kind"],
): TrainingChange {
  return { subject, key, label, kind, property: null, before: null, after: null };
}
