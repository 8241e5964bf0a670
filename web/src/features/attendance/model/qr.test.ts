import { describe, expect, it } from "vitest";
import { leavingUrl, qrPath } from "./qr";

const URL_OF_A_CODE = "https://carnet.example/emargement?creneau=0198a&code=abc.def";

describe("a QR code", () => {
  it("has a quiet border, and three finders", () => {
    const { size, path } = qrPath(URL_OF_A_CODE);
    const xs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, w]) => [
      Number(x),
      Number(y),
      Number(w),
    ]);
    expect(Math.min(...xs.map(([x = 0]) => x))).toBe(4);
    expect(Math.max(...xs.map(([x = 0, , w = 0]) => x + w))).toBe(size - 4);
    const tops = xs.filter(([, y, w]) => y === 4 && w === 7).map(([x]) => x);
    expect(tops).toContain(4);
    expect(tops).toContain(size - 4 - 7);
    expect(xs.some(([x, y, w]) => x === 4 && y === size - 4 - 7 && w === 7)).toBe(true);
  });

  it("is another one for those who leave", () => {
    expect(leavingUrl(URL_OF_A_CODE)).toBe(`${URL_OF_A_CODE}&sortie=1`);
  });
});
