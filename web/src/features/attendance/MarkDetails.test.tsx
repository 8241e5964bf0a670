import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { CARD, FakeRequest } from "@/test/upload";
import { MarkDetails } from "./MarkDetails";
import { saidOf } from "./model/marks";
import { mark, row, sheetOf } from "./model/sample";
import { PLACE, serve } from "./rollHarness";

serve();

const saved = vi.fn();

beforeEach(() => {
  saved.mockClear();
  FakeRequest.all = [];
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});

const ABSENT = mark({ number: 4, status: "absent" });
const save = () => userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));

/** The details of somebody absent, with a file chosen that proves why. */
async function proving() {
  const [half] = sheetOf([]).half_days;
  if (!half) throw new Error("a sheet has half-days");
  const { container } = renderInApp(
    <MarkDetails
      place={PLACE}
      row={row("1")}
      half={half}
      said={saidOf(ABSENT)}
      mark={ABSENT}
      asksEntryExit={false}
      onSave={saved}
      onClose={() => undefined}
    />,
  );
  const input = screen.getByLabelText("Justificatif");
  await waitFor(() => expect(input).toBeEnabled());
  const file = new File(["%PDF"], "arrêt.pdf", { type: "application/pdf" });
  fireEvent.change(input, { target: { files: [file] } });
  await waitFor(() => expect(FakeRequest.all.length).toBe(1));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Motif" }), "Transports");
  return { upload: FakeRequest.all[0] as FakeRequest, container };
}

const TRANSPORT = expect.objectContaining({ status: "absent", reason: "transport" });

describe("a mark with a proof", () => {
  it("is not saved while the proof is on its way, and is saved with it afterwards", async () => {
    const { upload, container } = await proving();
    act(() => upload.progress(0.5));
    await save();
    expect(screen.getByRole("alert")).toHaveTextContent(/encore en cours d’envoi/);
    expect(saved).not.toHaveBeenCalled();
    expect(await axeViolations(container)).toEqual([]);
    act(() => upload.answer(201, CARD));
    await screen.findByText("arrêt.pdf");
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
    await save();
    expect(saved.mock.calls).toEqual([[TRANSPORT, CARD.id]]);
  });

  it("whose proof did not get through is saved without it only when that is chosen", async () => {
    const { upload } = await proving();
    act(() => upload.answer(413, { code: "quota_reached", title: "Plus de place." }));
    await screen.findByText("Plus de place.");
    await save();
    expect(screen.getByText(/Le justificatif n’est pas parti/)).toBeVisible();
    expect(saved).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer sans justificatif" }));
    expect(saved.mock.calls).toEqual([[TRANSPORT, null]]);
  });

  it("is saved without it once its sending was cancelled", async () => {
    await proving();
    await save();
    await userEvent.click(screen.getByRole("button", { name: "Annuler l’envoi" }));
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
    await save();
    expect(saved.mock.calls).toEqual([[TRANSPORT, null]]);
  });
});
