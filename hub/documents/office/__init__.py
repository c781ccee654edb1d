"""Word and Excel files: laid out in the manner of Decree 30/2020, with the same bytes at each build.

Templates for the browser lie under `downloads/templates/` and hold places in the text of `word/document.xml`
(Word) or `xl/sharedStrings.xml` (Excel). The contract:

- `{{NAME}}` (`[A-Z0-9_]+`) stands whole in one run and is replaced by text, with &, < and > escaped and signs
  that XML 1.0 forbids left out. A new line becomes `</w:t><w:br/><w:t xml:space="preserve">`. A place without
  a value becomes empty.
- `{{LIST.FIELD}}` stands in a table row (`<w:tr>`), or outside of tables in a paragraph (`<w:p>`), whose places
  all name the same list. The row or paragraph is repeated for each entry of the list, and left out where there is none.
- Nothing else in the file is changed; members keep their names and order.

`tu-cham.docx`, filled by the self-check: `{{GROUP}}`, `{{DATE}}`, `{{TOTAL}}`, `{{VERDICT}}`, and for each
indicator n of the set, from 1, `{{Nn}}` name, `{{Pn}}` points, `{{En}}` evidence.
"""
