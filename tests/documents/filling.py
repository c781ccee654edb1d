"""Filling templates as a browser does, by the contract of `hub.documents.office` alone."""

import re

from hub.documents.office.archive import rewritten

FILLED = re.compile(r"word/document\.xml|xl/worksheets/sheet\d+\.xml")
ROW = re.compile(r"<(w:tr|row)[ >].*?</\1>", re.DOTALL)
PLACE = re.compile(r"\{\{(#?)(?:([A-Z0-9_]+)\.)?([A-Z0-9_]+)\}\}")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f￾￿]")


def filled(template, values, lists):
    """Return a template with its values put in, and a row for each entry of its lists."""

    def change(name, data):
        return _filled(data.decode(), values, lists).encode() if FILLED.fullmatch(name) else data

    return rewritten(template, change)


def _filled(xml, values, lists):
    new_line = "</w:t><w:br/><w:t>" if "<w:document" in xml else "&#10;"

    def repeated(found):
        names = {place[1] for place in PLACE.findall(found[0])} - {""}
        if not names:
            return found[0]
        (name,) = names
        return "".join(_put(found[0], entry, new_line) for entry in lists.get(name, []))

    return _put(ROW.sub(repeated, xml), values, new_line).replace("<v></v>", "")


def _put(xml, values, new_line):
    return PLACE.sub(lambda found: _escaped(values.get(found[3], ""), new_line), xml)


def _escaped(value, new_line):
    text = FORBIDDEN.sub("", "" if value is None else str(value))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", new_line)
