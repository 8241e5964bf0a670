import { describe, expect, it } from "vitest";
import type { TrainingSession } from "@/api/types";
import { EMPTY, generalBody, generalFaults, generalOf, newSessionBody } from "./general";

const session = {
  title: "Soudage, printemps",
  starts_on: "2026-03-02",
  ends_on: "2026-06-05",
  place: "Salle 4",
  remote_url: null,
  information: "",
  seats: 12,
  announced_minutes: 4200,
  holidays: "mainland",
  retention: "cofunded",
  trainers: [
    { person_id: "p1", first_name: "A", last_name: "B" },
    { person_id: null, first_name: "C", last_name: "D" },
  ],
} as unknown as TrainingSession;

describe("the general part", () => {
  it("is sent as it was read; whose account is gone cannot be named again", () => {
    const body = generalBody(generalOf(session));
    expect(body).toMatchObject({
      title: "Soudage, printemps",
      title_reason: null,
      seats: 12,
      announced_minutes: 4200,
      remote_url: null,
      retention: "cofunded",
      trainers: ["p1"],
    });
    expect(generalFaults(generalOf(session), false)).toEqual({});
  });

  it("says why its title changes, where that is asked", () => {
    const values = { ...generalOf(session), title_reason: " Titre de la convention " };
    expect(generalBody(values).title_reason).toBe("Titre de la convention");
    expect(newSessionBody("t1", values)).not.toHaveProperty("title_reason");
  });

  it("leaves title and duration of a new session to its training", () => {
    const values = { ...EMPTY, starts_on: "2026-03-02", ends_on: "2026-03-02" };
    expect(generalFaults(values, true)).toEqual({});
    expect(newSessionBody("t1", values)).toMatchObject({
      training_id: "t1",
      title: null,
      announced_minutes: null,
      seats: null,
    });
    expect(generalFaults(values, false)).toEqual({
      title: "required",
      announced_minutes: "duration",
    });
  });

  it("tells every fault", () => {
    const wrong = {
      ...EMPTY,
      title: "x",
      starts_on: "2026-03-02",
      ends_on: "2026-03-01",
      seats: "beaucoup",
      announced_minutes: "longtemps",
    };
    expect(generalFaults(wrong, true)).toEqual({
      ends_on: "order",
      seats: "seats",
      announced_minutes: "duration",
    });
    expect(generalFaults({ ...wrong, ends_on: "", seats: "0" }, true)).toMatchObject({
      ends_on: "required",
      seats: "seats",
    });
  });
});
