// A past search in words: it is kept by its codes, the catalogue names them as they are called today.
import type { SearchCriteria } from "@/api/types";
import type { Translate } from "@/i18n/saved";
import { stateFromBody } from "../request";
import { criterionSummary } from "../words";

export interface Names {
  skillOf: (code: string) => string;
  /** A letter, a domain, a job or a family. */
  romeOf: (value: string) => string | null;
}

export interface AskedLine {
  key: string;
  text: string;
  /** What is asked of a skill. */
  detail: string | null;
}

const FAMILY = "family:";

function placeWords(t: Translate, value: string, label: string): string {
  if (value.startsWith(FAMILY)) return t("saved.place.family", { label });
  return t(value.length > 3 ? "saved.place.job" : "saved.place.domain", { label });
}

/** What it asked, line by line; nothing when it asked for everybody. */
export function askedOf(t: Translate, search: SearchCriteria, names: Names): AskedLine[] {
  const { criteria, exclude, rome, job, name, minMatching } = stateFromBody(search, null);
  const line = (key: string, text: string): AskedLine => ({ key, text, detail: null });
  return [
    ...criteria.map((criterion) => ({
      key: `c${criterion.skill}`,
      text: names.skillOf(criterion.skill),
      detail: criterionSummary(t, criterion),
    })),
    ...(minMatching === null ? [] : [line("min", t("saved.atLeast", { count: minMatching }))]),
    ...exclude.map((code) => line(`x${code}`, t("saved.without", { label: names.skillOf(code) }))),
    ...rome.map((value) =>
      line(`r${value}`, placeWords(t, value, names.romeOf(value) ?? value.replace(FAMILY, ""))),
    ),
    ...(job === null ? [] : [line("job", t("saved.fit", { label: names.romeOf(job) ?? job }))]),
    ...(name === "" ? [] : [line("name", t("saved.person", { name }))]),
  ];
}

/** Every code the searches name, each once. */
export function codesOf(searches: SearchCriteria[]): { skills: string[]; rome: string[] } {
  const states = searches.map((search) => stateFromBody(search, null));
  const skills = states.flatMap(({ criteria, exclude }) => [
    ...criteria.map(({ skill }) => skill),
    ...exclude,
  ]);
  const rome = states.flatMap((state) => (state.job ? [...state.rome, state.job] : state.rome));
  return { skills: [...new Set(skills)], rome: [...new Set(rome)] };
}
