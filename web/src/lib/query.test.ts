import { describe, expect, it } from "vitest";
import { readQuery, writeQuery } from "./query";

describe("query", () => {
  it("keeps the punctuation of a search readable", () => {
    expect(writeQuery({ c: "103091.3-.v,117622", rome: "M,family:M1805" })).toBe(
      "?c=103091.3-.v,117622&rome=M,family:M1805",
    );
  });

  it("leaves out what is not set", () => {
    expect(writeQuery({ c: undefined })).toBe("");
  });

  it("reads back what it wrote, whatever the text", () => {
    const search = { nom: "O’Brien & Cie = 100 % + é, ünï:côde", suite: "/recherche?c=1,2&min=1" };
    expect(readQuery(writeQuery(search))).toEqual(search);
  });
});
