import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import { offer } from "@/test/offer";
import { atFields, bodyOf, EMPTY, faultsOf, lacksOf, modelOf, parseEuros, valuesOf } from "./draft";

const TODAY = "2026-03-03";

describe("a draft", () => {
  it("comes back from its form as it went in", () => {
    expect(bodyOf(valuesOf(offer()))).toEqual({
      title: "Soudeuse ou soudeur",
      job: "H2913",
      message: "Venez nous voir.",
      contract: "permanent",
      place: "Nantes",
      weekly_minutes: 2_100,
      schedule: null,
      pay: { min: 210_000, max: 240_050, per: "month" },
      starts_on: null,
      reply_by: null,
      file_id: null,
      quiz_id: null,
      search: null,
    });
  });

  it("needs nothing but its title", () => {
    expect(faultsOf(EMPTY, TODAY)).toEqual({ title: "title" });
    expect(faultsOf({ ...EMPTY, title: "Un poste" }, TODAY)).toEqual({});
    expect(bodyOf({ ...EMPTY, title: " Un poste ", place: "  " })).toMatchObject({
      title: "Un poste",
      place: null,
      pay: null,
      contract: null,
    });
  });

  it.each([
    [{ weekly_minutes: "beaucoup" }, { weekly_minutes: "week" }],
    [{ weekly_minutes: "61 h" }, { weekly_minutes: "weekRange" }],
    [{ weekly_minutes: "60 h" }, {}],
    [{ pay: "0" }, { pay: "amount" }],
    [{ pay: "12,505" }, { pay: "amount" }],
    [{ pay_max: "2000" }, { pay: "noMinimum" }],
    [{ pay: "2000", pay_max: "1999" }, { pay_max: "range" }],
    [{ pay: "2000", pay_max: "2000" }, {}],
    [{ starts_on: "2026-03-02" }, { starts_on: "past" }],
    [{ reply_by: TODAY }, { reply_by: "replyRange" }],
    [{ reply_by: "2026-06-01" }, {}],
    [{ reply_by: "2026-06-02" }, { reply_by: "replyRange" }],
  ])("tells what is wrong with %o", (typed, faults) => {
    expect(faultsOf({ ...EMPTY, title: "Un poste", ...typed }, TODAY)).toEqual(faults);
  });

  it("reads amounts as people type them", () => {
    expect(["2 100", "2\u202f100 €", "12,5", "12.50", "douze", ""].map(parseEuros)).toEqual([
      210_000,
      210_000,
      1_250,
      1_250,
      null,
      null,
    ]);
  });

  it("leaves days, document and search behind where it is a model", () => {
    const model = modelOf(
      offer({ starts_on: "2026-02-01", reply_by: "2026-02-20", search: { rome: ["H"] } }),
      TODAY,
    );
    expect(model).toMatchObject({
      title: "Soudeuse ou soudeur",
      pay: "2100",
      pay_max: "2400,50",
      starts_on: "",
      reply_by: "",
      file_id: null,
      search: null,
    });
    expect(modelOf(offer({ starts_on: "2026-09-01" }), TODAY).starts_on).toBe("2026-09-01");
  });

  it("says what is missing before it is sent", () => {
    expect(lacksOf(offer())).toEqual([]);
    expect(lacksOf(offer({ job: null, place: null, counts: {} }))).toEqual([
      "job",
      "place",
      "recipients",
    ]);
  });

  it("finds the fields of a new one below its offer", () => {
    const fault = (pointer: string) => ({ pointer, code: "required", message: "Ici." });
    const refused = new ApiProblem(422, {
      title: "Refusée",
      code: "invalid",
      errors: [fault("/offer/title"), fault("/offer/pay/min"), fault("/recipients")],
    });
    const told = atFields(refused) as ApiProblem;
    expect(told.errors.map(({ pointer }) => pointer)).toEqual(["/title", "/pay", "/recipients"]);
    expect([told.status, told.code, told.message]).toEqual([422, "invalid", "Refusée"]);
  });
});
