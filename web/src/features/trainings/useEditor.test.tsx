import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import type { Training } from "@/api/types";
import { type Draft, EMPTY } from "./model/draft";
import { useEditor } from "./useEditor";

const changes = vi.hoisted(() => ({
  read: vi.fn(),
  write: vi.fn(),
  archive: vi.fn(),
  restore: vi.fn(),
  discard: vi.fn(),
}));
vi.mock("./queries", () => ({ useTrainingChanges: () => changes }));

const training = (version: number, over: Partial<Training> = {}, title = "Souder"): Training => ({
  id: "0199c2f0-0000-7000-8000-0000000000aa",
  version,
  revision: 1,
  status: "published",
  has_draft: false,
  updated_at: "2026-03-04T04:00:00Z",
  updated_by: "Camille",
  warnings: [],
  organisation: { name: "Atelier", qualiopi_categories: [] },
  content: {
    title,
    nature: "training",
    texts: EMPTY.texts,
    certification: { code: null, blocks: [], formacodes: [], specialities: [] },
    jobs: [],
    skills: [],
    courses: [],
    minutes: 0,
    differences: [],
  },
  ...over,
});

const typed = (price: string) => (draft: Draft) => ({
  ...draft,
  texts: { ...draft.texts, price },
});

/** An editor in which a price was typed and not saved. */
function editing() {
  const { result } = renderHook(() => useEditor("o", training(1)));
  act(() => result.current.edit(typed("500 €")));
  return result;
}

const archived = new ApiProblem(409, {
  code: "illegal_transition",
  title: "Cette action n’est pas possible dans l’état actuel.",
  current_state: "archived",
});

beforeEach(() => {
  for (const change of Object.values(changes)) change.mockReset();
});

describe("useEditor", () => {
  it.each(["archive", "restore"] as const)(
    "keeps what is typed through a step: %s",
    async (step) => {
      const editor = editing();
      changes[step].mockResolvedValue(training(2, { status: "archived" }));
      await act(() => editor.current.perform(step));
      expect(editor.current.draft.texts.price).toBe("500 €");
      expect(editor.current).toMatchObject({ dirty: true, archived: true });
      expect(editor.current.unsaved.current).toBe(true);
      act(() => editor.current.drop());
      expect(editor.current).toMatchObject({ dirty: false, archived: true });
    },
  );

  it("takes what is typed along when it discards", async () => {
    const editor = editing();
    changes.discard.mockResolvedValue(training(2));
    await act(() => editor.current.perform("discard"));
    expect(editor.current.dirty).toBe(false);
    expect(editor.current.draft.texts.price).toBe("");
  });

  it("tells that somebody archived the training meanwhile, as it does of any other change", async () => {
    const editor = editing();
    changes.write.mockRejectedValue(archived);
    changes.read.mockResolvedValue(training(3, { status: "archived" }, "Souder à l’arc"));
    await act(() => editor.current.save());
    expect(editor.current.conflict?.theirs.status).toBe("archived");
    expect(editor.current.problem).toBeNull();
    act(() => editor.current.reapplyMine());
    expect(editor.current.draft).toMatchObject({
      title: "Souder à l’arc",
      texts: { price: "500 €" },
    });
    expect(editor.current).toMatchObject({ archived: true, dirty: true, conflict: null });
  });

  it("says what the server said when nothing explains the refusal", async () => {
    const editor = editing();
    changes.write.mockRejectedValue(archived);
    changes.read.mockResolvedValue(training(1));
    await act(() => editor.current.save());
    expect(editor.current.conflict).toBeNull();
    expect(editor.current.problem).toBe(archived);
    expect(editor.current.draft.texts.price).toBe("500 €");
  });

  it("holds what is typed while a save is on its way", async () => {
    const editor = editing();
    let answer: (saved: Training) => void = () => undefined;
    changes.write.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    let saving: Promise<unknown> = Promise.resolve();
    act(() => {
      saving = editor.current.save();
    });
    act(() => editor.current.edit((draft) => ({ ...draft, title: "Souder mieux" })));
    const saved = training(2);
    saved.content.texts = { ...EMPTY.texts, price: "500 €" };
    await act(async () => {
      answer(saved);
      await saving;
    });
    expect(editor.current.draft).toMatchObject({
      title: "Souder mieux",
      texts: { price: "500 €" },
    });
    expect(editor.current.dirty).toBe(true);
    expect(editor.current.unsaved.current).toBe(true);
  });
});
