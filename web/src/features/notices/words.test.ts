import { describe, expect, it } from "vitest";
import { t } from "@/i18n/notices";
import { notice } from "@/test/notice";
import { effect, said } from "./words";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
const replacement = { code: "M1856", label: "Intégration web" };

describe("said", () => {
  const before = "Études informatiques";
  const after = "Conduite de projet";

  it.each([
    [
      notice({ kind: "relabelled", before, after }),
      "« Études informatiques » s’appelle maintenant « Conduite de projet ».",
    ],
    [
      notice({ kind: "reused", code: "M1819", before, after, replacement }),
      "Le code M1819 désigne maintenant « Conduite de projet » ; « Études informatiques » se trouve désormais sous M1856, « Intégration web ».",
    ],
    [
      notice({ kind: "reused", code: "M1819", before, after }),
      "Le code M1819 désigne maintenant « Conduite de projet » ; « Études informatiques » n’est plus au référentiel.",
    ],
    [
      notice({ kind: "retired", before, after: null, replacement }),
      "« Études informatiques » n’est plus au référentiel ; M1856, « Intégration web », en tient lieu.",
    ],
    [
      notice({ kind: "retired", before, after: null }),
      "« Études informatiques » n’est plus au référentiel.",
    ],
    [
      notice({ kind: "retired", code: "M1805", before: null, after: null }),
      "« M1805 » n’est plus au référentiel.",
    ],
  ])("tells what the release did (%#)", (told, sentence) => {
    expect(plain(said(t, told))).toBe(sentence);
  });

  it("names a replacement by its code when its name is not known", () => {
    const told = notice({ kind: "retired", replacement: { code: "M1856", label: "" } });
    expect(plain(said(t, told))).toContain("M1856, « M1856 »");
  });
});

describe("effect", () => {
  it("tells what the draft would say", () => {
    expect(effect(t, notice({ kind: "relabelled" }))).toContain("nouveau nom");
    expect(plain(effect(t, notice({ kind: "reused", code: "M1819", replacement })))).toBe(
      "Si vous acceptez, le brouillon passera de M1819 à M1856, « Intégration web ».",
    );
    expect(effect(t, notice({ kind: "reused" }))).toContain("retirée");
    expect(effect(t, notice({ kind: "retired" }))).toContain("retirée");
  });
});
