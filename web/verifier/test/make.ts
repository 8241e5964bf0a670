// Files as a platform writes them, from a key that everybody knows: what the tests change, and see refused.
import { ed25519 } from "@noble/curves/ed25519.js";
import { type Zippable, zipSync } from "fflate";
import { base64Url, concat, latin1, utf8 } from "../check/bytes";
import { canonical, type Json } from "../check/json";
import { type GivenKeys, noKeys, withPlatform } from "../check/keys";
import { type PublicKey, type Seal, sha256 } from "../check/seal";
import { EXPERIENCE, GRID, HELD, PROOF, SCOPE, SKILL, VALIDATION } from "./content";

const base64 = (bytes: Uint8Array) => btoa(latin1(bytes));

/** A platform: its key, and what it seals. */
export class Platform {
  readonly secret: Uint8Array;
  readonly key: PublicKey & { algorithm: string };

  constructor(byte = 1) {
    this.secret = new Uint8Array(32).fill(byte);
    const bytes = ed25519.getPublicKey(this.secret);
    const key_id = sha256(bytes).slice(0, 16);
    this.key = { key_id, algorithm: "Ed25519", public_key: base64(bytes) };
  }

  get keys(): GivenKeys {
    return withPlatform(noKeys(), [this.key]);
  }

  sign(message: string): Uint8Array {
    return ed25519.sign(utf8(message), this.secret);
  }

  sealHash(purpose: string, hash: string): Seal {
    const signature = base64(this.sign(`${purpose}\n${hash}`));
    return { key_id: this.key.key_id, sha256: hash, signature };
  }

  seal(purpose: string, value: Json): Json {
    return { ...this.sealHash(purpose, sha256(canonical(value))) };
  }

  signed(format: string, document: Json): Uint8Array {
    return utf8(canonical({ document, format, seal: this.seal(format, document) }));
  }

  pdf(attached: Uint8Array, filter = ""): Uint8Array {
    const head = `%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Length ${attached.length}${filter}>>\nstream\n`;
    const start = concat(utf8(head), attached, utf8("\nendstream\nendobj\n"));
    const end = utf8("startxref\n9\n%%EOF");
    const seal = this.sealHash("carnet.pdf/1", sha256(concat(start, end)));
    return concat(start, utf8(`%carnet-seal ${seal.key_id} ${seal.signature}\n`), end);
  }

  zip(files: Zippable): Uint8Array {
    const bytes = zipSync(files, { level: 0, mtime: new Date(2026, 10, 30) });
    const length = "carnet-seal ".length + 16 + 1 + 88;
    // The last two bytes say how long the comment is.
    const end = concat(bytes.subarray(0, -2), Uint8Array.of(length, 0));
    const seal = this.sealHash("carnet.zip/1", sha256(end));
    return concat(end, utf8(`carnet-seal ${seal.key_id} ${seal.signature}`));
  }

  token(claims: Json, header: { [name: string]: Json } = {}): Uint8Array {
    const part = (value: Json) => base64Url(utf8(canonical(value)));
    const signed = `${part({ alg: "EdDSA", typ: "JWT", ...header })}.${part(claims)}`;
    return utf8(`${signed}.${base64Url(this.sign(signed))}`);
  }

  jwk(): Json {
    return { kty: "OKP", crv: "Ed25519", x: base64Url(ed25519.getPublicKey(this.secret)) };
  }
}

export const platform = new Platform();
export const stranger = new Platform(2);

const NUMBER = "P-2026-7F3KQ-9XDTA";
const ADDRESS = `https://carnet.example/verifier/${NUMBER}#K7M2QX9T4RWB6ZDF`;

function links(): Json[] {
  const made: Json[] = [];
  let previous: string | null = null;
  for (const [place, kind] of ["opening", "validation"].entries()) {
    const content = { salt: `s${place}`, fact: { level: place } };
    const told = {
      number: place + 1,
      kind,
      subject: null,
      at: `2026-03-06T17:00:0${place}.000000Z`,
      previous,
      content_sha256: sha256(canonical(content)),
    };
    const seal = platform.sealHash("carnet.passport-link/1", sha256(canonical(told)));
    // What the first says is not shown.
    made.push({ ...told, seal: { ...seal }, ...(place === 0 ? {} : { content }) });
    previous = seal.sha256;
  }
  return made;
}

function disclosures() {
  const until = "2028-03-05";
  const leaves = [1, 2, 3].map((level) => ({
    claim: { kind: "skill_at_least", skill: SKILL, level, until },
    salt: String(level).repeat(32),
  }));
  const digests = [...leaves.map((leaf) => sha256(canonical(leaf))), sha256("filler")].sort();
  const [a, b, c, d] = digests;
  const [left, right] = [sha256(`${a}${b}`), sha256(`${c}${d}`)];
  const head = {
    first_name: "Léa",
    last_name: "Martin",
    issuer: "Carnet",
    issued_on: "2026-11-30",
    number: NUMBER,
    verification_url: ADDRESS,
    size: 4,
    root: sha256(`${left}${right}`),
  };
  const seal = platform.seal("carnet.passport-disclosure/1", head);
  return { head, seal, leaves, digests, rows: [left, right] };
}

