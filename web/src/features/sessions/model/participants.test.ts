import { describe, expect, it } from "vitest";
import type { Enrolment } from "@/api/types";
import {
  BLANK,
  columnName,
  countsOf,
  found,
  newParticipant,
  participantBody,
  participantOf,
  template,
} from "./participants";

const person = (what: Partial<Enrolment>): Enrolment =>
  ({
    id: "e1",
    first_name: "Zoé",
    last_name: "Lefèvre",
    email: "zoe@exemple.test",
    reference: null,
    status: "enrolled",
    starts_on: "2026-03-02",
    ends_on: null,
    ...what,
  }) as Enrolment;

describe("participants", () => {
  it("are found by name without accents, by address, number and employer", () => {
    const all = [
      person({}),
      person({
        id: "e2",
        first_name: "Ali",
        last_name: "Ben",
        email: null,
        reference: "D-42",
        employer: "Métallerie Bosser",
      }),
    ];
    const names = (words: string) => found(all, { words, status: null }).map(({ id }) => id);
    expect(names("lefevre zoe")).toEqual(["e1"]);
    expect(names("EXEMPLE")).toEqual(["e1"]);
    expect(names("d-42")).toEqual(["e2"]);
    expect(names("metallerie ali")).toEqual(["e2"]);
    expect(names("null")).toEqual([]);
    expect(names("personne")).toEqual([]);
  });

  it("that were called off are shown when they are asked for", () => {
    const all = [
      person({}),
      person({ id: "e2", status: "cancelled" }),
      person({ id: "e3", status: "waiting" }),
    ];
    expect(found(all, { words: "", status: null }).map(({ id }) => id)).toEqual(["e1", "e3"]);
    expect(found(all, { words: "", status: "cancelled" }).map(({ id }) => id)).toEqual(["e2"]);
  });

  it("are sent as they were written", () => {
    expect(newParticipant({ ...BLANK, first_name: " Ada ", last_name: "Lovelace" })).toEqual({
      first_name: "Ada",
      last_name: "Lovelace",
      email: null,
      reference: null,
      employer: null,
      starts_on: null,
      ends_on: null,
    });
    const written = person({ ends_on: "2026-04-01", employer: "Métallerie Bosser" });
    expect(participantBody(participantOf(written))).toEqual({
      first_name: "Zoé",
      last_name: "Lefèvre",
      email: "zoe@exemple.test",
      reference: null,
      employer: "Métallerie Bosser",
      starts_on: "2026-03-02",
      ends_on: "2026-04-01",
    });
  });
});

describe("a file", () => {
  it("begins with the headings that are recognised", () => {
    expect(template()).toBe(
      "\ufeffNom;Prénom;E-mail;Référence;Employeur;Date d’entrée;Date de sortie\r\n",
    );
  });

  it("is counted with what stops it first", () => {
    const counts = { create: 3, match: 2, already: 1, error: 4 };
    expect(countsOf({ counts })).toEqual([
      ["error", 4],
      ["create", 3],
      ["match", 2],
      ["already", 1],
    ]);
  });

  it("has columns named as in a table", () => {
    expect([1, 2, 26, 27, 52, 53].map(columnName)).toEqual(["A", "B", "Z", "AA", "AZ", "BA"]);
  });
});
