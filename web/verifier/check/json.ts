// JSON, and its one canonical text (RFC 8785, whole numbers only): what is hashed and signed.

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** A value that has no canonical text. */
export class NotCanonical extends Error {}

export function canonical(value: Json): string {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new NotCanonical("not a whole number");
    return String(value);
  }
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  // Ordered by UTF-16 code units, as strings compare.
  const field = (name: string) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`;
  return `{${Object.keys(value).sort().map(field).join(",")}}`;
}

/** The value of a text; undefined when it is no JSON. */
export function parse(text: string | null): Json | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of exactly these fields: a reader never passes over what it does not understand. */
export const hasExactly = (value: Json | undefined, ...names: string[]): value is JsonObject =>
  isObject(value) &&
  Object.keys(value).length === names.length &&
  names.every((name) => Object.hasOwn(value, name));

/** What stands at this path; undefined where there is nothing. */
export function at(value: Json | undefined, ...path: (string | number)[]): Json | undefined {
  let found = value;
  for (const step of path) {
    if (typeof step === "number") found = Array.isArray(found) ? found[step] : undefined;
    else found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}

export const textAt = (value: Json | undefined, ...path: (string | number)[]): string => {
  const found = at(value, ...path);
  return typeof found === "string" ? found : "";
};

export const listAt = (value: Json | undefined, ...path: (string | number)[]): Json[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};
