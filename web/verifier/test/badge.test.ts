// Badges of this platform and of others, with keys of every kind.
import { generateKeyPairSync, sign } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { gzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { check } from "../check";
import { base64Url, concat, utf8 } from "../check/bytes";
import { canonical, type Json } from "../check/json";
import { type GivenKeys, noKeys, withFile } from "../check/keys";
import type { Answer } from "../check/said";
import { isSet, readStatusList, type StatusList } from "../check/status";
import { badge, badgeFile, LIST, now, platform, stranger } from "./make";

const answer = (
  bytes: Uint8Array,
  keys: GivenKeys = platform.keys,
  lists: StatusList[] = [],
  at = now,
): Answer => check(bytes, { keys, lists, now: at });

const french = (found: Answer): string =>
  (found.isHeld ? [...found.facts, ...found.checked, ...found.unchecked] : found.faults)
    .map(({ fr }) => fr)
    .join("\n");

const file = (value: Json): Uint8Array => utf8(JSON.stringify(value));

/** A badge of another issuer, signed with a key of Node's. */
function foreign(alg: string, issuer: string, signer: (message: Uint8Array) => Uint8Array) {
  const part = (value: Json) => base64Url(utf8(canonical(value)));
  const signed = `${part({ alg })}.${part(badge(issuer))}`;
  return utf8(`${signed}.${base64Url(signer(utf8(signed)))}`);
}

describe("a badge of the platform", () => {
  it("says what was validated, by whom and to whom", () => {
    const told = french(answer(badgeFile()));
    for (const sentence of [
      "Badge «\u00a0Souder à l’arc\u00a0» (Seul)",
      "Émis par Atelier des métiers",
      "À Léa Martin",
      "Compétence\u00a0: 300298, Souder à l’arc",
      `cordon.jpg, SHA-256 ${"0".repeat(64)}`,
      `Signature d’une clé de la plateforme\u00a0: ${platform.key.key_id}`,
      LIST,
    ]) {
      expect(told).toContain(sentence);
    }
  });

  it("is refused before and after its time", () => {
    const at = (moment: string) => french(answer(badgeFile(), platform.keys, [], new Date(moment)));
    expect(at("2026-03-06T16:59:59Z")).toContain("à partir du 2026-03-06T17:00:00Z");
    expect(at("2028-03-05T23:00:00Z")).toContain("a expiré le 2028-03-05T23:00:00Z");
  });

  it("is refused where only the key it brings along verifies it", () => {
    expect(french(answer(badgeFile(), noKeys()))).toContain("rien ne dit qui l’a émis");
    const forged = stranger.token(badge(), { jwk: stranger.jwk() });
    expect(french(answer(forged))).toContain("rien ne dit qui l’a émis");
  });

  it("is refused when its claims contradict it, or parts of it lack", () => {
    for (const claim of ["iss", "jti", "nbf", "exp", "sub"]) {
      const told = french(answer(platform.token({ ...badge(), [claim]: 1 })));
      expect(told).toContain(`«\u00a0${claim}\u00a0» contredit`);
    }
    for (const part of ["@context", "type", "issuer", "credentialSubject", "validFrom"]) {
      const { [part]: _, ...rest } = badge();
      expect(french(answer(platform.token(rest)))).toContain(`${part} manque`);
    }
    const headers: { [name: string]: Json }[] = [
      { alg: "none" },
      { alg: "HS256" },
      { crit: ["b64"] },
    ];
    for (const header of headers) {
      const told = french(answer(platform.token(badge(), header)));
      expect(told).toContain("demande ce qui ne peut être contrôlé");
    }
    expect(answer(platform.token(badge(), { alg: "ES256" })).isHeld).toBe(false);
  });
});

describe("a status list", () => {
  const listFile = (bits: Uint8Array, by = platform) =>
    by.token({
      id: LIST,
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      issuer: "https://carnet.example",
      validFrom: "2026-11-01T00:00:00Z",
      credentialSubject: {
        type: "BitstringStatusList",
        statusPurpose: "revocation",
        encodedList: `u${base64Url(gzipSync(bits))}`,
      },
    });

  it("says which badges are revoked, of its day", () => {
    const bits = new Uint8Array(131_072 / 8);
    const clear = readStatusList(listFile(bits), platform.keys);
    if (!clear) throw new Error("the list was not read");
    expect(french(answer(badgeFile(), platform.keys, [clear]))).toContain("Pas révoqué");
    // The left-most bit is the first.
    bits[Math.floor(94_567 / 8)] = 0x80 >> (94_567 % 8);
    const list = readStatusList(listFile(bits), platform.keys);
    if (!list) throw new Error("the list was not read");
    expect(isSet(list, 94_566)).toBe(false);
    expect(isSet(list, 131_072)).toBe(null);
    const told = french(answer(badgeFile(), platform.keys, [list]));
    expect(told).toContain("révoqué, selon la liste de statuts du 2026-11-01T00:00:00Z");
  });

  it("is nobody's without a trusted key, and none when it is short", () => {
    const bits = new Uint8Array(131_072 / 8);
    expect(readStatusList(listFile(bits, stranger), platform.keys)).toBe(null);
    expect(readStatusList(listFile(new Uint8Array(9)), platform.keys)).toBe(null);
    expect(readStatusList(badgeFile(), platform.keys)).toBe(null);
  });
});

describe("a badge of another issuer", () => {
  it("is verified by the key that its issuer is", () => {
    const secret = new Uint8Array(32).fill(3);
    const key = ed25519.getPublicKey(secret);
    const did = `did:key:u${base64Url(concat(Uint8Array.of(0xed, 0x01), key))}`;
    const made = foreign("EdDSA", did, (message) => ed25519.sign(message, secret));
    expect(french(answer(made, noKeys()))).toContain("dont l’identifiant est la clé");
    const known = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    const stolen = foreign("EdDSA", known, (message) => ed25519.sign(message, secret));
    expect(french(answer(stolen, noKeys()))).toContain("n’est pas d’une clé de cet émetteur");
  });

  it("is verified with a key of P-256 from a DID document, for its owner alone", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const jwk = publicKey.export({ format: "jwk" }) as unknown as Json;
    const signer = (message: Uint8Array) =>
      sign("sha256", message, { key: privateKey, dsaEncoding: "ieee-p1363" });
    const document = file({
      id: "did:web:ecole.example",
      verificationMethod: [{ id: "#cle", publicKeyJwk: jwk }],
    });
    const keys = withFile(noKeys(), document);
    if (!keys) throw new Error("no key was read");
    const own = foreign("ES256", "did:web:ecole.example", signer);
    expect(french(answer(own, keys))).toContain("clé que vous avez donnée\u00a0: #cle");
    const other = foreign("ES256", "did:web:autre.example", signer);
    expect(french(answer(other, keys))).toContain("Aucune clé");
  });

  it("is verified with an RSA key, as a JWK and as a DID", () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const signer = (message: Uint8Array) => sign("sha256", message, privateKey);
    const jwk = { ...publicKey.export({ format: "jwk" }), kid: "clé" } as unknown as Json;
    const keys = withFile(noKeys(), file({ keys: [jwk] }));
    if (!keys) throw new Error("no key was read");
    const issuer = "https://ecole.example";
    expect(answer(foreign("RS256", issuer, signer), keys).isHeld).toBe(true);
    const forged = foreign("RS256", issuer, (message) => signer(concat(message, utf8("x"))));
    expect(answer(forged, keys).isHeld).toBe(false);
    const der = publicKey.export({ type: "pkcs1", format: "der" });
    const did = `did:key:u${base64Url(concat(Uint8Array.of(0x85, 0x24), new Uint8Array(der)))}`;
    expect(answer(foreign("RS256", did, signer), noKeys()).isHeld).toBe(true);
  });

  it("finds no key in what is no file of keys", () => {
    for (const text of [
      "",
      "[]",
      "{}",
      '{"keys":[]}',
      '{"keys":[{"kty":"oct"}]}',
      '{"kty":"OKP"}',
    ]) {
      expect(withFile(noKeys(), utf8(text)), text).toBe(null);
    }
    const listed = withFile(noKeys(), file({ keys: [{ ...platform.key }, { kty: "oct" }] }));
    expect(listed?.platform).toEqual([platform.key]);
  });
});
