// The ZIP of a passport: a seal over all its bytes, a signed manifest, and each file that it lists.
import { type Unzipped, unzipSync } from "fflate";
import { latin1 } from "./bytes";
import { at, type Json, listAt, textAt } from "./json";
import { checkPassport, passportTold } from "./passport";
import { attachments, pdfFault } from "./pdf";
import { type Answer, refused, type Said, said } from "./said";
import { ofSeal, type PublicKey, sha256, wholeFault } from "./seal";
import { formatOf, open } from "./signed";

const MARK = "carnet-seal ";
const PURPOSE = "carnet.zip/1";
/** The comment that ends the file: the mark, 16 digits, a blank, 88 letters of base64. */
const LENGTH = MARK.length + 16 + 1 + 88;
const MANIFEST = "carnet.passport-manifest/1";
const [MANIFEST_PATH, JSON_PATH, PDF_PATH] = [
  "manifest.json",
  "carnet.json",
  "carnet.pdf",
] as const;
/** Most bytes of all files together: what an archive says of its sizes may be a lie. */
const LARGEST = 1024 * 1024 * 1024;

export const isZip = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 2)) === "PK";

function zipFault(zip: Uint8Array, keys: PublicKey[]): Said | null {
  const none = said("Le ZIP ne porte pas de sceau.", "The ZIP bears no seal.");
  const end = Math.max(0, zip.length - LENGTH);
  const comment = latin1(zip.subarray(end));
  if (!comment.startsWith(MARK)) return none;
  const [key_id, signature, ...more] = comment.slice(MARK.length).split(" ");
  if (!key_id || !signature || more.length > 0) return none;
  const fault = wholeFault(sha256(zip.subarray(0, end)), { key_id, signature }, PURPOSE, keys);
  return fault ? ofSeal("Sceau du ZIP", "The seal of the ZIP", fault) : null;
}

const notListed = (path: string): Said =>
  said(
    `Le fichier «\u00a0${path}\u00a0» n’est pas celui que liste le manifeste.`,
    `The file ${path} is not as the manifest lists it.`,
  );

function filesOf(zip: Uint8Array): Unzipped | null {
  let bytes = 0;
  try {
    return unzipSync(zip, {
      filter: ({ originalSize }) => {
        bytes += originalSize;
        if (bytes > LARGEST) throw new Error("too large");
        return true;
      },
    });
  } catch {
    return null;
  }
}

const SEAL_OF_MANIFEST = {
  fr: "Sceau du manifeste",
  en: "The seal of the manifest",
  none: notListed(MANIFEST_PATH),
};

/** Checks a ZIP. Every fault is told. */
export function checkZip(zip: Uint8Array, keys: PublicKey[]): Answer {
  const files = filesOf(zip);
  const faults: Said[] = [];
  const whole = zipFault(zip, keys);
  if (whole) faults.push(whole);
  if (!files) {
    return refused(...faults, said("Le ZIP ne peut pas être lu.", "The ZIP cannot be read."));
  }
  const manifest = open(files[MANIFEST_PATH] ?? new Uint8Array(), keys, SEAL_OF_MANIFEST);
  if (Array.isArray(manifest)) return refused(...faults, ...manifest);
  if (manifest.format !== MANIFEST) return refused(...faults, notListed(MANIFEST_PATH));
  const listed = listAt(manifest.document, "files");
  faults.push(...listedFaults(files, listed));
  const passport = checkPassport(files[JSON_PATH] ?? new Uint8Array(), keys);
  if (Array.isArray(passport)) return refused(...faults, notListed(JSON_PATH), ...passport);
  if (textAt(passport.document, "number") !== textAt(manifest.document, "number")) {
    faults.push(notListed(JSON_PATH));
  }
  if (!isPdfOf(files[PDF_PATH], keys)) faults.push(notListed(PDF_PATH));
  if (faults.length > 0) return refused(...faults);
  return passportTold(passport, { files: listed.length });
}

function listedFaults(files: Unzipped, listed: Json[]): Said[] {
  const paths = new Set(listed.map((one) => textAt(one, "path")));
  const added = Object.keys(files).filter((path) => path !== MANIFEST_PATH && !paths.has(path));
  const changed = listed.filter((one) => {
    const file = files[textAt(one, "path")];
    if (!file || file.length !== at(one, "bytes")) return true;
    return sha256(file) !== textAt(one, "sha256");
  });
  return [...added, ...changed.map((one) => textAt(one, "path"))].map(notListed);
}

function isPdfOf(pdf: Uint8Array | undefined, keys: PublicKey[]): boolean {
  if (!pdf || pdfFault(pdf, keys)) return false;
  const json = attachments(pdf).find((file) => formatOf(file) !== "");
  return json !== undefined && !Array.isArray(checkPassport(json, keys));
}
