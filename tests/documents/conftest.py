"""The hand-made hub, built once for the tests that open its files."""

import json
from pathlib import Path

import pytest

from hub.content.read import read
from hub.documents import build, catalogue
from tests.documents.small_hub import small_hub

ROOT = Path(__file__).parent
REPOSITORY = ROOT.parents[1]
ADDRESS = "https://example.org/hub"


class Built:
    """A folder of built documents, and what the build said."""

    def __init__(self, folder, said):
        self.folder, self.said = folder, said
        listing = json.loads((folder / build.LIST).read_text(encoding="utf-8"))
        self.entries = {entry["name"]: entry for entry in listing["documents"]}

    def data(self, name):
        """Return the bytes of one file."""
        return (self.folder / name).read_bytes()

    @property
    def files(self):
        """Paths of all files listed."""
        return [self.folder / file["name"] for e in self.entries.values() for file in e["files"]]

    @property
    def pdfs(self):
        """Paths of all PDFs listed."""
        return [path for path in self.files if path.suffix == ".pdf"]

    @property
    def reading(self):
        """Names of the files to read page by page, as opposed to those laid out for a printer."""
        return [file["name"] for e in self.entries.values() for file in e["files"] if file["use"] == "read"]

    @property
    def folded(self):
        """Pairs of a reading file and its folded sister."""
        pairs = [{file["use"]: file for file in entry["files"]} for entry in self.entries.values()]
        return [(files["read"], files["fold"]) for files in pairs if "fold" in files]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Every document of the hand-made hub, which has an address."""
    folder = tmp_path_factory.mktemp("documents")
    said = []
    everything = catalogue.documents(small_hub(site_url=ADDRESS), ROOT)
    build.build(everything, everything, folder, said.append)
    return Built(folder, said)


@pytest.fixture(scope="session")
def real():
    """Every document of this repository's own content, where `make booklets` puts them too."""
    folder = REPOSITORY / "build" / "downloads"
    everything = catalogue.documents(read(REPOSITORY).required(), REPOSITORY)
    said = []
    build.build(everything, everything, folder, said.append)
    return Built(folder, said)


@pytest.fixture(scope="session", params=["built", "real"])
def either(request):
    """The documents of the hand-made hub, then those of this repository."""
    return request.getfixturevalue(request.param)
