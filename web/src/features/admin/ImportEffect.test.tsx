import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { ImportEffect } from "./ImportEffect";

const effect = {
  reviewed: true,
  linked: 9,
  present: 7,
  trainings: 2,
  notices: 6,
  undecided: 3,
  own_skills: 1,
  grids: 0,
  saved_searches: 1,
  recruiters_told: 1,
  people: 12,
  people_told: null as number | null,
  alignment: [],
  measured_at: null,
};

let told: number | null = null;

beforeEach(() => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(JSON.stringify({ ...effect, people_told: told }))),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the effect of a release on people", () => {
  it.each([
    [null, "12, pas encore toutes prévenues"],
    [0, "12, 0 personne prévenue"],
    [1, "12, 1 personne prévenue"],
    [10, "12, 10 personnes prévenues"],
  ])("with %s told is said as it is", async (count, sentence) => {
    told = count;
    const { container } = renderInApp(<ImportEffect id="i1" release={61} />);
    await screen.findByText(sentence);
    expect(await axeViolations(container)).toEqual([]);
  });
});
