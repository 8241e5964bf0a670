import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { axeViolations, renderInApp } from "@/test/render";
import { Issued } from "./Issued";
import type { Signing } from "./mineQueries";
import { SignForm } from "./SignForm";

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, "getBoundingClientRect").mockReturnValue(
    new DOMRect(0, 0, 300, 100),
  );
  HTMLCanvasElement.prototype.setPointerCapture = () => undefined;
});

function drawLine(): void {
  const canvas = screen.getByRole("img", { name: "Votre signature" });
  const at = (x: number) => ({ pointerId: 1, button: 0, clientX: x, clientY: 50 });
  fireEvent.pointerDown(canvas, at(0));
  for (let x = 10; x <= 120; x += 10) fireEvent.pointerMove(canvas, at(x));
  fireEvent.pointerUp(canvas, at(120));
}

const submit = () =>
  userEvent.click(screen.getByRole("button", { name: "Signer cette demi-journée" }));

describe("SignForm", () => {
  it("signs with what was drawn, and with nothing less", async () => {
    const sign = vi.fn((_: Signing) => Promise.resolve());
    const done = vi.fn();
    const { container } = renderInApp(
      <SignForm name="Matin" withPassword sign={sign} onDone={done} />,
    );
    await submit();
    expect(screen.getByText("Tracez votre signature dans le cadre.")).toBeVisible();
    expect(sign).not.toHaveBeenCalled();
    drawLine();
    await submit();
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(sign.mock.calls[0]?.[0]).toHaveProperty("drawing");
    expect(await axeViolations(container)).toEqual([]);
  });

  it("keeps the drawing when the server refuses, and says why", async () => {
    const sign = vi.fn(() =>
      Promise.reject(new ApiProblem(409, { title: "Le délai de signature est passé." })),
    );
    renderInApp(<SignForm name="Matin" withPassword={false} sign={sign} />);
    drawLine();
    await submit();
    expect(await screen.findByRole("alert")).toHaveTextContent("Le délai de signature est passé.");
    expect(screen.getByRole("button", { name: "Effacer et recommencer" })).toBeVisible();
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("tells of a wrong password where it was typed", async () => {
    const errors = [{ pointer: "/password", code: "wrong", message: "Ce n’est pas lui." }];
    const sign = vi.fn((_: Signing) => Promise.reject(new ApiProblem(422, { errors })));
    renderInApp(<SignForm name="Matin" withPassword sign={sign} />);
    await userEvent.click(screen.getByRole("radio", { name: "Mon mot de passe" }));
    await submit();
    expect(screen.getByText("Saisissez votre mot de passe pour signer.")).toBeVisible();
    await userEvent.type(screen.getByLabelText(/^Mot de passe de votre compte/), "faux");
    await submit();
    expect(await screen.findByText("Ce n’est pas lui.")).toBeVisible();
    expect(sign).toHaveBeenCalledWith({ password: "faux" });
  });
});

describe("Issued", () => {
  it("says how many there are, and for whom none, with the reason", () => {
    const person = (id: string, last: string) =>
      ({ enrolment_id: id, first_name: "Ada", last_name: last }) as never;
    const skip = (id: string, message: string) => ({ enrolment_id: id, code: "x", message });
    renderInApp(
      <Issued
        people={[person("1", "Un"), person("2", "Deux")]}
        answer={{
          issued: [],
          skipped: [
            skip("1", "La feuille n’est pas complète."),
            skip("2", "La feuille n’est pas complète."),
          ],
        }}
      />,
    );
    expect(screen.getByText("Rien n’a été établi pour 2 personnes")).toBeVisible();
    expect(screen.getByRole("listitem")).toHaveTextContent(
      /Ada Un, Ada Deux\s: La feuille n’est pas complète\./,
    );
  });
});
