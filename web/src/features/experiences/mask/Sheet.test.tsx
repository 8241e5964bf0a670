import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ProofZone } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import type { Pages } from "./pages";
import { Sheet } from "./Sheet";
import { ZoneList } from "./ZoneList";

const PAGES: Pages = {
  count: 1,
  drawn: true,
  draw: async () => undefined,
  close: () => undefined,
};

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  // A page of 200 by 100 pixels, in the corner of the screen.
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(
    new DOMRect(0, 0, 200, 100),
  );
  HTMLElement.prototype.setPointerCapture = () => undefined;
});

let seen: ProofZone[] = [];

function Editor({ start = [] }: { start?: ProofZone[] }) {
  const [zones, setZones] = useState(start);
  const [chosen, setChosen] = useState<number | null>(null);
  seen = zones;
  const placed = zones.map((zone, place) => ({ zone, place }));
  const change = (place: number, zone: ProofZone) =>
    setZones((all) => all.map((one, at) => (at === place ? zone : one)));
  const remove = (place: number) => setZones(zones.filter((_, at) => at !== place));
  return (
    <>
      <h1>Masquer</h1>
      <p id="masquer-clavier">Aide</p>
      <Sheet
        pages={PAGES}
        page={1}
        zones={placed}
        chosen={chosen}
        onChoose={setChosen}
        onAdd={(zone) => setZones([...zones, zone])}
        onChange={change}
        onRemove={remove}
      />
      <ZoneList zones={placed} chosen={chosen} onChange={change} onRemove={remove} />
    </>
  );
}

const ZONE: ProofZone = { page: 1, x: 0.5, y: 0.5, width: 0.2, height: 0.2 };
const at = (x: number, y: number) => ({ pointerId: 1, button: 0, clientX: x, clientY: y });
const surface = () => screen.getByRole("group", { name: "Zones de la page 1" });

describe("a page to mask", () => {
  it("takes a zone that is drawn, in any direction, and none that is a slip", () => {
    renderInApp(<Editor />);
    fireEvent.pointerDown(surface(), at(100, 50));
    fireEvent.pointerMove(surface(), at(60, 30));
    fireEvent.pointerUp(surface(), at(20, 10));
    expect(seen).toEqual([{ page: 1, x: 0.1, y: 0.1, width: 0.4, height: 0.4 }]);
    fireEvent.pointerDown(surface(), at(150, 80));
    fireEvent.pointerUp(surface(), at(150, 80));
    expect(seen).toHaveLength(1);
  });

  it("lets a zone be taken elsewhere", () => {
    renderInApp(<Editor start={[ZONE]} />);
    fireEvent.pointerDown(screen.getByRole("button", { name: "Zone 1" }), at(110, 55));
    fireEvent.pointerMove(surface(), at(70, 35));
    fireEvent.pointerUp(surface(), at(70, 35));
    expect(seen).toEqual([{ ...ZONE, x: 0.3, y: 0.3 }]);
  });

  it("follows the keyboard alone", async () => {
    const user = userEvent.setup();
    renderInApp(<Editor start={[ZONE]} />);
    await user.tab();
    expect(screen.getByRole("button", { name: "Zone 1" })).toHaveFocus();
    await user.keyboard("{ArrowLeft}{ArrowLeft}{Shift>}{ArrowDown}{/Shift}");
    expect(seen).toEqual([{ ...ZONE, x: 0.48, height: 0.21 }]);
    await user.keyboard("{Delete}");
    expect(seen).toEqual([]);
  });

  it("is told by its measures, and breaks no rule", async () => {
    const { container } = renderInApp(<Editor start={[ZONE]} />);
    const left = screen.getByRole("textbox", { name: /^Gauche de la zone 1/ });
    fireEvent.change(left, { target: { value: "10" } });
    expect(seen[0]?.x).toBe(0.1);
    expect(await axeViolations(container)).toEqual([]);
  });
});
