// The complete export of a passport: JSON, or the JSON that a PDF holds.
import { chainFaults } from "./chain";
import { claimsHold, NOT_SIGNED } from "./claims";
import { at, type Json, listAt, textAt } from "./json";
import { dayIn, type Said, said, type Verdict } from "./said";
import type { PublicKey } from "./seal";
import { open } from "./signed";
import { identity, keysTold, revocation } from "./told";

export const PASSPORT = "carnet.passport/1";

/** In which form it came. */
export type Form = "json" | "pdf" | { files: number };

export interface Passport {
  document: Json;
  keys: string[];
}

const NO_PASSPORT = said(
  "Ce n’est pas un carnet exporté par Carnet.",
  "This is no exported passport.",
);

/** Checks the signed JSON of a passport. Every fault is told. */
export function checkPassport(bytes: Uint8Array, keys: PublicKey[]): Passport | Said[] {
  const signed = open(bytes, keys);
  if (Array.isArray(signed)) return signed;
  if (signed.format !== PASSPORT) return [NO_PASSPORT];
  const { document, keyId } = signed;
  const links = listAt(document, "chain", "links");
  const faults = chainFaults(links, keys);
  if (!claimsHold(document, keys)) faults.push(NOT_SIGNED);
  if (faults.length > 0) return faults;
  return { document, keys: [keyId, ...links.map((link) => textAt(link, "seal", "key_id"))] };
}

/** What is told of a passport that holds. */
export function passportTold({ document, keys }: Passport, form: Form): Verdict {
  const links = listAt(document, "chain", "links").length;
  const claims = listAt(document, "disclosures", "leaves").length;
  return {
    isHeld: true,
    facts: facts(document),
    checked: [
      formTold(form),
      said(
        `Chaîne des inscriptions intacte\u00a0: ${links} maillons, aucun retiré, aucun antidaté.`,
        `Unbroken chain: ${links} links, none removed, none back-dated.`,
      ),
      said(
        `Preuves compétence par compétence conformes à leur racine signée\u00a0: ${claims}.`,
        `Single claims consistent with their signed root: ${claims}.`,
      ),
      keysTold(keys),
    ],
    unchecked: unchecked(document, typeof form === "object"),
  };
}

function formTold(form: Form): Said {
  if (form === "json") {
    return said(
      "JSON authentique et inchangé\u00a0: la signature porte sur chacun de ses octets.",
      "Authentic, unchanged JSON: its signature covers every byte.",
    );
  }
  if (form === "pdf") {
    return said(
      "PDF authentique et inchangé\u00a0: le sceau porte sur chacun de ses octets, et les données jointes sont signées.",
      "Authentic, unchanged PDF: its seal covers every byte, and the attached data are signed.",
    );
  }
  return said(
    `ZIP authentique et inchangé\u00a0: le sceau porte sur chacun de ses octets, et ses ${form.files} fichiers sont ceux du manifeste signé.`,
    `Authentic, unchanged ZIP: its seal covers every byte, and its ${form.files} files are those of the signed manifest.`,
  );
}

function facts(document: Json): Said[] {
  const text = (...path: string[]) => textAt(document, ...path);
  const holder = `${text("holder", "first_name")} ${text("holder", "last_name")}`;
  const validations = listAt(document, "validations");
  const count = (standing: string) =>
    validations.filter((one) => textAt(one, "standing") === standing).length;
  const [valid, revoked, expired] = [count("valid"), count("revoked"), count("expired")];
  const more = (number: number) => (number > 1 ? "s" : "");
  const issuer = `${text("issuer", "name")} (${text("issuer", "url")})`;
  const found = [
    said(
      `Carnet de compétences de ${holder}, n°\u00a0${text("number")}`,
      `Passport of ${holder}, no. ${text("number")}`,
    ),
    said(
      `Émis par ${issuer} le ${dayIn("fr", text("issued_on"))}`,
      `Issued by ${issuer} on ${dayIn("en", text("issued_on"))}`,
    ),
    said(
      `${validations.length} inscription${more(validations.length)}, dont ${valid} en vigueur, ${revoked} révoquée${more(revoked)}, ${expired} expirée${more(expired)} à cette date`,
      `${validations.length} ${validations.length === 1 ? "entry" : "entries"}, of which ${valid} in force, ${revoked} revoked, ${expired} expired on that day`,
    ),
  ];
  if (at(document, "scope", "is_whole") !== true) {
    found.push(
      said(
        "Extrait\u00a0: la personne en a choisi une partie",
        "An extract: the person chose a part of it",
      ),
    );
  }
  return found;
}

function unchecked(document: Json, isZip: boolean): Said[] {
  const found = [
    revocation(textAt(document, "status", "as_of"), textAt(document, "verification_url")),
  ];
  const proofs = listAt(document, "experiences").flatMap((one) => listAt(one, "proofs"));
  const away = proofs.filter((proof) => !isZip || typeof at(proof, "path") !== "string").length;
  if (away > 0) {
    found.push(
      said(
        `${away} pièces ne sont pas dans ce fichier\u00a0: seules leurs empreintes y sont.`,
        `${away} proofs are not in this file: only their hashes are.`,
      ),
    );
  }
  const links = listAt(document, "chain", "links");
  const hidden = links.filter((link) => at(link, "content") === undefined).length;
  if (hidden > 0) {
    found.push(
      said(
        `Ce que disent ${hidden} maillons de la chaîne n’est pas montré\u00a0: seule leur empreinte l’est.`,
        `What ${hidden} links of the chain say is not shown: only their hashes are.`,
      ),
    );
  }
  const foreign = listAt(document, "external").length;
  if (foreign > 0) {
    found.push(
      said(
        `${foreign} attestations d’autres plateformes ont été contrôlées à leur import, pas ici.`,
        `${foreign} attestations by other platforms were checked when they were imported, not here.`,
      ),
    );
  }
  return [...found, identity];
}
