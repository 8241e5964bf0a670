import { describe, expect, it } from "vitest";
import {
  ApiProblem,
  asProblem,
  fieldOf,
  messagesOf,
  problemFrom,
  retryAfterSeconds,
  STALE,
  splitByField,
} from "./problem";

const problem = new ApiProblem(422, {
  title: "Certains champs sont à corriger",
  code: "invalid_request",
  request_id: "r-1",
  errors: [
    { pointer: "/siret", code: "siret_closed", message: "Cet établissement est fermé." },
    { pointer: "/siret", code: "siret_unknown", message: "Second message du même champ." },
    { pointer: "/elsewhere", code: "odd", message: "Sans champ." },
  ],
});

describe("splitByField", () => {
  it("gives each field its first message and loses none of the others", () => {
    expect(splitByField(problem, ["siret"])).toEqual({
      byField: { siret: "Cet établissement est fermé." },
      rest: ["Sans champ."],
    });
  });
});

describe("fieldOf", () => {
  it.each([
    ["/siret", "siret"],
    ["#/siret", "siret"],
    ["/criteria/0/skill", "criteria.0.skill"],
    ["/a~1b/c~0d", "a/b.c~d"],
  ])("reads %s", (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field);
  });
});

describe("problemFrom", () => {
  it("carries what is there now when somebody else was faster", async () => {
    const current = { id: "t", version: 3 };
    const body = JSON.stringify({ title: "Modifié", status: 412, code: STALE, current });
    const read = await problemFrom(new Response(body, { status: 412 }));
    expect(read).toMatchObject({ code: STALE, current });
  });

  it("reads a problem and how long to wait", async () => {
    const body = JSON.stringify({ title: "Trop de demandes", status: 429, code: "rate_limited" });
    const headers = { "retry-after": "7", "x-request-id": "r-9" };
    const read = await problemFrom(new Response(body, { status: 429, headers }));
    expect(read).toMatchObject({
      status: 429,
      code: "rate_limited",
      retryAfter: 7,
      requestId: "r-9",
    });
    expect(read.temporary).toBe(true);
  });

  it("makes something of an answer that is no problem at all", async () => {
    const read = await problemFrom(new Response("<html>", { status: 502 }));
    expect(read).toMatchObject({ status: 502, code: "http_502", errors: [] });
  });
});

describe("asProblem", () => {
  it("takes anything thrown for a server that was not reached", () => {
    expect(asProblem(new TypeError("Failed to fetch"))).toMatchObject({
      status: 0,
      code: "unreachable",
    });
    expect(asProblem(problem)).toBe(problem);
  });
});

describe("messagesOf", () => {
  it("has every message in order, and none for what never reached the server", () => {
    expect(messagesOf(problem)).toEqual(problem.errors.map(({ message }) => message));
    expect(messagesOf(problem)).not.toEqual([]);
    expect(messagesOf(new TypeError("Failed to fetch"))).toEqual([]);
  });
});

describe("retryAfterSeconds", () => {
  it("reads seconds only", () => {
    expect(retryAfterSeconds("12")).toBe(12);
    expect(retryAfterSeconds("Wed, 21 Oct 2026 07:28:00 GMT")).toBeNull();
    expect(retryAfterSeconds(null)).toBeNull();
  });
});
