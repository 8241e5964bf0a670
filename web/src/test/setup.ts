// What jsdom lacks and the components ask for.
import "@testing-library/jest-dom/vitest";
import "@/i18n";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { loadDialogs } from "@/ui/Dialog";

afterEach(cleanup);

// A dialog is there at once, as it is for whoever has read the page that opens it.
await loadDialogs();

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

// Assigned rather than stubbed: a test that takes back its own stubs leaves these.
Object.assign(globalThis, {
  ResizeObserver: Observer,
  IntersectionObserver: Observer,
  scrollTo: () => undefined,
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }),
});

Element.prototype.scrollIntoView = () => undefined;
Object.defineProperty(document, "fonts", { value: new EventTarget() });
