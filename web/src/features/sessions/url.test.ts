import { describe, expect, it } from "vitest";
import { calendarSearch, listSearch, participantsSearch } from "./search";
import {
  calendarSearchOf,
  filterOf,
  participantFilterOf,
  participantSearchOf,
  placeOf,
  searchOf,
} from "./url";

describe("the address of the list", () => {
  it("holds what is looked for, and gives it back", () => {
    const search = { q: "soudage", etat: "en-cours", du: "2026-03-02", au: "2026-06-05" };
    const filter = filterOf(listSearch.parse(search));
    expect(filter).toEqual({
      words: "soudage",
      status: "running",
      from: "2026-03-02",
      to: "2026-06-05",
    });
    expect(searchOf(filter)).toEqual(search);
    expect(searchOf(filterOf({}))).toEqual({});
  });

  it("leaves out what it does not understand", () => {
    expect(filterOf(listSearch.parse({ etat: "perdue", du: "2026-02-30", au: "x", q: 3 }))).toEqual(
      {
        words: "",
        status: null,
        from: "",
        to: "",
      },
    );
    expect(filterOf(listSearch.parse({ etat: "constructor" })).status).toBeNull();
  });
});

describe("the address of the calendar", () => {
  it("holds the view, the day and whose it is", () => {
    const organisme = "0199c2f0-0000-7000-8000-000000000001";
    const search = { vue: "semaine", jour: "2026-03-02", organisme };
    const place = placeOf(calendarSearch.parse(search));
    expect(place).toEqual({ view: "week", day: "2026-03-02", organisation: organisme });
    expect(calendarSearchOf(place)).toEqual(search);
  });

  it("falls back on one's own, today", () => {
    const place = placeOf(calendarSearch.parse({ vue: "annee", jour: "hier", organisme: "tous" }));
    expect(place).toEqual({ view: null, day: null, organisation: null });
  });
});

describe("the address of the participants", () => {
  it("holds the state and the words", () => {
    const search = { q: "dupont", etat: "attente" };
    expect(participantFilterOf(participantsSearch.parse(search))).toEqual({
      words: "dupont",
      status: "waiting",
    });
    expect(participantSearchOf({ words: "dupont", status: "waiting" })).toEqual(search);
  });
});
