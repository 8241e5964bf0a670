import { describe, expect, it } from "vitest";
import { notice } from "@/test/notice";
import { groupByTraining, waitingIn } from "./groups";

describe("groupByTraining", () => {
  it("keeps the trainings in the order of the list", () => {
    const groups = groupByTraining([
      notice({ id: "1", training_id: "b", training: "Boulangerie" }),
      notice({ id: "2", training_id: "a", training: "Arboriculture" }),
      notice({ id: "3", training_id: "b", training: "Boulangerie" }),
    ]);
    expect(groups.map(({ title, notices }) => [title, notices.length])).toEqual([
      ["Boulangerie", 2],
      ["Arboriculture", 1],
    ]);
  });

  it("puts the newest release first, then jobs, then codes as numbers", () => {
    const [group] = groupByTraining([
      notice({ id: "skill", subject: "skill", code: "100063" }),
      notice({ id: "old", release: 60, subject: "job", code: "A1101" }),
      notice({ id: "short", subject: "skill", code: "9063" }),
      notice({ id: "job", subject: "job", code: "M1805" }),
    ]);
    expect(group?.notices.map(({ id }) => id)).toEqual(["job", "short", "skill", "old"]);
  });

  it("knows which trainings are put away", () => {
    const [away, used] = groupByTraining([
      notice({ id: "1", training_id: "b", training_status: "archived" }),
      notice({ id: "2", training_id: "a" }),
    ]);
    expect([away?.archived, used?.archived]).toEqual([true, false]);
  });

  it("makes nothing of nothing", () => {
    expect(groupByTraining([])).toEqual([]);
  });
});

describe("waitingIn", () => {
  it("counts what nobody has decided", () => {
    expect(waitingIn([notice({}), notice({ decision: "kept" }), notice({ decision: null })])).toBe(
      2,
    );
  });
});
