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

const mantine = (...parts: string[]) =>
  new RegExp(`/@mantine/(core|hooks)/esm/(${parts.join("|")})`);

/**
 * Small parts that nearly every page of an account is made of, in two files: one by one they would cost more in names,
 * which the entry holds, than in what they say.
 */
const TOGETHER = [
  {
    name: "fields",
    test: mantine(
      "components/(Input|InputBase|TextInput|NativeSelect|CloseButton|Skeleton)/",
      "components/Combobox/(Combobox\\.module|ComboboxChevron|get-parsed-combobox-data)",
      "utils/(InlineInput|InputsGroupFieldset)/",
      "core/styles-api/use-resolved-styles-api",
      "core/MantineProvider/color-functions/get-auto-contrast-value",
      "core/utils/create-safe-context",
      "use-(disclosure|id|merged-ref|uncontrolled)/",
      "utils/random-id/",
    ),
  },
  {
    name: "frame",
    test: /\/src\/(api\/(download|version)|lib\/(days|save)|ui\/(ConfirmButton|Dialog|Facts|PagedList|Panel|SectionLinks|SectionNav|StateTag|form))\.|\/(useMutation|mutationObserver)\./,
  },
];

/** What the entry has loaded before any page: no page names it once more among what it needs. */
const loaded = new Set<string>();

const entryClosure: Plugin = {
  name: "entry-closure",
  apply: "build",
  generateBundle: {
    order: "pre",
    handler(_options, bundle) {
      const waiting = Object.keys(bundle).filter((name) => {
        const file = bundle[name];
        return file?.type === "chunk" && file.isEntry;
      });
      for (const name of waiting) {
        const file = bundle[name];
        if (loaded.has(name) || file?.type !== "chunk") continue;
        loaded.add(name);
        waiting.push(...file.imports);
      }
    },
  },
};

export default defineConfig({
  plugins: [react(), pdfDecoders, entryClosure],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2022",
    sourcemap: false,
    manifest: true,
    modulePreload: {
      resolveDependencies: (_page, files, { hostType }) =>
        hostType === "html" ? files : files.filter((file) => !loaded.has(file)),
    },
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: TOGETHER } },
    },
  },
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
