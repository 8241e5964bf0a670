// What a line of the log was about. What it holds depends on its kind: only what is a word or a number is read.

export interface LogDetails {
  format: string | null;
  number: string | null;
  skill: string | null;
  atLeast: number | null;
  issuer: string | null;
}

const text = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

export function detailsOf(scope: unknown): LogDetails {
  const of = (typeof scope === "object" && scope !== null ? scope : {}) as Record<string, unknown>;
  return {
    format: text(of.format),
    number: text(of.number),
    skill: text(of.skill),
    atLeast: typeof of.at_least === "number" ? of.at_least : null,
    issuer: text(of.issuer),
  };
}
