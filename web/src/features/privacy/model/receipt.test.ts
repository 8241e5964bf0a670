import { describe, expect, it } from "vitest";
import { fingerprint, isTextOf, readReceipt } from "./receipt";

const document = {
  title: "Retrait d’un partage",
  id: "r1",
  kind: "share_ended",
  reason: "revoked",
  person: { id: "p1", first_name: "Ada", last_name: "Lovelace" },
  company: { siret: "73282932000074", name: null },
  purpose: { id: "o1", title: "Soudeuse" },
  items: [{ label: "CV", item: { kind: "cv" } }],
  until: null,
  policy: { version: "partage-2026-11", sha256: "ab", url: "https://carnet.test" },
  at: "2026-03-04T08:00:00Z",
  method: "button",
  withdrawal: "Rien n’est à retirer.",
  chain: { position: 3, previous_sha256: "aa", sha256: "bb" },
  issuer: { name: "Carnet", url: "https://carnet.test" },
};
const signed = { format: "carnet.consent-receipt/1", document, seal: {} };

describe("readReceipt", () => {
  it("reads what the signed document says", () => {
    const read = readReceipt(signed);
    expect([read?.title, read?.company?.siret, read?.chain.position]).toEqual([
      "Retrait d’un partage",
      "73282932000074",
      3,
    ]);
  });

  it("reads nothing of another form", () => {
    expect(readReceipt({ ...signed, format: "carnet.consent-receipt/2" })).toBeNull();
    expect(readReceipt({ ...signed, document: { ...document, at: 7 } })).toBeNull();
    expect(readReceipt(null)).toBeNull();
  });
});

it("a text is that of a receipt when its own fingerprint is the receipt's", async () => {
  const computed = await fingerprint("Être visible\n");
  const read = readReceipt({
    ...signed,
    document: { ...document, policy: { ...document.policy, sha256: computed } },
  });
  if (!read) throw new Error("unread");
  expect(computed).toMatch(/^[0-9a-f]{64}$/);
  expect(isTextOf(read, { sha256: "said to be another", computed })).toBe(true);
  expect(isTextOf(read, { sha256: computed ?? "", computed: "0".repeat(64) })).toBe(false);
});
