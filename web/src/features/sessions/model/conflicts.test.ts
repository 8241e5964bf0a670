import { describe, expect, it } from "vitest";
import { takenBy } from "./conflicts";

const fault = (code: string, message: string) => ({ pointer: "/trainers", code, message });

describe("a refusal of a slot", () => {
  it("can be overridden when it speaks only of what is taken", () => {
    const errors = [
      fault("trainer_busy", "Ada forme ailleurs."),
      fault("room_taken", "Salle prise."),
      fault("trainer_busy", "Ada forme ailleurs."),
    ];
    expect(takenBy({ errors })).toEqual(["Ada forme ailleurs.", "Salle prise."]);
  });

  it("cannot when something else is wrong, or nothing is said", () => {
    expect(
      takenBy({ errors: [fault("trainer_busy", "x"), fault("before_start", "y")] }),
    ).toBeNull();
    expect(takenBy({ errors: [] })).toBeNull();
  });
});
