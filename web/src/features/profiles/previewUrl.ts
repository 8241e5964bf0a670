// What the page of visibility keeps in the address: the company whose eyes one looks through.
import * as z from "zod/mini";
import { sirenFault } from "@/lib/siret";

const siren = z.catch(
  z.optional(z.string().check(z.refine((text) => sirenFault(text) === null))),
  undefined,
);

export const previewSearch = z.object({ siren });
export type PreviewSearch = z.infer<typeof previewSearch>;
