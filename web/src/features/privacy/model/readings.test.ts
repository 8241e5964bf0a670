import { describe, expect, it } from "vitest";
import { byDay, missingOf } from "./readings";

describe("missingOf", () => {
  it("finds no fault with numbers that follow, wherever they begin", () => {
    expect(missingOf([])).toEqual([]);
    expect(missingOf([7])).toEqual([]);
    expect(missingOf([9, 8, 7])).toEqual([]);
  });

  it("names what is missing, and not without end", () => {
    expect(missingOf([9, 6, 5, 3])).toEqual([8, 7, 4]);
    expect(missingOf([1_000_000, 1])).toHaveLength(20);
  });
});

it("appearances are added up by day, the company with most of them first", () => {
  const one = { siret: "1", name: "Une" };
  const other = { siret: "2", name: "Autre" };
  const lines = [
    { day: "2026-03-04", company: one, times: 2 },
    { day: "2026-03-04", company: other, times: 5 },
    { day: "2026-03-03", company: one, times: 1 },
  ];
  expect(byDay(lines)).toEqual([
    {
      day: "2026-03-04",
      total: 7,
      companies: [
        { ...other, times: 5 },
        { ...one, times: 2 },
      ],
    },
    { day: "2026-03-03", total: 1, companies: [{ ...one, times: 1 }] },
  ]);
});
