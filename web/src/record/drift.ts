// Why the catalogue of today says something else than a line that was written under an older release, in plain French.
import type { CatalogDifference, CatalogDifferenceKind } from "@/api/types";
import type { Translate } from "@/i18n";

/** With which names a record is read: those it was written with, or those of today. */
export type Names = "written" | "today";

/** A difference of a training or of a passport. */
export interface Drift {
  code: string;
  kinds: CatalogDifferenceKind[];
  then: string;
  now: string;
  replaced_by?: { code: string; label: string } | null | undefined;
  marks?: CatalogDifference["marks"];
}

export const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

/** One sentence per cause, as it reads under a line that bears these names. */
export function explain(t: Translate, drift: Drift, names: Names): string[] {
  return drift.kinds.flatMap((kind) => sentences(t, drift, kind, names));
}

function sentences(t: Translate, drift: Drift, kind: CatalogDifferenceKind, names: Names) {
  const { code, replaced_by: heir } = drift;
  const words = {
    code,
    before: quoted(drift.then),
    now: quoted(drift.now),
    successor: heir ? `${heir.code}, ${quoted(heir.label || heir.code)}` : "",
  };
  switch (kind) {
    case "relabelled":
      return [t(`drift.relabelled.${names}`, words)];
    case "reused":
      return [t(heir ? "drift.reusedMoved" : "drift.reused", words)];
    case "retired":
      return [t(heir ? "drift.retiredReplaced" : "drift.retired", words)];
    case "unlisted":
      return [t("drift.unlisted")];
    case "reweighted":
      return reweighted(t, drift.marks);
  }
}

function reweighted(t: Translate, marks: Drift["marks"]): string[] {
  if (!marks) return [];
  return (["core", "emerging"] as const)
    .filter((mark) => marks.before[mark] !== marks.after[mark])
    .map((mark) => t(`drift.${mark}.${marks.after[mark] ? "gained" : "lost"}`));
}
