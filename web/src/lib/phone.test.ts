import { expect, it } from "vitest";
import { formatPhone } from "./phone";

it("a French number is read in pairs; another one keeps the code of its country", () => {
  expect(formatPhone("+33612345678")).toBe("06\u00a012\u00a034\u00a056\u00a078");
  expect(formatPhone("+590690123456")).toBe("+590690123456");
  expect(formatPhone("+32470123456")).toBe("+32470123456");
});
