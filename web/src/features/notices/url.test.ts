import { describe, expect, it } from "vitest";
import { filterOf, type NoticeFilter, noticesSearch, searchOf, WANTED } from "./url";

const TRAINING = "0199c2f0-7a3e-7c41-9b6e-0d6f0b0f1a2b";

describe("the address of the notices", () => {
  it("is bare for what waits in every training", () => {
    expect(searchOf({ wanted: "waiting", training: null })).toEqual({});
    expect(filterOf(noticesSearch.parse({}))).toEqual({ wanted: "waiting", training: null });
  });

  it("reads back whatever it wrote", () => {
    const filters = WANTED.flatMap((wanted): NoticeFilter[] => [
      { wanted, training: null },
      { wanted, training: TRAINING },
    ]);
    for (const filter of filters) {
      expect(filterOf(noticesSearch.parse(searchOf(filter)))).toEqual(filter);
    }
  });

  it("leaves out what it does not understand", () => {
    const read = noticesSearch.parse({ etat: "oubliees", formation: "la-mienne", autre: "1" });
    expect(filterOf(read)).toEqual({ wanted: "waiting", training: null });
  });
});
