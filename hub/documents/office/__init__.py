"""Word and Excel files: laid out in the manner of Decree 30/2020, with the same bytes at each build.

Templates for the browser lie under `downloads/templates/` and hold places in the text of `word/document.xml`
(Word) or of the sheets `xl/worksheets/sheet1.xml`, `sheet2.xml` (Excel). The contract:

- `{{NAME}}` (`[A-Z0-9_]+`) stands whole in one run or cell and is replaced by text, with &, < and > escaped and
  signs that XML 1.0 forbids left out. A place without a value becomes empty.
- A new line becomes `</w:t><w:br/><w:t xml:space="preserve">` in Word, and `&#10;` in Excel.
- `{{LIST.FIELD}}` stands in a table row (`<w:tr>` in Word, `<row>` in Excel), or outside of tables in a paragraph
  (`<w:p>`), whose places all name the same list. The row or paragraph is repeated for each entry of the list, and
  left out where there is none. No table lies within another.
- `{{#NAME}}` and `{{#LIST.FIELD}}` stand in Excel alone, as `<v>{{#NAME}}</v>`, and are replaced by a finite number
  with a decimal point (`82`, `7.25`); where there is none, `<v></v>` is dropped, and the cell stays empty.
- A text in Excel lies in `<c t="inlineStr"><is><t xml:space="preserve">{{NAME}}</t></is></c>`: `=1+1` stays text.
  Rows and cells carry no `r`, so that they may be repeated.
- Nothing else in the file is changed; members keep their names and order.

`tu-cham.docx`, filled by the self-check: `{{GROUP}}`, `{{DATE}}`, `{{TOTAL}}`, `{{VERDICT}}`, and for each
indicator n of the set, from 1, `{{Nn}}` name, `{{Pn}}` points, `{{En}}` evidence.

`bao-cao.docx`, the report on many sheets: `{{UNIT}}`, `{{PERIOD}}`, `{{DATE}}`, `{{COUNT}}`, and the lists

- `G` groups and `L` labels: `NAME`, `COUNT` sheets, of them `MAY` pass, their share as a `BAR`, `NOT` yet, `OPEN`
  for want of answers, `MEAN` of the totals of sheets with all answers;
- `I` indicators: `NAME`, `COUNT` sheets with an answer, `MEAN` points, their share of the most as a `BAR`, `LOW`
  answers below the floor;
- `W` weakest indicators: `NAME`, `MEAN`, `TEACH` what to teach next;
- `T` targets, in hubs whose plan has any: `NAME`, the plan's `WORDS`, and as the officer typed them `BASE`,
  recognised `PEOPLE`, `SHARE`;
- `C` comparison of two periods: `NAME`, `BEFORE`, `NOW`, `CHANGE`.

`tong-hop.xlsx`, the same as a workbook. Sheet 1: `{{UNIT}}`, `{{PERIOD}}`, `{{DATE}}`, `{{#COUNT}}`, the lists `G`,
`L` and `I` with `NAME` as text and all else as numbers. Sheet 2, list `R`, one row a sheet of points: `{{#R.NO}}`,
`{{R.GROUP}}`, `{{R.LABEL}}`, `{{R.CODE}}`, for each indicator n of the set, from 1, `{{#R.Pn}}`, then `{{#R.TOTAL}}`
and `{{R.VERDICT}}`.
"""
