// A receipt as its signed document says it. What it says is only ever shown as text.
import * as z from "zod/mini";

const text = z.string();
const maybe = z.nullish(z.string());

const document = z.object({
  title: text,
  id: text,
  kind: text,
  person: z.object({ first_name: text, last_name: text }),
  company: z.nullish(z.object({ siret: text, name: maybe })),
  purpose: z.nullish(z.object({ title: text })),
  items: z.array(z.object({ label: text })),
  until: maybe,
  policy: z.object({ version: text, sha256: text }),
  at: text,
  method: text,
  withdrawal: text,
  chain: z.object({ position: z.number() }),
});

const signed = z.object({ format: text, document });

export type ReceiptDocument = z.infer<typeof document>;

const FORMAT = "carnet.consent-receipt/1";

/** What a receipt says; null when its form is not known here. */
export function readReceipt(answer: unknown): ReceiptDocument | null {
  const read = signed.safeParse(answer);
  return read.success && read.data.format === FORMAT ? read.data.document : null;
}

/** SHA-256 of a text in UTF-8, in hexadecimal; null where the browser does not compute it. */
export async function fingerprint(words: string): Promise<string | null> {
  const { subtle } = globalThis.crypto;
  if (!subtle) return null;
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(words));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a text is the one a receipt is about. */
export const isTextOf = (
  receipt: ReceiptDocument,
  policy: { sha256: string; computed: string | null },
): boolean => receipt.policy.sha256 === (policy.computed ?? policy.sha256);
