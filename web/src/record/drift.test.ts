import { describe, expect, it } from "vitest";
import { t } from "@/i18n/trainings";
import { type Drift, explain } from "./drift";

const drift = (over: Partial<Drift>): Drift => ({
  code: "M1805",
  kinds: ["relabelled"],
  // biome-ignore lint/suspicious/noThenProperty: so the API names it
  then: "Inventoriste",
  now: "Cariste",
  replaced_by: null,
  ...over,
});

const say = (over: Partial<Drift>, names: "written" | "today" = "written") =>
  explain(t, drift(over), names).map((text) => text.replace(/\s/g, " "));

const heir = { code: "N1105", label: "Manutentionnaire" };

describe("explain", () => {
  it("tells the other name: today’s beside the old one, the old one beside today’s", () => {
    expect(say({})).toEqual(["S’appelle aujourd’hui « Cariste »."]);
    expect(say({}, "today")).toEqual(["S’appelait « Inventoriste »."]);
  });

  it("tells a code given to something else, and where its meaning went", () => {
    expect(say({ kinds: ["reused"], replaced_by: heir })).toEqual([
      "Le code M1805 désigne aujourd’hui « Cariste » ; « Inventoriste » se trouve désormais sous N1105, « Manutentionnaire ».",
    ]);
    expect(say({ kinds: ["reused"] })).toEqual([
      "Le code M1805 désigne aujourd’hui « Cariste » ; « Inventoriste » n’est plus au référentiel.",
    ]);
  });

  it("tells what was retired, and its successor where there is one", () => {
    expect(say({ kinds: ["retired"] })).toEqual(["N’est plus au référentiel."]);
    expect(say({ kinds: ["relabelled", "retired"], replaced_by: heir })).toEqual([
      "S’appelle aujourd’hui « Cariste ».",
      "N’est plus au référentiel ; N1105, « Manutentionnaire » en tient lieu.",
    ]);
  });

  it("tells what a skill became to its jobs", () => {
    const marks = {
      before: { core: true, emerging: false },
      after: { core: false, emerging: true },
    };
    expect(say({ kinds: ["reweighted"], marks })).toEqual([
      "N’est plus une compétence clé de ses métiers.",
      "Est devenue émergente dans ses métiers.",
    ]);
    expect(say({ kinds: ["unlisted"] })).toEqual([
      "Ne figure plus parmi les compétences de ses métiers.",
    ]);
  });
});
