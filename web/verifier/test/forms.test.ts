// Every form: accepted as it was issued, refused once anything of it was changed.
import { readFileSync, writeFileSync } from "node:fs";
import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { check } from "../check";
import { areSame, concat, utf8 } from "../check/bytes";
import { type Json, parse } from "../check/json";
import { noKeys } from "../check/keys";
import type { Answer } from "../check/said";
import {
  attendanceFile,
  badgeFile,
  claimFile,
  jsonFile,
  now,
  passport,
  platform,
  stranger,
  zipFile,
} from "./make";

const PROOF = { "preuves/000-a.txt": utf8("some proof") };
const FORMS: [string, Uint8Array][] = [
  ["JSON", jsonFile()],
  ["PDF", platform.pdf(jsonFile())],
  ["ZIP", zipFile(PROOF)],
  ["claim", claimFile()],
  ["badge", badgeFile()],
  ["attendance", attendanceFile()],
  ["attendance PDF", platform.pdf(attendanceFile())],
];

const answer = (bytes: Uint8Array, at = now): Answer =>
  check(bytes, { keys: platform.keys, lists: [], now: at });

const french = (bytes: Uint8Array, at = now): string => {
  const found = answer(bytes, at);
  const all = found.isHeld ? [...found.facts, ...found.checked, ...found.unchecked] : found.faults;
  return all.map(({ fr }) => fr).join("\n");
};

const flipped = (bytes: Uint8Array, at: number, bits = 1): Uint8Array => {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ bits;
  return changed;
};

/** Places all over a file: its edges, and some of each stretch of it. */
function places(length: number): number[] {
  const edge = Array.from({ length: 24 }, (_, at) => at);
  const spread = Array.from({ length: 160 }, (_, at) => Math.floor((at * length) / 160));
  return [...new Set([...edge, ...spread, ...edge.map((at) => length - 1 - at)])].filter(
    (at) => at >= 0 && at < length,
  );
}

describe.each(FORMS)("a file: %s", (_, bytes) => {
  it("is accepted as it was issued, and what cannot be checked is told", () => {
    const found = answer(bytes);
    expect(found).toMatchObject({ isHeld: true });
    if (!found.isHeld) return;
    expect(found.facts.length).toBeGreaterThan(0);
    expect(found.checked.length).toBeGreaterThan(1);
    expect(found.unchecked.length).toBeGreaterThan(0);
  });

  it("is refused once a byte anywhere in it was changed", { timeout: 60_000 }, () => {
    for (const at of places(bytes.length)) {
      for (const bits of [1, 0x20]) {
        expect(answer(flipped(bytes, at, bits)).isHeld, `byte ${at} is not covered`).toBe(false);
      }
    }
  });

  it("is refused when it was cut or made longer", { timeout: 60_000 }, () => {
    for (const at of places(bytes.length).filter((place) => place % 3 === 0)) {
      expect(answer(bytes.subarray(0, at)).isHeld, `cut after ${at} bytes`).toBe(false);
    }
    expect(answer(concat(bytes, utf8("x"))).isHeld).toBe(false);
    expect(answer(concat(bytes, utf8("\nstartxref\n9\n%%EOF"))).isHeld).toBe(false);
  });

  it("is refused with the keys of another, and without any", () => {
    for (const keys of [stranger.keys, noKeys()]) {
      expect(check(bytes, { keys, lists: [], now }).isHeld).toBe(false);
    }
  });
});

