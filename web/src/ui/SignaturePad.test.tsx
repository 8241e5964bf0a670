import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Strokes } from "@/lib/strokes";
import { axeViolations, renderInApp } from "@/test/render";
import { SignaturePad } from "./SignaturePad";

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, "getBoundingClientRect").mockReturnValue(
    new DOMRect(10, 20, 300, 100),
  );
  HTMLCanvasElement.prototype.setPointerCapture = () => undefined;
});

let seen: Strokes = [];

function Pad({ disabled = false }: { disabled?: boolean }) {
  const [value, setValue] = useState<Strokes>([]);
  seen = value;
  return (
    <SignaturePad label="Votre signature" value={value} onChange={setValue} {...{ disabled }} />
  );
}

function drawLine(): void {
  const canvas = screen.getByRole("img", { name: "Votre signature" });
  const at = (x: number) => ({ pointerId: 7, button: 0, clientX: 10 + x, clientY: 70 });
  fireEvent.pointerDown(canvas, at(0));
  for (let x = 10; x <= 100; x += 10) fireEvent.pointerMove(canvas, at(x));
  fireEvent.pointerUp(canvas, at(100));
  fireEvent.pointerMove(canvas, at(200));
}

describe("SignaturePad", () => {
  it("takes what is drawn between putting down and lifting, says so, and forgets it when asked", async () => {
    const { container } = renderInApp(<Pad />);
    drawLine();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.at(0)).toEqual([0, 100]);
    expect(seen[0]?.at(-1)).toEqual([200, 100]);
    expect(screen.getByRole("status")).toHaveTextContent("La signature est tracée.");
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Effacer et recommencer" }));
    expect(seen).toEqual([]);
  });

  it("takes nothing while it is disabled", () => {
    renderInApp(<Pad disabled />);
    drawLine();
    expect(seen).toEqual([]);
  });
});
