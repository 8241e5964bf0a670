import { describe, expect, it, vi } from "vitest";
import type { JobHit } from "@/api/types";
import { type FindJobs, jobsOfDomain, MOST_FOUND } from "./domainJobs";

const job = (code: string, active = true): JobHit => ({
  code,
  label: code,
  matched: code,
  domain: { code: code.slice(0, 3), label: "" },
  active,
});

/** Answers as the API does: by the beginning of the code, fifty at most. */
const finder = (jobs: JobHit[]) =>
  vi.fn<FindJobs>(async (q) => jobs.filter(({ code }) => code.startsWith(q)).slice(0, MOST_FOUND));

describe("jobsOfDomain", () => {
  it("lists active jobs by code, in one request", async () => {
    const find = finder([job("M1805"), job("M1801"), job("M1802", false), job("M1701")]);
    const found = await jobsOfDomain("M18", find);
    expect(found.map(({ code }) => code)).toEqual(["M1801", "M1805"]);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it("lists every job of a domain that has more than one answer holds", async () => {
    const all = Array.from({ length: 73 }, (_, n) => job(`M18${String(n).padStart(2, "0")}`));
    expect(await jobsOfDomain("M18", finder(all))).toEqual(all);
  });

  it("leaves out what only its name relates to the code", async () => {
    expect(await jobsOfDomain("M18", async () => [job("D1102")])).toEqual([]);
  });
});
