"""Reading office files back with programs that had no part in making them."""

import io
import re
import shutil
import subprocess
import zipfile

import docx
import pytest

MISSING = "LibreOffice is not here. `make test` installs it; by hand: apt-get install libreoffice-{writer,calc}-nogui"
OFFICIAL = r"Số:|TM\.|KT\.|Ký tên|\(Ký|Nơi nhận|Họ và tên|CCCD|Số điện thoại"
"""What only papers of an authority carry, or what nobody is asked here."""


def converted(data, name, folder, target="pdf"):
    """Return what LibreOffice makes of an office file: a PDF, or a workbook calculated anew (`xlsx`)."""
    return all_converted({name: data}, folder, target)[name]


def all_converted(files, folder, target="pdf"):
    """Return what LibreOffice makes of several files, by name. A target may name its filter: `csv:FILTER:options`."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.fail(MISSING)
    given, made = folder / "given", folder / "made"
    given.mkdir(exist_ok=True)
    for name, data in files.items():
        (given / name).write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [soffice, "--headless", profile, "--convert-to", target, "--outdir", str(made)]
    subprocess.run([*command, *(str(given / name) for name in files)], check=True, capture_output=True, timeout=300)
    ending = target.partition(":")[0]
    return {name: (made / name).with_suffix(f".{ending}").read_bytes() for name in files}


def word_text(data):
    """Return all text of a Word file as python-docx reads it, cells included."""
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def member(data, name):
    """Return one member of an office file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def places(xml):
    """Return the names of all `{{PLACES}}` that stand whole in a run of Word text."""
    runs = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)
    return [place for run in runs for place in re.findall(r"\{\{([A-Z0-9_.]+)\}\}", run)]
