import { describe, expect, it } from "vitest";
import { acceptedOf } from "./fileKinds";

const rule = (media_type: string, extensions: string[], largest_bytes: number) => ({
  media_type,
  extensions,
  largest_bytes,
});
const RULES = [
  rule("application/pdf", ["pdf"], 10_000_000),
  rule("image/jpeg", ["jpg", "jpeg"], 10_000_000),
  rule("video/mp4", ["mp4"], 200_000_000),
];

describe("the files a question takes", () => {
  it("are of its kinds", () => {
    const taken = acceptedOf(RULES, { kinds: ["image", "video"], max_bytes: 1e9, max_files: 1 });
    expect(taken).toEqual(RULES.slice(1));
  });

  it("are no larger than it allows", () => {
    const taken = acceptedOf(RULES, {
      kinds: ["pdf", "video"],
      max_bytes: 5_000_000,
      max_files: 2,
    });
    expect(taken.map((one) => one.largest_bytes)).toEqual([5_000_000, 5_000_000]);
  });
});
