// Two people wrote the same training: what one typed, put back onto what the other saved.
import { type Draft, REFERENCES, TEXTS } from "./draft";

export interface Merged {
  draft: Draft;
  /** Places that both changed, each their own way: what was typed here stands. */
  clashes: string[];
}

const equal = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Puts what changed from `base` to `mine` onto `theirs`. Nothing that was typed is lost. */
export function reapply(base: Draft, mine: Draft, theirs: Draft): Merged {
  const clashes: string[] = [];
  const pick = <T extends string>(place: string, was: T, here: T, there: T): T => {
    if (here === was) return there;
    if (there !== was && there !== here) clashes.push(place);
    return here;
  };
  const each = <K extends string>(list: string, keys: readonly K[], of: Of<K>) =>
    Object.fromEntries(
      keys.map((key) => [
        key,
        pick(`${list}.${key}`, of(base)[key], of(mine)[key], of(theirs)[key]),
      ]),
    ) as Record<K, string>;

  const lines = <T>(list: string, of: (draft: Draft) => T[], key: (line: T) => string) =>
    mergeLines([of(base), of(mine), of(theirs)], key, {
      clash: (line) => clashes.push(`${list}.${line}`),
    });

  const title = pick("title", base.title, mine.title, theirs.title);
  const nature = pick("nature", base.nature, mine.nature, theirs.nature);
  const texts = each("texts", TEXTS, (draft) => draft.texts);
  const references = each("references", REFERENCES, (draft) => draft.references);
  const jobs = lines(
    "jobs",
    (draft) => draft.jobs,
    (line) => line.code,
  );
  const skills = lines(
    "skills",
    (draft) => draft.skills,
    (line) => line.skill,
  );
  const kept = new Set(skills.map(({ skill }) => skill));
  const courses = mergeLines([base.courses, mine.courses, theirs.courses], (line) => line.id, {
    clash: (line) => clashes.push(`courses.${line}`),
    // What a course teaches is a set: both people's additions and removals count.
    merge: (was, here, there) => ({
      ...there,
      skills: mergeSet(was?.skills ?? [], here.skills, there.skills),
    }),
  }).map((line) => ({ ...line, skills: line.skills.filter((skill) => kept.has(skill)) }));
  return { draft: { title, nature, texts, references, jobs, skills, courses }, clashes };
}

type Of<K extends string> = (draft: Draft) => Record<K, string>;

function mergeSet(was: string[], here: string[], there: string[]): string[] {
  const added = here.filter((value) => !was.includes(value) && !there.includes(value));
  const removed = was.filter((value) => !here.includes(value));
  return [...there.filter((value) => !removed.includes(value)), ...added];
}

interface Rules<T> {
  clash: (key: string) => void;
  /** Merges a line that both have; otherwise what was typed stands where it changed. */
  merge?: (was: T | undefined, here: T, there: T) => T;
}

function mergeLines<T>(
  [base, mine, theirs]: [T[], T[], T[]],
  key: (line: T) => string,
  { clash, merge }: Rules<T>,
): T[] {
  const find = (list: T[], id: string) => list.find((line) => key(line) === id);
  const kept: T[] = [];
  for (const there of theirs) {
    const id = key(there);
    const [was, here] = [find(base, id), find(mine, id)];
    // Taken out here: it goes, and the clash is told when they had changed it.
    if (here === undefined && was !== undefined) {
      if (!equal(was, there)) clash(id);
    } else if (here === undefined) kept.push(there);
    else if (merge) kept.push(merge(was, here, there));
    else if (was !== undefined && equal(was, here)) kept.push(there);
    else {
      if (!equal(was, there) && !equal(here, there)) clash(id);
      kept.push(here);
    }
  }
  for (const here of mine) {
    const id = key(here);
    if (find(theirs, id) !== undefined) continue;
    const was = find(base, id);
    if (was === undefined) kept.push(here);
    else if (!equal(was, here)) {
      // They took out a line that was being written here: it comes back.
      clash(id);
      kept.push(here);
    }
  }
  return ordered(kept, key, base.map(key), mine.map(key));
}

/** In the order of `mine` where that was changed here; in theirs, as they stand, otherwise. */
function ordered<T>(lines: T[], key: (line: T) => string, base: string[], mine: string[]): T[] {
  const common = base.filter((id) => mine.includes(id));
  if (
    equal(
      common,
      mine.filter((id) => base.includes(id)),
    )
  )
    return lines;
  const here = lines.filter((line) => mine.includes(key(line)));
  here.sort((a, b) => mine.indexOf(key(a)) - mine.indexOf(key(b)));
  // Lines of theirs keep their places, the others fill the rest in the order chosen here.
  return lines.map((line) => (mine.includes(key(line)) ? (here.shift() ?? line) : line));
}
