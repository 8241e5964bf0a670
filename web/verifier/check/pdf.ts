// The seal of a PDF, and the files attached to it: only what Carnet writes is read, anything else cannot be.
import { unzlibSync } from "fflate";
import { concat, indexOf, lastIndexOf, latin1, textOf } from "./bytes";
import { type Said, said } from "./said";
import { ofSeal, type PublicKey, sha256, wholeFault } from "./seal";

const MARK = "%carnet-seal ";
const PURPOSE = "carnet.pdf/1";
const LARGEST = 256 * 1024 * 1024;

const NO_SEAL = said("Le PDF ne porte pas de sceau.", "The PDF bears no seal.");

export const isPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 5)) === "%PDF-";

/** Why the bytes of a PDF are not those that were sealed; null when they are. */
export function pdfFault(pdf: Uint8Array, keys: PublicKey[]): Said | null {
  const start = lastIndexOf(pdf, MARK);
  const end = start < 0 ? -1 : pdf.indexOf(0x0a, start);
  if (end < 0) return NO_SEAL;
  const line = textOf(pdf.subarray(start + MARK.length, end));
  const [key_id, signature, ...more] = line?.split(" ") ?? [];
  if (!key_id || !signature || more.length > 0) return NO_SEAL;
  const rest = concat(pdf.subarray(0, start), pdf.subarray(end + 1));
  if (lastIndexOf(rest, "startxref") !== start) return NO_SEAL;
  const fault = wholeFault(sha256(rest), { key_id, signature }, PURPOSE, keys);
  return fault ? ofSeal("Sceau du PDF", "The seal of the PDF", fault) : null;
}

/** The files attached to a PDF, in their order; those that cannot be read are left out. */
export function attachments(pdf: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  const name = "/EmbeddedFile";
  for (let at = indexOf(pdf, name); at >= 0; at = indexOf(pdf, name, at + name.length)) {
    // `/EmbeddedFiles` is the catalogue's name tree.
    if (pdf[at + name.length] === 0x73) continue;
    const before = lastIndexOf(pdf.subarray(0, at), " obj");
    const file = streamAfter(pdf, before < 0 ? at : before, at);
    if (file) found.push(file);
  }
  return found;
}

function streamAfter(pdf: Uint8Array, dictionaryAt: number, nameAt: number): Uint8Array | null {
  const stream = indexOf(pdf, "stream", nameAt);
  if (stream < 0) return null;
  const dictionary = latin1(pdf.subarray(dictionaryAt, stream));
  const length = /\/Length\s*(\d+)/.exec(dictionary)?.[1];
  let start = stream + "stream".length;
  if (pdf[start] === 0x0d) start += 1;
  if (pdf[start] !== 0x0a || length === undefined) return null;
  start += 1;
  const data = pdf.subarray(start, start + Number(length));
  if (data.length !== Number(length)) return null;
  if (!dictionary.includes("/FlateDecode")) return data;
  try {
    const inflated = unzlibSync(data);
    return inflated.length > LARGEST ? null : inflated;
  } catch {
    return null;
  }
}
