// An Open Badge 3.0 secured as a JWT: by whom it was signed, whether it is one, whether it counts.
import { fromBase64Url, hex } from "./bytes";
import { at, isObject, type Json, listAt, textAt } from "./json";
import type { GivenKeys } from "./keys";
import { type Answer, refused, type Said, said } from "./said";
import { isSet, type StatusList } from "./status";
import {
  credentialOf,
  isSigner,
  type Signer,
  signerOf,
  type Token,
  type TokenFault,
} from "./token";

const MODELS = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"];
const BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context";

function textsOf(value: Json | undefined): string[] {
  const all: (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === "string");
}

interface Parts {
  issuerId: string;
  subject: Json;
  achievement: Json;
  from: Date;
  until: Date | null;
}

const lacks = (what: string): Said =>
  said(
    `Ce qui est signé n’est pas un Open Badge 3.0\u00a0: ${what} manque ou n’est pas conforme.`,
    `What is signed is no Open Badge 3.0: ${what} is missing or is not what it should be.`,
  );

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** The moment of a credential; null where it has none, undefined where it is no moment. */
function momentOf(credential: Json, name: string, older: string): Date | null | undefined {
  const value = at(credential, name) ?? at(credential, older);
  if (value === undefined) return null;
  const date = new Date(typeof value === "string" && MOMENT.test(value) ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Reads what the specification requires, or says what of it lacks. */
function partsOf(credential: Json): Parts | Said {
  const contexts = textsOf(at(credential, "@context"));
  const isModel = contexts.some((one) => MODELS.includes(one));
  if (!isModel || !contexts.some((one) => one.startsWith(BADGES))) return lacks("@context");
  const kinds = textsOf(at(credential, "type"));
  const isBadge = kinds.includes("OpenBadgeCredential") || kinds.includes("AchievementCredential");
  if (!kinds.includes("VerifiableCredential") || !isBadge) return lacks("type");
  const issuerId = textAt(credential, "issuer") || textAt(credential, "issuer", "id");
  if (!issuerId) return lacks("issuer");
  const subject = at(credential, "credentialSubject");
  const isSubject = textsOf(at(subject, "type")).includes("AchievementSubject");
  if (!isSubject) return lacks("credentialSubject");
  const achievement = at(subject, "achievement");
  const hasTexts = ["id", "name", "description"].every(
    (name) => typeof at(achievement, name) === "string",
  );
  if (!hasTexts || !isObject(at(achievement, "criteria"))) return lacks("achievement");
  const from = momentOf(credential, "validFrom", "issuanceDate");
  const until = momentOf(credential, "validUntil", "expirationDate");
  if (!from) return lacks("validFrom");
  if (until === undefined) return lacks("validUntil");
  return { issuerId, subject: subject ?? null, achievement: achievement ?? null, from, until };
}

/** The registered claims that say otherwise than the credential. */
function contradictions({ claims }: Token, credential: Json, parts: Parts): Said[] {
  const seconds = (date: Date | null) => (date ? Math.floor(date.getTime() / 1000) : undefined);
  const expected: [string, Json | undefined][] = [
    ["iss", parts.issuerId],
    ["jti", at(credential, "id")],
    ["sub", at(parts.subject, "id")],
    ["nbf", seconds(parts.from)],
    ["exp", seconds(parts.until)],
  ];
  const differs = ([claim, value]: [string, Json | undefined]) => {
    const told = at(claims, claim);
    return told !== undefined && (typeof told === "number" ? Math.floor(told) : told) !== value;
  };
  return expected
    .filter(differs)
    .map(([claim]) =>
      said(
        `La déclaration «\u00a0${claim}\u00a0» contredit l’attestation.`,
        `The claim ${claim} contradicts the credential.`,
      ),
    );
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** Checks a badge at this moment. Every fault is told; nothing is fetched. */
export function checkBadge(token: Token, keys: GivenKeys, lists: StatusList[], now: Date): Answer {
  const credential = credentialOf(token);
  const parts = partsOf(credential);
  if ("fr" in parts) return refused(parts);
  const faults = contradictions(token, credential, parts);
  const signer = signerOf(token, parts.issuerId, keys);
  if (!isSigner(signer)) faults.push(ofToken(signer));
  else if (signer.kind === "itself") faults.push(UNKNOWN_ISSUER);
  if (parts.from > now) {
    const moment = instant(parts.from);
    faults.push(
      said(`Le badge ne compte qu’à partir du ${moment}.`, `It counts only from ${moment}.`),
    );
  }
  if (parts.until && parts.until <= now) {
    const moment = instant(parts.until);
    faults.push(said(`Le badge a expiré le ${moment}.`, `It expired on ${moment}.`));
  }
  const status = statusOf(credential, lists);
  if ("fault" in status) faults.push(status.fault);
  if (faults.length > 0 || !isSigner(signer) || "fault" in status) return refused(...faults);
  return {
    isHeld: true,
    facts: facts(credential, parts),
    checked: [
      signerTold(signer, parts.issuerId),
      said(
        "Open Badge 3.0 bien formé, intact, en cours de validité.",
        "A well-formed Open Badge 3.0, intact, within its period of validity.",
      ),
      ...(status.isChecked ? [status.said] : []),
    ],
    unchecked: [
      ...(status.isChecked ? [] : [status.said]),
      said(
        "Que la personne qui présente ce badge est bien celle qui l’a reçu.",
        "That whoever presents this badge is the person who received it.",
      ),
    ],
  };
}

const UNKNOWN_ISSUER = said(
  "Le badge est intact, mais la seule clé qui le vérifie est celle qu’il contient\u00a0: rien ne dit qui l’a émis. Donnez les clés de l’émetteur.",
  "The badge is intact, but the only key that verifies it is the one it holds: nothing tells who issued it. Give the keys of the issuer.",
);

function ofToken(fault: TokenFault): Said {
  if (fault === "no_key") {
    return said(
      "Aucune clé pour contrôler la signature n’a été donnée.",
      "There is no key to verify it with.",
    );
  }
  if (fault === "signature") {
    return said(
      "La signature n’est pas d’une clé de cet émetteur.",
      "The signature does not hold.",
    );
  }
  return said(
    `L’en-tête demande ce qui ne peut être contrôlé\u00a0: ${fault.header}.`,
    `The header asks for what cannot be checked: ${fault.header}.`,
  );
}

function signerTold(signer: Signer, issuer: string): Said {
  if (signer.kind === "platform") {
    return said(
      `Signature d’une clé de la plateforme\u00a0: ${signer.id}.`,
      `Signed by a key of the platform: ${signer.id}.`,
    );
  }
  if (signer.kind === "given") {
    const id = signer.id ?? "JWK";
    return said(
      `Signature d’une clé que vous avez donnée\u00a0: ${id}.`,
      `Signed by a key that you gave: ${id}.`,
    );
  }
  return said(
    `Signature de l’émetteur, dont l’identifiant est la clé\u00a0: ${issuer}.`,
    `Signed by the issuer, whose identifier is the key: ${issuer}.`,
  );
}

type Status = { fault: Said } | { isChecked: boolean; said: Said };

function statusOf(credential: Json, lists: StatusList[]): Status {
  const told = at(credential, "credentialStatus");
  const entries = Array.isArray(told) ? told : isObject(told) ? [told] : [];
  const purposeOf = (one: Json) => textAt(one, "statusPurpose") || "revocation";
  const entry = entries.find((one) => purposeOf(one) === "revocation");
  if (!entry) {
    return {
      isChecked: false,
      said: said(
        "Une révocation\u00a0: le badge ne dit pas où la demander.",
        "A revocation: the badge does not say where to ask.",
      ),
    };
  }
  const url = textAt(entry, "statusListCredential") || textAt(entry, "id");
  const list = lists.find((one) => one.url === url);
  if (!list) {
    return {
      isChecked: false,
      said: said(
        `Une révocation\u00a0: elle se lit dans la liste de statuts, ${url}`,
        `A revocation: it is read from the status list, ${url}`,
      ),
    };
  }
  const index = at(entry, "statusListIndex");
  const isIndex = typeof index === "number" || (typeof index === "string" && /^\d+$/.test(index));
  const bit = isIndex ? isSet(list, Number(index)) : null;
  if (bit === null) return { fault: lacks("credentialStatus") };
  if (bit) {
    return {
      fault: said(
        `Le badge est révoqué, selon la liste de statuts du ${list.asOf}.`,
        `It was revoked, says the status list of ${list.asOf}.`,
      ),
    };
  }
  return {
    isChecked: true,
    said: said(
      `Pas révoqué, selon la liste de statuts du ${list.asOf}.`,
      `Not revoked, says the status list of ${list.asOf}.`,
    ),
  };
}

function levelOf({ subject, achievement }: Parts): string {
  const reached = textAt(subject, "result", 0, "achievedLevel");
  const levels = listAt(achievement, "resultDescription").flatMap((one) =>
    listAt(one, "rubricCriterionLevel"),
  );
  const level = reached ? levels.find((one) => textAt(one, "id") === reached) : undefined;
  return textAt(level, "name");
}

function facts(credential: Json, parts: Parts): Said[] {
  const { subject, achievement, issuerId, from, until } = parts;
  const name = textAt(achievement, "name");
  const level = levelOf(parts);
  const reached = level ? ` (${level})` : "";
  const issuer = `${textAt(credential, "issuer", "name") || issuerId} (${issuerId})`;
  const found = [
    said(`Badge «\u00a0${name}\u00a0»${reached}`, `Badge “${name}”${reached}`),
    said(`Émis par ${issuer} le ${instant(from)}`, `Issued by ${issuer} on ${instant(from)}`),
  ];
  const holder = listAt(subject, "identifier").find(
    (one) => textAt(one, "identityType") === "name" && at(one, "hashed") !== true,
  );
  const who = textAt(holder, "identityHash");
  if (who) found.push(said(`À ${who}`, `To ${who}`));
  for (const one of listAt(achievement, "alignment")) {
    const skill = [textAt(one, "targetCode"), textAt(one, "targetName")].filter(Boolean).join(", ");
    found.push(said(`Compétence\u00a0: ${skill}`, `Skill: ${skill}`));
  }
  if (until) found.push(said(`Jusqu’au ${instant(until)}`, `Until ${instant(until)}`));
  for (const one of listAt(credential, "evidence")) {
    const id = textAt(one, "id");
    const digest = /^ni:\/\/\/sha-256;(.+)$/.exec(id)?.[1];
    const bytes = digest === undefined ? null : fromBase64Url(digest);
    const title = `${textAt(one, "name") || id}${bytes ? `, SHA-256 ${hex(bytes)}` : ""}`;
    found.push(said(`Preuve\u00a0: ${title}`, `Evidence: ${title}`));
  }
  return found;
}
