"""Last step of a PDF: what PDF/UA-1 asks for beyond what the layout engine writes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf

from hub.documents import fonts

_UA = "http://www.aiim.org/pdfua/ns/id/"

_EXTENSION = f"""
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
  xmlns:pdfuaid="{_UA}" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfuaid:part>1</pdfuaid:part>
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def finish(raw: bytes) -> bytes:
    """Return the document with page furniture as artifacts, printable links, and its conformance declared."""
    with Pdf.open(io.BytesIO(raw)) as pdf:
        used = _used_marks(pdf)
        for page in pdf.pages:
            _furniture_to_artifacts(pdf, page, used.get(page.obj.objgen, set()))
            for annotation in page.obj.get("/Annots", []):
                annotation[Name.F] = int(annotation.get("/F", 0)) | 4
        _declare(pdf)
        preferences = pdf.Root.get("/ViewerPreferences", Dictionary())
        preferences[Name.DisplayDocTitle] = True
        pdf.Root[Name.ViewerPreferences] = preferences
        return save(pdf)


def save(pdf: Pdf) -> bytes:
    """Write a PDF so that equal contents give equal bytes."""
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def stray_fonts(data: bytes) -> list[str]:
    """Return the names of fonts in a PDF that are not of our families."""
    ours = tuple(family.replace(" ", "-") for family in (fonts.SANS, fonts.SERIF))
    with Pdf.open(io.BytesIO(data)) as pdf:
        found = {
            str(one.BaseFont).lstrip("/").partition("+")[2]
            for one in pdf.objects
            if isinstance(one, Dictionary) and one.get("/Type") == Name.Font and "/BaseFont" in one
        }
    return sorted(name for name in found if not name.startswith(ours))


def _declare(pdf: Pdf) -> None:
    old = bytes(pdf.Root.Metadata.read_bytes())
    end = b"</rdf:RDF>"
    if end not in old:
        raise ValueError("the PDF has no XMP metadata to extend")
    stream = pdf.make_stream(old.replace(end, _EXTENSION.encode() + end))
    stream[Name.Type], stream[Name.Subtype] = Name.Metadata, Name.XML
    pdf.Root[Name.Metadata] = stream


def _used_marks(pdf: Pdf) -> dict[tuple[int, int], set[int]]:
    """Return, by page, the marked-content numbers that the structure tree refers to."""
    used: dict[tuple[int, int], set[int]] = {}
    for page, mark in marks(pdf.Root.StructTreeRoot):
        used.setdefault(page, set()).add(mark)
    return used


def marks(node: Any, page: tuple[int, int] = (0, 0)) -> Iterator[tuple[tuple[int, int], int]]:
    """Walk a structure tree in reading order: the page and number of each piece of marked content."""
    if isinstance(node, Array):
        for kid in node:
            yield from marks(kid, page)
    elif isinstance(node, Dictionary):
        page = node["/Pg"].objgen if "/Pg" in node else page
        if "/MCID" in node:
            yield page, int(node["/MCID"])
        elif "/K" in node:
            yield from marks(node["/K"], page)
    elif isinstance(node, int):
        yield page, int(node)


def _furniture_to_artifacts(pdf: Pdf, page: pikepdf.Page, used: set[int]) -> int:
    """Turn marked content outside the structure tree (running heads, page numbers) into artifacts."""
    changed = 0
    instructions: list[Any] = []
    properties = page.obj.get("/Resources", Dictionary()).get("/Properties", Dictionary())
    for operands, operator in pikepdf.parse_content_stream(page):
        if operator == Operator("BDC") and operands[0] != Name.Artifact:
            marked = operands[1]
            marked = properties.get(str(marked)) if isinstance(marked, Name) else marked
            if marked is not None and "/MCID" in marked and int(marked["/MCID"]) not in used:
                changed += 1
                operands = [Name.Artifact, Dictionary(Type=Name.Pagination)]
        instructions.append((operands, operator))
    if changed:
        page.obj[Name.Contents] = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
    return changed
