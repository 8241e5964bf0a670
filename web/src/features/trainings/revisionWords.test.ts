import { describe, expect, it } from "vitest";
import type { Revision } from "@/api/types";
import { t } from "@/i18n/revisions";
import { writtenName } from "./revisionWords";

const revision: Revision = {
  number: 1,
  title: "Soudage",
  release: 60,
  written_by: "Nadia Benali",
  written_at: "2026-03-01T08:00:00Z",
  published_at: "2026-03-02T08:30:00Z",
};

const say = (over: Partial<Revision>) =>
  writtenName(t, { ...revision, ...over }).replace(/\s/g, " ");

describe("writtenName", () => {
  it("names who published a revision, while there is somebody to name", () => {
    expect(say({})).toBe("Publiée par Nadia Benali le 2 mars 2026 à 09:30");
    expect(say({ written_by: null })).toBe("Publiée le 2 mars 2026 à 09:30");
  });

  it("names who writes the next one", () => {
    const draft = { published_at: null };
    expect(say(draft)).toBe(
      "En cours d’écriture, modifiée par Nadia Benali le 1er mars 2026 à 09:00",
    );
    expect(say({ ...draft, written_by: null })).toBe(
      "En cours d’écriture, modifiée le 1er mars 2026 à 09:00",
    );
  });
});
