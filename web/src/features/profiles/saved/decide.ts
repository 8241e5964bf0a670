// What becomes of the codes that a release changed, as their owner decides.
import type { CodeChange, SavedSearch, SearchCriteria } from "@/api/types";

/** Take what means today what was saved; keep the code, whatever it means now; leave it out. */
export type Decision = "successor" | "keep" | "remove";

/** The decisions there are about a change; none when nothing is asked. */
export function decisionsFor(change: CodeChange): Decision[] {
  if (!change.decision_needed) return [];
  const found: Decision[] = [];
  if (change.successor) found.push("successor");
  if (change.kind === "reused" && change.label_now) found.push("keep");
  return [...found, "remove"];
}

/** The search once everything is decided. What is asked of a successor by decision goes before what was asked of it. */
export function decidedSearch(
  { search, changes }: SavedSearch,
  decisions: ReadonlyMap<string, Decision>,
): SearchCriteria {
  const become = (pointer: string, code: string): { code: string; taken: boolean } | null => {
    const change = changes.find((one) => one.decision_needed && one.pointer === pointer);
    const decision = change ? decisions.get(pointer) : undefined;
    if (decision === "remove") return null;
    if (decision === "successor" && change?.successor) {
      return { code: change.successor.code, taken: true };
    }
    return { code, taken: false };
  };
  const conditions = (search.criteria ?? []).flatMap((criterion, at) => {
    const next = become(`/criteria/${at}/skill`, criterion.skill);
    return next ? [{ ...next, criterion: { ...criterion, skill: next.code } }] : [];
  });
  const taken = new Set(conditions.filter((one) => one.taken).map(({ code }) => code));
  const criteria = firstOf(
    conditions.filter((one) => one.taken || !taken.has(one.code)),
    ({ code }) => code,
  ).map(({ criterion }) => criterion);
  const wanted = new Set(criteria.map(({ skill }) => skill));
  const exclude = firstOf(
    (search.exclude ?? []).flatMap(({ skill }, at) => become(`/exclude/${at}/skill`, skill) ?? []),
    ({ code }) => code,
  ).filter(({ code }) => !wanted.has(code));
  const rome = firstOf(
    (search.rome ?? []).flatMap((code, at) => become(`/rome/${at}`, code) ?? []),
    ({ code }) => code,
  );
  const job = search.job ? (become("/job", search.job)?.code ?? null) : null;
  const next: SearchCriteria = {
    criteria,
    exclude: exclude.map(({ code }) => ({ skill: code })),
    rome: rome.map(({ code }) => code),
    ...(job === null ? {} : { job }),
    ...(search.name ? { name: search.name } : {}),
  };
  const least = leastOf(search.min_matching ?? null, next);
  return least === null ? next : { ...next, min_matching: least };
}

/** Without a job, no more optional conditions can be demanded than there are. */
function leastOf(least: number | null, { criteria = [], job }: SearchCriteria): number | null {
  if (least === null || job) return least;
  const optional = criteria.filter((criterion) => criterion.required === false).length;
  return optional === 0 ? null : Math.min(least, optional);
}

function firstOf<T>(items: T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}
