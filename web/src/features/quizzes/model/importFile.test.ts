import { describe, expect, it } from "vitest";
import { columnName, formatOf } from "./importFile";

describe("a file of questions", () => {
  it("says its form by its ending, whatever its case", () => {
    expect(["a.gift", "a.gift.txt", "A.TXT", "b.CSV", "c.tsv"].map(formatOf)).toEqual([
      "gift",
      "gift",
      "gift",
      "csv",
      "csv",
    ]);
    expect(["questions", "a.xlsx", ""].map(formatOf)).toEqual([null, null, null]);
  });

  it("has columns named as spreadsheets name them", () => {
    expect([1, 26, 27, 52, 703].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
  });
});
