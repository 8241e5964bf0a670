// Generates src/api/schema.gen.ts from the committed openapi.json; with --check, fails when it is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../../openapi.json", import.meta.url);
const target = new URL("../src/api/schema.gen.ts", import.meta.url);
const banner = "// Generated from openapi.json by `npm run api`. Do not edit.\n\n";

const text = banner + astToString(await openapiTS(source, { alphabetize: true }));
const current = existsSync(target) ? readFileSync(target, "utf8") : "";

if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
  console.log("src/api/schema.gen.ts written");
} else if (current !== text) {
  console.error("src/api/schema.gen.ts is stale: run `npm run api`.");
  process.exit(1);
}
