"""Reading PDFs back with programs that had no part in making them."""

import io
import subprocess
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
from pypdf import PdfReader


def pdftotext(data, *options):
    """Return the text as poppler reads it."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def pypdf_text(data):
    """Return the text as pypdf reads it, pages joined."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def flat(text):
    """Return text with every run of white space as one space."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Font:
    """One line of `pdffonts`."""

    name: str
    embedded: bool
    subset: bool
    unicode: bool


def fonts(path):
    """Return the fonts of a file as poppler lists them."""
    lines = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    found = []
    for line in lines:
        words = line.split()
        embedded, subset, unicode = (word == "yes" for word in words[-5:-2])
        found.append(Font(words[0].partition("+")[2] or words[0], embedded, subset, unicode))
    return found


@dataclass(frozen=True)
class Leaf:
    """A piece of marked content in reading order: the structure types around it, outermost first, and its page."""

    types: tuple[str, ...]
    page: int


def leaves(data):
    """Walk the structure tree in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return list(_walk(pdf.Root.StructTreeRoot.get("/K"), (), None, numbers))


def _walk(node, types, page, numbers):
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _walk(kid, types, page, numbers)
    elif isinstance(node, pikepdf.Dictionary):
        page = numbers[node["/Pg"].objgen] if "/Pg" in node else page
        if "/MCID" in node:
            yield Leaf(types, page)
        elif "/K" in node:
            inner = (*types, str(node["/S"]).lstrip("/")) if "/S" in node else types
            yield from _walk(node["/K"], inner, page, numbers)
    elif isinstance(node, int):
        yield Leaf(types, page)


HEADINGS = {f"H{level}" for level in range(1, 7)}


def lone_headings(data):
    """Return the pages at whose foot a heading stands alone: what follows it is on a later page."""
    content = [leaf for leaf in leaves(data) if not {"Note", "FENote", "TOC", "TOCI"} & set(leaf.types)]
    found = []
    for here, after in pairwise(content):
        if HEADINGS & set(here.types) and after.page > here.page and not _same_heading(here, after):
            found.append(here.page)
    return found


def _same_heading(here, after):
    return bool(HEADINGS & set(after.types)) and here.page == after.page
