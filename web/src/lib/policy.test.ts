import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { policyBlocks } from "./policy";

const NOTICES = join(__dirname, "../../../src/sharing/notices");

describe("policyBlocks", () => {
  it("tells headings, sentences and lists apart", () => {
    const text = "Titre\n\nUne phrase.\n\nCe qui est vu\nVoici :\n– le nom ;\n– le niveau.\n";
    expect(policyBlocks(text)).toEqual([
      { heading: "Titre", body: "", items: [] },
      { heading: null, body: "Une phrase.", items: [] },
      { heading: "Ce qui est vu", body: "Voici :", items: ["le nom ;", "le niveau."] },
    ]);
  });

  it.each(readdirSync(NOTICES))("loses no word of %s", (file) => {
    const text = readFileSync(join(NOTICES, file), "utf8");
    const shown = policyBlocks(text).flatMap(({ heading, body, items }) => [
      heading ?? "",
      body,
      ...items,
    ]);
    const words = (lines: string): string[] => lines.replace(/^– /gm, "").match(/\S+/g) ?? [];
    expect(words(shown.join(" "))).toEqual(words(text));
  });
});
