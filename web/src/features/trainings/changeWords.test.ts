import { describe, expect, it } from "vitest";
import type { TrainingChange } from "@/api/types";
import { t } from "@/i18n/revisions";
import { tell } from "./changeWords";

const change = (over: Partial<TrainingChange>): TrainingChange => ({
  subject: "field",
  key: "title",
  label: null,
  kind: "changed",
  property: null,
  before: null,
  after: null,
  ...over,
});

const say = (over: Partial<TrainingChange>) =>
  tell(t, change(over)).sentences.join(" ").replace(/\s/g, " ");

describe("tell", () => {
  it.each<[string, Partial<TrainingChange>]>([
    ["Titre : « A » devient « B ».", { before: "A", after: "B" }],
    [
      "Nature de l’action : « Action de formation » devient « Bilan de compétences ».",
      { key: "nature", before: "Action de formation", after: "skills_assessment" },
    ],
    ["Tarif : texte ajouté.", { key: "price", after: "500 €" }],
    ["Certification préparée : texte retiré.", { key: "certification", before: "RNCP1" }],
    ["Objectifs : texte modifié.", { key: "objectives", before: "a\nb", after: "c" }],
    ["Métier ajouté : « Soudeur ».", { subject: "job", label: "Soudeur", kind: "added" }],
    [
      "Compétence « Souder » : le niveau visé passe de « Guidé » à « Expert ».",
      { subject: "skill", label: "Souder", property: "target", before: "Guidé", after: "Expert" },
    ],
    [
      "Module « Atelier » : la durée passe de 1 h à 1 h 30.",
      { subject: "course", label: "Atelier", property: "minutes", before: "60", after: "90" },
    ],
    [
      "Module « Atelier » : désormais en Présentiel.",
      { subject: "course", label: "Atelier", property: "modality", after: "in_person" },
    ],
    [
      "Module « A » : enseigne désormais « c ». Module « A » : n’enseigne plus « a ».",
      { subject: "course", label: "A", property: "skills", before: "a\nb", after: "b\nc" },
    ],
    ["Module déplacé dans l’ordre : « A ».", { subject: "course", label: "A", kind: "moved" }],
  ])("says %s", (sentence, over) => {
    expect(say(over)).toBe(sentence);
  });

  it("keeps long texts beside the sentence", () => {
    expect(tell(t, change({ key: "methods", after: "Ateliers" }))).toMatchObject({
      before: null,
      after: "Ateliers",
    });
  });
});
