import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["e2e/**/*.spec.ts"],
    globalSetup: ["e2e/support/environment.ts"],
    environment: "node",
    // One server, one story at a time: stories change what others would see.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    bail: 0,
  },
});
