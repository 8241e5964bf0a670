import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const server = process.env.CARNET_DEV_SERVER ?? "http://127.0.0.1:8080";

/** What PDF.js reads scans with (fax, JBIG2, JPEG 2000): it asks for these by their own names, so that they keep them. */
const DECODERS = ["jbig2_nowasm_fallback.js", "openjpeg_nowasm_fallback.js"];

const pdfDecoders: Plugin = {
  name: "pdf-decoders",
  apply: "build",
  generateBundle() {
    const library = new URL("./node_modules/pdfjs-dist/", import.meta.url);
    const { version } = JSON.parse(readFileSync(new URL("package.json", library), "utf8"));
    for (const name of DECODERS) {
      const source = readFileSync(new URL(`wasm/${name}`, library));
      this.emitFile({ type: "asset", fileName: `assets/pdf-${version}/${name}`, source });
    }
  },
};

export default defineConfig({
  plugins: [react(), pdfDecoders],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: { target: "es2022", sourcemap: false, manifest: true },
  // One origin in development as in production: the refresh cookie is SameSite=Strict.
  server: { proxy: { "/api": server, "/health": server } },
  test: {
    css: false,
    // A document is slow to build: only the tests that draw something get one.
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          environment: "node",
          include: ["src/**/*.test.ts", "verifier/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "screens",
          environment: "jsdom",
          include: ["src/**/*.test.tsx", "verifier/**/*.test.tsx"],
          setupFiles: ["src/test/setup.ts"],
          // A screen that is typed into takes seconds where other work shares the processors.
          testTimeout: 30_000,
        },
      },
    ],
  },
});