describe("a passport", () => {
  it("says whose it is, and what of it is not here", () => {
    const told = french(jsonFile());
    expect(told).toContain("Carnet de compétences de Léa Martin, n°\u00a0P-2026-7F3KQ-9XDTA");
    expect(told).toContain("1 inscription, dont 1 en vigueur");
    expect(told).toContain("2 maillons, aucun retiré");
    expect(told).toContain("1 pièces ne sont pas dans ce fichier");
    expect(told).toContain("Ce que disent 1 maillons");
    expect(told).toContain("Une révocation après le 30 novembre 2026");
    expect(french(zipFile(PROOF))).not.toContain("pièces ne sont pas dans ce fichier");
    expect(french(zipFile(PROOF))).toContain("ses 3 fichiers");
  });

  it("is read from a PDF that deflates what it holds", () => {
    const packed = platform.pdf(zlibSync(jsonFile()), "/Filter/FlateDecode");
    expect(answer(packed).isHeld).toBe(true);
    expect(french(platform.pdf(utf8("{}")))).toContain("ne contient aucun document signé");
    expect(french(utf8("%PDF-1.7\nstartxref\n9"))).toContain("ne porte pas de sceau");
  });

  it("is refused when the platform signed it and its chain or claims are another's", () => {
    const changed = (change: (document: { [name: string]: Json }) => void): string => {
      const document = parse(JSON.stringify(passport())) as { [name: string]: Json };
      change(document);
      return french(platform.signed("carnet.passport/1", document));
    };
    type Chain = { links: { [name: string]: Json }[] };
    const links = (document: { [name: string]: Json }) =>
      (document.chain as unknown as Chain).links;
    expect(changed((document) => links(document).shift())).toContain("le maillon 1 manque");
    expect(changed((document) => links(document).reverse())).toContain("ne suit pas le précédent");
    const rewrite = (field: string, value: Json) => (document: { [name: string]: Json }) => {
      const link = links(document)[1];
      if (link) link[field] = value;
    };
    expect(changed(rewrite("kind", "reply"))).toContain("Sceau du maillon 2");
    expect(changed(rewrite("at", "2026-01-01T00:00:00.000000Z"))).toContain("daté d’avant");
    expect(changed(rewrite("content", { salt: "s1", fact: { level: 9 } }))).toContain(
      "a été modifié",
    );
    const other = "P-2026-AAAAA-AAAAA";
    const renumber = (document: { [name: string]: Json }) => {
      document.number = other;
    };
    expect(changed(renumber)).toContain("ne sont pas celles qui ont été");
    expect(french(platform.signed("carnet.other/1", passport()))).toContain(
      "n’est pas un document",
    );
  });
});

describe("a ZIP", () => {
  it("names the file that is not the one listed", () => {
    const stray = { ...PROOF, "preuves/001-b.txt": utf8("more") };
    expect(french(zipFile(stray, PROOF))).toContain("preuves/001-b.txt");
    expect(french(zipFile(PROOF, stray))).toContain("preuves/001-b.txt");
    const other = { "preuves/000-a.txt": utf8("some other") };
    expect(french(zipFile(other, PROOF))).toContain("preuves/000-a.txt");
    const bytes = zipFile(PROOF);
    const needle = utf8("some proof");
    const at = bytes.findIndex((_, place) => areSame(bytes.subarray(place, place + 10), needle));
    const told = french(flipped(bytes, at));
    expect(told).toContain("preuves/000-a.txt");
    expect(told).toContain("Sceau du ZIP");
  });
});

describe("a claim", () => {
  it("says what is proved, until its last day in Paris", () => {
    const told = french(claimFile());
    expect(told).toContain(
      "Souder à l’arc (300298)\u00a0: validée au niveau 2 sur\u00a04, ou plus",
    );
    expect(answer(claimFile(), new Date("2028-03-05T22:59:59Z")).isHeld).toBe(true);
    expect(french(claimFile(), new Date("2028-03-05T23:00:00Z"))).toContain("jusqu’au 5 mars 2028");
  });

  it("is refused with anything added to it", () => {
    const value = parse(new TextDecoder().decode(claimFile())) as { [name: string]: Json };
    const more = utf8(JSON.stringify({ ...value, more: 1 }));
    expect(answer(more).isHeld).toBe(false);
  });
});

it("reads the files that the server's own tests read", () => {
  const made: Record<string, Uint8Array> = {
    "carnet.json": jsonFile(),
    "carnet.pdf": platform.pdf(jsonFile()),
    "preuve.json": claimFile(),
    "badge.jwt": badgeFile(),
    "carnet.zip": zipFile(PROOF),
  };
  for (const [name, bytes] of Object.entries(made)) {
    const file = new URL(`../fixtures/${name}`, import.meta.url);
    if (process.env.CARNET_WRITE_FIXTURES) writeFileSync(file, bytes);
    const kept = new Uint8Array(readFileSync(file));
    expect(answer(kept).isHeld, name).toBe(true);
    // A ZIP is packed by a library, which may pack otherwise one day.
    if (name !== "carnet.zip") expect(areSame(kept, bytes), name).toBe(true);
  }
});

it("refuses what is none of these", () => {
  for (const text of ["", "{}", "[]", "null", "bonjour", "PK", "a.b.c", `{"a":${"[".repeat(99)}`]) {
    expect(answer(utf8(text)).isHeld, text).toBe(false);
  }
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  expect(answer(utf8(deep)).isHeld).toBe(false);
});
