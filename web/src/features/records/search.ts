// What the pages of attendance records keep in the address: `creneau`, `code` and `sortie` of a scanned QR, `jeton` of a link,
// `vue` of a session's records.
import * as z from "zod/mini";
import { id, words } from "@/lib/searchParts";

/** What a session's records are looked at for, by its name in the address; the sheets unless said. */
export const VIEWS = {
  feuilles: "sheets",
  heures: "totals",
  controle: "anomalies",
  cpf: "edof",
  preuves: "proofs",
  reglages: "settings",
} as const;
export type ViewName = keyof typeof VIEWS;
export type View = (typeof VIEWS)[ViewName];

const isView = (name: string): name is ViewName => Object.hasOwn(VIEWS, name);
const view = z.catch(z.optional(z.string().check(z.refine(isView))), undefined);

export const viewOf = (name: string | undefined): View =>
  name !== undefined && isView(name) ? VIEWS[name] : "sheets";

/** With `sortie`, the code notes when one leaves. */
const leaves = z.catch(z.optional(z.union([z.literal(1), z.literal("1")])), undefined);

export const scanSearch = z.object({ creneau: id, code: words, sortie: leaves });
export type ScanSearch = z.infer<typeof scanSearch>;

export const linkSearch = z.object({ jeton: words });
export type LinkSearch = z.infer<typeof linkSearch>;

export const recordsSearch = z.object({ vue: view });
export type RecordsSearch = z.infer<typeof recordsSearch>;
