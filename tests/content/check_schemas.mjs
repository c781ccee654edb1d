// Validates data against JSON Schemas with ajv: node check_schemas.mjs <ajv's folder> <cases.json>
// where cases are [name, schema, data]; prints one line for each that does not fit.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, file] = process.argv.slice(2);
const { default: Ajv } = createRequire(folder + "/")("ajv/dist/2020");
const ajv = new Ajv({ allErrors: true, strict: false });
for (const [name, schema, data] of JSON.parse(readFileSync(file, "utf8"))) {
  if (!ajv.validate(schema, data)) {
    const first = ajv.errors[0];
    console.log(`${name}: ${first.instancePath} ${first.message} ${JSON.stringify(first.params)}`);
  }
}
