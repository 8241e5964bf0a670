// A signed document: its file is its own canonical text, so that a changed byte is a changed document.
import { textOf } from "./bytes";
import { canonical, hasExactly, type Json, parse } from "./json";
import { type Said, said } from "./said";
import { ofSeal, type PublicKey, readSeal, sealFault } from "./seal";

export interface Signed {
  document: Json;
  format: string;
  keyId: string;
}

export const NOT_AS_ISSUED = said(
  "Le fichier n’est pas, octet pour octet, celui qui a été émis.",
  "The file is not byte for byte what was issued.",
);

/** What the file says its form is. Nothing of it is believed yet. */
export function formatOf(bytes: Uint8Array): string {
  const value = parse(textOf(bytes));
  const isSealed = hasExactly(value, "document", "format", "seal");
  const isClaim = hasExactly(value, "format", "head", "index", "leaf", "path", "seal");
  return (isSealed || isClaim) && typeof value.format === "string" ? value.format : "";
}

/** Reads a file, and checks its bytes and its seal. Every fault is told. */
export function open(bytes: Uint8Array, keys: PublicKey[], what = DOCUMENT): Signed | Said[] {
  const text = textOf(bytes);
  const value = parse(text);
  if (!hasExactly(value, "document", "format", "seal")) return [what.none];
  const seal = readSeal(value.seal);
  const { document = null, format } = value;
  if (!seal || typeof format !== "string") return [what.none];
  const faults: Said[] = [];
  try {
    if (canonical(value) !== text) faults.push(NOT_AS_ISSUED);
    const fault = sealFault(seal, format, canonical(document), keys);
    if (fault) faults.push(ofSeal(what.fr, what.en, fault));
  } catch {
    return [what.none];
  }
  return faults.length > 0 ? faults : { document, format, keyId: seal.key_id };
}

const DOCUMENT = {
  fr: "Sceau du document",
  en: "The seal of the document",
  none: said("Ce n’est pas un document signé.", "This is no signed document."),
};
