// Sheets and certificates: the signed JSON, or the one that a PDF holds, and the chain of a session.
import { at, canonical, hasExactly, isObject, type Json, listAt, textAt } from "./json";
import { type Answer, refused, type Said, said } from "./said";
import { type PublicKey, readSeal, sealFault, sha256 } from "./seal";
import { open } from "./signed";
import { identity, keysTold } from "./told";

export const ATTENDANCE = "carnet.attendance-export/1";
export const CERTIFICATE = "carnet.certificate/1";
const PURPOSE = "carnet.attendance-link/1";

const broken = (number: number): Said =>
  said(
    `La chaîne des feuilles est rompue au maillon ${number}.`,
    `The chain of the sheets is broken at link ${number}.`,
  );

/** The digest of a row: of what it says, or the one that stands for it where it is somebody else's. */
function rowDigest(row: Json): string {
  if (hasExactly(row, "sha256")) return textAt(row, "sha256");
  return hasExactly(row, "salt", "row") ? sha256(canonical(row)) : "";
}

function contentDigest(content: Json): string {
  if (!hasExactly(content, "head", "rows")) return "";
  const rows = listAt(content, "rows").map(rowDigest);
  return sha256(canonical({ head: content.head ?? null, rows }));
}

function chainFaults(chain: Json | undefined, keys: PublicKey[]): Said[] {
  const faults: Said[] = [];
  let previous: string | null = null;
  for (const [place, link] of listAt(chain, "links").entries()) {
    const number = place + 1;
    const seal = readSeal(at(link, "seal"));
    if (!isObject(link) || !seal) return [...faults, broken(number)];
    const { kind = null, at: moment = null, content_sha256 = null, content } = link;
    const text = canonical({
      chain: at(chain, "session_id") ?? null,
      number,
      kind,
      at: moment,
      previous: link.previous ?? null,
      content_sha256,
    });
    const isHeld =
      link.number === number &&
      (link.previous ?? null) === previous &&
      (content === undefined || contentDigest(content) === content_sha256) &&
      sealFault(seal, PURPOSE, text, keys) === null;
    if (!isHeld) faults.push(broken(number));
    previous = seal.sha256;
  }
  return faults;
}

/** Checks the signed JSON of sheets or of a certificate. */
export function checkAttendance(bytes: Uint8Array, keys: PublicKey[], isInPdf: boolean): Answer {
  const signed = open(bytes, keys);
  if (Array.isArray(signed)) return refused(...signed);
  const { document, format, keyId } = signed;
  const chain = format === ATTENDANCE ? at(document, "chain") : undefined;
  const faults = chainFaults(chain, keys);
  if (faults.length > 0) return refused(...faults);
  const links = listAt(chain, "links");
  const form = isInPdf ? "PDF" : "JSON";
  const checked = [
    said(
      `Document authentique et inchangé (${form}).`,
      `The document is authentic and unchanged (${form}).`,
    ),
    keysTold([keyId, ...links.map((link) => textAt(link, "seal", "key_id"))]),
  ];
  if (links.length > 0) {
    checked.push(
      said(
        `Chaîne intacte\u00a0: ${links.length} maillons.`,
        `Unbroken chain: ${links.length} links.`,
      ),
    );
  }
  const [title, by, on] = [
    textAt(document, "title"),
    textAt(document, "organisation", "name"),
    textAt(document, "issued_at"),
  ];
  return {
    isHeld: true,
    facts: [said(title, title), said(`Émis par ${by} le ${on}`, `Issued by ${by} on ${on}`)],
    checked,
    unchecked: [
      said(
        "Qu’un autre document n’a pas pris sa place depuis.",
        "That no other document took its place since.",
      ),
      identity,
    ],
  };
}
