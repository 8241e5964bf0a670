// What may be chosen, told before anything is sent. The server has the last word.
import type { KindRule } from "@/api/files";
import { formatBytes } from "@/lib/format";

export type Fault =
  | { code: "empty" }
  | { code: "type"; kinds: string }
  | { code: "tooLarge"; size: string; limit: string };

const extensionOf = (name: string): string =>
  /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";

const isVideo = (rule: KindRule): boolean => rule.media_type.startsWith("video/");

/** “PDF, PNG, JPG”: the usual ending of each kind. */
export const kindsOf = (rules: readonly KindRule[]): string =>
  rules.map(({ extensions }) => (extensions[0] ?? "").toUpperCase()).join(", ");

/** For a file input: endings, and media types for the pickers of phones. */
export const acceptOf = (rules: readonly KindRule[]): string =>
  rules
    .flatMap(({ media_type, extensions }) => [media_type, ...extensions.map((name) => `.${name}`)])
    .join(",");

/** The largest document, and the largest video where one may be sent. */
export function limitsOf(rules: readonly KindRule[]) {
  const largest = (some: KindRule[]): string | null =>
    some.length > 0 ? formatBytes(Math.max(...some.map((rule) => rule.largest_bytes))) : null;
  return {
    size: largest(rules.filter((rule) => !isVideo(rule))),
    video: largest(rules.filter(isVideo)),
  };
}

/** Why a file cannot be sent; null when it can. A name without an ending is left to the server, which reads the bytes. */
export function faultOf(file: File, rules: readonly KindRule[]): Fault | null {
  if (file.size === 0) return { code: "empty" };
  const extension = extensionOf(file.name);
  const rule = rules.find((one) =>
    extension ? one.extensions.includes(extension) : one.media_type === file.type,
  );
  if (!rule && (extension || file.type)) return { code: "type", kinds: kindsOf(rules) };
  const limit = rule?.largest_bytes ?? Math.max(...rules.map((one) => one.largest_bytes));
  return file.size > limit
    ? { code: "tooLarge", size: formatBytes(file.size), limit: formatBytes(limit) }
    : null;
}
