// Fill the real templates as the collecting page does. Standard input: {"docx": path, "xlsx": path, "out": folder, "data": what
// was collected, its totals not yet counted}; writes out/report.docx, out/workbook.xlsx and out/table.csv.
import "./served.mjs";
import { readFileSync, writeFileSync } from "node:fs";

import { exportCsv, exportDocx, exportXlsx } from "../../theme/js/collect/export.js";
import { totals, weakest } from "../../theme/js/collect/totals.js";

const { docx, xlsx, out, data } = JSON.parse(readFileSync(0, "utf8"));
const found = totals(data.entries, { groups: data.groups.map(({ id }) => id) }, data.rules);
const collected = { ...data, totals: found, weakest: weakest(found) };
writeFileSync(`${out}/report.docx`, await exportDocx(collected, readFileSync(docx)));
writeFileSync(`${out}/workbook.xlsx`, await exportXlsx(collected, readFileSync(xlsx)));
writeFileSync(`${out}/table.csv`, exportCsv(collected));
