// Claims that are proved one by one: salted leaves under a signed root.
import { textOf } from "./bytes";
import { at, canonical, hasExactly, type Json, listAt, parse, textAt } from "./json";
import { type Answer, dayIn, refused, type Said, said } from "./said";
import { ofSeal, type PublicKey, readSeal, sealFault, sha256 } from "./seal";
import { NOT_AS_ISSUED } from "./signed";
import { identity, keysTold, revocation } from "./told";

export const DISCLOSURE = "carnet.passport-disclosure/1";

export const NOT_SIGNED = said(
  "Les preuves compétence par compétence ne sont pas celles qui ont été signées.",
  "The claims are not those that were signed.",
);

const isDigest = (value: Json | undefined): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const leafDigest = (leaf: Json): string =>
  hasExactly(leaf, "claim", "salt") ? sha256(canonical(leaf)) : "";

function rootOf(digests: string[]): string {
  let row = digests;
  while (row.length > 1) {
    const above: string[] = [];
    for (let place = 0; place < row.length; place += 2) {
      above.push(sha256(`${row[place] ?? ""}${row[place + 1] ?? ""}`));
    }
    row = above;
  }
  return row[0] ?? "";
}

const isPowerOfTwo = (size: number): boolean =>
  Number.isSafeInteger(size) && size > 0 && Number.isInteger(Math.log2(size));

/** Whether the claims of a passport are leaves of the tree whose root is signed, for this very passport. */
export function claimsHold(passport: Json, keys: PublicKey[]): boolean {
  const all = at(passport, "disclosures");
  const head = at(all, "head");
  const seal = readSeal(at(all, "seal"));
  const digests = listAt(all, "digests");
  if (head === undefined || !seal || !digests.every(isDigest)) return false;
  const known = new Set<string>(digests);
  return (
    sealFault(seal, DISCLOSURE, canonical(head), keys) === null &&
    isPowerOfTwo(digests.length) &&
    at(head, "size") === digests.length &&
    rootOf(digests) === textAt(head, "root") &&
    textAt(head, "number") === textAt(passport, "number") &&
    listAt(all, "leaves").every((leaf) => known.has(leafDigest(leaf)))
  );
}

function leadsToTheRoot(claim: Json): boolean {
  const size = at(claim, "head", "size");
  const index = at(claim, "index");
  const path = listAt(claim, "path");
  if (typeof size !== "number" || typeof index !== "number" || !isPowerOfTwo(size)) return false;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (path.length !== Math.log2(size) || !path.every(isDigest)) return false;
  let digest = leafDigest(at(claim, "leaf") ?? null);
  let place = index;
  for (const beside of path) {
    digest = sha256(place % 2 === 0 ? `${digest}${beside}` : `${beside}${digest}`);
    place = Math.floor(place / 2);
  }
  return digest === textAt(claim, "head", "root");
}

const NO_CLAIM = said("Ce n’est pas une preuve de Carnet.", "This is no proof of Carnet.");

/** Checks a file that proves one claim. `today` is the day in Paris. */
export function checkClaim(bytes: Uint8Array, keys: PublicKey[], today: string): Answer {
  const text = textOf(bytes);
  const value = parse(text);
  if (!hasExactly(value, "format", "head", "index", "leaf", "path", "seal"))
    return refused(NO_CLAIM);
  const seal = readSeal(value.seal);
  if (!seal || value.format !== DISCLOSURE) return refused(NO_CLAIM);
  const faults: Said[] = [];
  try {
    if (canonical(value) !== text) faults.push(NOT_AS_ISSUED);
    const fault = sealFault(seal, DISCLOSURE, canonical(value.head ?? null), keys);
    if (fault) faults.push(ofSeal("Sceau du document", "The seal of the document", fault));
    if (!leadsToTheRoot(value)) faults.push(NOT_SIGNED);
  } catch {
    return refused(NO_CLAIM);
  }
  const until = textAt(value, "leaf", "claim", "until");
  if (until && until < today) {
    faults.push(
      said(
        `Ce qui est prouvé ne l’était que jusqu’au ${dayIn("fr", until)}.`,
        `What is proved was so only until ${dayIn("en", until)}.`,
      ),
    );
  }
  return faults.length > 0 ? refused(...faults) : told(value, until, seal.key_id);
}

function told(value: Json, until: string, keyId: string): Answer {
  const head = (name: string) => textAt(value, "head", name);
  const holder = `${head("first_name")} ${head("last_name")}`;
  const facts = [
    claimSaid(at(value, "leaf", "claim")),
    said(
      `${holder}, carnet n°\u00a0${head("number")}, émis par ${head("issuer")} le ${dayIn("fr", head("issued_on"))}`,
      `${holder}, passport no. ${head("number")}, issued by ${head("issuer")} on ${dayIn("en", head("issued_on"))}`,
    ),
  ];
  if (until) {
    facts.push(said(`Valable jusqu’au ${dayIn("fr", until)}`, `Valid until ${dayIn("en", until)}`));
  }
  return {
    isHeld: true,
    facts,
    checked: [
      said(
        "Preuve authentique et inchangée\u00a0: elle mène à la racine signée du carnet.",
        "Authentic, unchanged proof: it leads to the signed root of the passport.",
      ),
      keysTold([keyId]),
    ],
    unchecked: [revocation(head("issued_on"), head("verification_url")), identity],
  };
}

function claimSaid(claim: Json | undefined): Said {
  const skill = `${textAt(claim, "skill", "label")} (${textAt(claim, "skill", "code")})`;
  switch (textAt(claim, "kind")) {
    case "skill_at_least": {
      const level = String(at(claim, "level") ?? "");
      return said(
        `${skill}\u00a0: validée au niveau ${level} sur\u00a04, ou plus`,
        `${skill}: validated at level ${level} of 4, or higher`,
      );
    }
    case "skill_validated":
      return said(`${skill}\u00a0: validée`, `${skill}: validated`);
    default: {
      const level = textAt(claim, "level_name");
      const by = textAt(claim, "organisation");
      const on = textAt(claim, "validated_at");
      return said(
        `${skill}\u00a0: «\u00a0${level}\u00a0», validée par ${by} le ${on}`,
        `${skill}: “${level}”, validated by ${by} on ${on}`,
      );
    }
  }
}