/** A passport of one validation and one proof, every field of it. */
export function passport(path: string | null = null): { [name: string]: Json } {
  const { rows: _, ...claims } = disclosures();
  return {
    title: "Carnet de compétences de Léa Martin",
    number: NUMBER,
    code: "K7M2QX9T4RWB6ZDF",
    issued_on: "2026-11-30",
    issuer: { name: "Carnet", url: "https://carnet.example" },
    verification_url: ADDRESS,
    scope: SCOPE,
    holder: { first_name: "Léa", last_name: "Martin", former_names: [], email: null },
    skills: [{ skill: SKILL, declared: null, validated: HELD, external_count: 0 }],
    validations: [VALIDATION],
    grids: [GRID],
    experiences: [{ ...EXPERIENCE, proofs: [{ ...PROOF, path }] }],
    external: [],
    chain: { links: links() },
    status: { as_of: "2026-11-30", validations: [{ id: VALIDATION.id, standing: "valid" }] },
    disclosures: claims,
  };
}

export const jsonFile = (path: string | null = null) =>
  platform.signed("carnet.passport/1", passport(path));

export function claimFile(): Uint8Array {
  const { head, seal, leaves, digests, rows } = disclosures();
  const leaf = leaves[1] ?? null;
  const index = digests.indexOf(sha256(canonical(leaf)));
  const path = [digests[index ^ 1] ?? "", rows[(index >> 1) ^ 1] ?? ""];
  const format = "carnet.passport-disclosure/1";
  return utf8(canonical({ format, head, index, leaf, path, seal }));
}

/** A ZIP of the passport, its PDF and these proofs; `listed` may say otherwise than what is there. */
export function zipFile(proofs: Record<string, Uint8Array>, listed = proofs): Uint8Array {
  const json = jsonFile(Object.keys(proofs)[0] ?? null);
  const own = { "carnet.json": json, "carnet.pdf": platform.pdf(json) };
  const files = Object.entries({ ...own, ...listed }).map(([path, bytes]) => ({
    path,
    media_type: "application/octet-stream",
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
  const told = { number: NUMBER, issued_on: "2026-11-30", files };
  const manifest = platform.signed("carnet.passport-manifest/1", told);
  return platform.zip({ ...own, ...proofs, "manifest.json": manifest });
}

export const LIST = "https://carnet.example/api/v1/badge-status/1";

export function badge(issuer = "https://carnet.example/api/v1/badge-issuers/9"): {
  [name: string]: Json;
} {
  const step = (place: number, name: string) => ({ id: `urn:uuid:7#v3-${place}`, name });
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id: "urn:uuid:1",
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: { id: issuer, type: ["Profile"], name: "Atelier des métiers" },
    validFrom: "2026-03-06T17:00:00Z",
    validUntil: "2028-03-05T23:00:00Z",
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [{ identityType: "name", hashed: false, identityHash: "Léa Martin" }],
      achievement: {
        id: "urn:uuid:2",
        name: "Souder à l’arc",
        description: "Compétence 300298",
        criteria: { narrative: "x" },
        alignment: [{ targetCode: "300298", targetName: "Souder à l’arc" }],
        resultDescription: [{ rubricCriterionLevel: [step(0, "En appui"), step(1, "Seul")] }],
      },
      result: [{ achievedLevel: "urn:uuid:7#v3-1" }],
    },
    evidence: [{ name: "cordon.jpg", id: `ni:///sha-256;${base64Url(new Uint8Array(32))}` }],
    credentialStatus: {
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "94567",
      statusListCredential: LIST,
    },
    iss: issuer,
    jti: "urn:uuid:1",
    nbf: 1_772_816_400,
    exp: 1_835_910_000,
  };
}

export const badgeFile = () => platform.token(badge(), { jwk: platform.jwk() });

/** A link of sheets with a row that is shown and one that is hidden. */
export function attendanceFile(): Uint8Array {
  const session = "00000000-0000-0000-0000-000000000007";
  const row = { salt: "s", row: { person: "Zoé" } };
  const hidden = { sha256: sha256("somebody else") };
  const head = { slot: 1 };
  const rows = [sha256(canonical(row)), hidden.sha256];
  const told = {
    number: 1,
    kind: "closing",
    at: "2026-03-03T08:00:00Z",
    previous: null,
    content_sha256: sha256(canonical({ head, rows })),
  };
  const seal = platform.seal("carnet.attendance-link/1", { ...told, chain: session });
  const link = { ...told, seal, content: { head, rows: [row, hidden] } };
  return platform.signed("carnet.attendance-export/1", {
    title: "Feuilles d’émargement",
    organisation: { name: "Atelier" },
    issued_at: "2026-03-06T17:00:00Z",
    chain: { session_id: session, links: [link] },
  });
}

export const now = new Date("2026-11-30T08:00:00Z");
