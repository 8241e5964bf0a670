import { describe, expect, it } from "vitest";
import { faultOf, template } from "./table";

describe("the table of experiences", () => {
  it("begins as spreadsheets and the server expect it", () => {
    const [heading, example] = template().split("\r\n");
    expect(heading).toMatch(/^\ufeffe-mail;intitulé;début;/);
    expect(example?.split(";").length).toBe(heading?.split(";").length);
  });

  it("tells a fault by its line and its column", () => {
    const fault = (pointer: string) => faultOf({ pointer, code: "x", message: "m" });
    expect(fault("/csv/lines/4/début")).toEqual({ line: 4, column: "début", message: "m" });
    expect(fault("/csv/lines/4")).toEqual({ line: 4, column: null, message: "m" });
    expect(fault("/csv")).toEqual({ line: null, column: null, message: "m" });
  });
});
