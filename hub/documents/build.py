"""Makes the files of documents, only those whose inputs changed, and writes the list of downloads."""

from __future__ import annotations

import hashlib
import io
import json
import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hub.documents import fonts
from hub.documents.catalogue import Document
from hub.documents.errors import DocumentError

LIST = "downloads.json"
"""Beside the files: what there is, for the page of downloads, and what each was made from."""

_HERE = Path(__file__).parent
_ENGINE = ("pdf.py", "finishing.py", "imposition.py", "build.py", "fonts.py")
_PACKAGES = ("weasyprint", "pydyf", "pikepdf", "fonttools")


@dataclass(frozen=True)
class Job:
    """What a worker needs to make one document: plain values only."""

    name: str
    title: str
    drafts: tuple[str, ...]
    most_pages: int | None
    files: tuple[tuple[str, str], ...]
    """Use (`read`, `fold`, `two-up`) and file name of what is laid out from the drafts."""
    ready: tuple[tuple[str, str, bytes, int | None], ...] = ()
    """Use (`docx`, `xlsx`), file name, bytes, and count of pages or sheets of what is written without laying out."""


@cache
def _engine() -> str:
    digest = hashlib.sha256(fonts.fingerprint().encode())
    for name in _ENGINE:
        digest.update((_HERE / name).read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    return digest.hexdigest()


_SUFFIX = {"read": "", "fold": "-gap-sach", "two-up": "-2-tren-a4"}
COUNTED = {"docx": "pages", "xlsx": "sheets"}
"""What is counted of files written without laying out."""


def plan_job(document: Document) -> Job:
    """Render a document's HTML and say what is to be made of it."""
    drafts = tuple(document.drafts())
    uses = ("read", *document.derived) if drafts else ()
    return Job(
        name=document.name,
        title=document.title,
        drafts=drafts,
        most_pages=document.most_pages() if document.most_pages else None,
        files=tuple((use, document.file(_SUFFIX[use])) for use in uses),
        ready=tuple((one.use, one.name, one.data, one.count) for one in document.ready()) if document.ready else (),
    )


def inputs(job: Job) -> str:
    """Return one digest over everything that shapes a document's bytes."""
    digest = hashlib.sha256(_engine().encode())
    digest.update(repr((job.title, job.most_pages, job.files)).encode())
    for use, name, data, count in job.ready:
        digest.update(f"{use} {name} {count} {hashlib.sha256(data).hexdigest()}".encode())
    for draft in job.drafts:
        digest.update(hashlib.sha256(draft.encode()).digest())
    return digest.hexdigest()


def make(job: Job) -> dict[str, bytes]:
    """Make a document's files, by use.

    Raises:
        DocumentError: it cannot be laid out, or is too long however small its type.
    """
    from hub.documents import imposition, pdf  # heavy; only when something is to be made

    if not job.drafts:
        return {}
    reading, pages = b"", 0
    for draft in job.drafts:
        reading = pdf.render(draft)
        pages = page_count(reading)
        if job.most_pages is None or pages <= job.most_pages:
            break
    else:
        raise DocumentError("error_too_long", title=job.title, pages=pages, most=job.most_pages)
    derive = {"read": lambda data, _: data, "fold": imposition.fold, "two-up": imposition.two_up}
    return {use: derive[use](reading, job.title) for use, _ in job.files}


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _write(out: Path, job: Job) -> list[dict[str, Any]]:
    """Make a document and put its files in place, each whole or not at all."""
    try:
        made = make(job)
    except DocumentError as error:
        raise DocumentError("error_document", name=job.name, reason=error) from None
    facts = []
    for use, name in job.files:
        facts.append(_put(out, use, name, made[use]) | {"pages": page_count(made[use])})
    for use, name, data, count in job.ready:
        facts.append(_put(out, use, name, data) | ({COUNTED[use]: count} if count else {}))
    return facts


def _put(out: Path, use: str, name: str, data: bytes) -> dict[str, Any]:
    """Put one file in place and return what the list says of it."""
    path, part = out / name, out / f"{name}.part"
    path.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(data)
    part.replace(path)
    return {"use": use, "name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def read_list(out: Path) -> dict[str, Any]:
    """Return the list of downloads by document name; empty where it is missing or damaged."""
    try:
        data = json.loads((out / LIST).read_text(encoding="utf-8"))
        return {entry["name"]: entry for entry in data["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _is_current(out: Path, entry: dict[str, Any] | None, digest: str) -> bool:
    if entry is None or entry.get("inputs") != digest:
        return False
    for file in entry["files"]:
        path = out / file["name"]
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
            return False
    return True


def _entry(document: Document, digest: str, files: list[dict[str, Any]]) -> dict[str, Any]:
    pages = next((file["pages"] for file in files if file["use"] == "read"), None)
    for file in files:
        if file["use"] not in _SUFFIX:
            continue
        a4 = file["use"] != "read"
        file["format"] = "A4" if a4 else document.paper
        file["sheets"] = -(-file["pages"] // 2) if file["use"] == "fold" else file["pages"]
    return {
        "name": document.name,
        "kind": document.kind,
        "subject": document.subject,
        "locale": document.locale,
        "label": document.label,
        "title": document.title,
        "about": document.about,
        "pages": pages,
        "files": files,
        "inputs": digest,
    }


def build(
    wanted: Sequence[Document],
    everything: Sequence[Document],
    out: Path,
    say: Callable[[str], None],
    workers: int = 2,
) -> list[str]:
    """Make what is out of date among `wanted` and rewrite the list of downloads.

    Files that the list of an earlier run names and no document gives any more are removed; those of a document
    that cannot be made now stay, without being listed.

    Returns:
        The names of the documents made.

    Raises:
        DocumentError: one or more could not be made; the others are in place all the same.
    """
    out.mkdir(parents=True, exist_ok=True)
    listed = read_list(out)
    before = dict(listed)
    jobs, failures = _plan_jobs(wanted)
    for name in {document.name for document in wanted} - set(jobs):
        listed.pop(name, None)
        before.pop(name, None)
    digests = {name: inputs(job) for name, job in jobs.items()}
    stale = [job for name, job in jobs.items() if not _is_current(out, listed.get(name), digests[name])]
    by_name = {document.name: document for document in everything}
    for count, (job, result) in enumerate(_run(out, stale, workers), 1):
        if isinstance(result, DocumentError):
            failures.append(str(result))
            listed.pop(job.name, None)
            before.pop(job.name, None)
            say(f"({count}/{len(stale)}) {job.name} !")
            continue
        entry = listed[job.name] = _entry(by_name[job.name], digests[job.name], result)
        pages = f"{entry['pages']} tr., " if entry["pages"] else ""
        say(f"({count}/{len(stale)}) {result[0]['name']}, {pages}{result[0]['bytes'] // 1024} kB")
    known = {document.name for document in everything}
    for name in set(listed) - known:
        del listed[name]
    for file in _names(before) - _names(listed):
        (out / file).unlink(missing_ok=True)
    _write_list(out, [listed[document.name] for document in everything if document.name in listed])
    if failures:
        raise DocumentError("error_several", reasons="\n".join(sorted(failures)))
    return [job.name for job in stale]


def _plan_jobs(wanted: Sequence[Document]) -> tuple[dict[str, Job], list[str]]:
    """Return the jobs of documents by name, and what went wrong with those that have none."""
    jobs, failures = {}, []
    for document in wanted:
        try:
            jobs[document.name] = plan_job(document)
        except DocumentError as error:
            failures.append(str(DocumentError("error_document", name=document.name, reason=error)))
    return jobs, failures


def _run(out: Path, jobs: Sequence[Job], workers: int) -> Iterable[tuple[Job, list[dict[str, Any]] | DocumentError]]:
    """Yield each job with its files or its error, as they end."""
    if len(jobs) < 2 or workers < 2:
        for job in jobs:
            yield job, _try(out, job)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        longest_first = sorted(jobs, key=lambda job: -sum(map(len, job.drafts[:1])))
        futures = {pool.submit(_try, out, job): job for job in longest_first}
        for future in as_completed(futures):
            yield futures[future], future.result()


def _try(out: Path, job: Job) -> list[dict[str, Any]] | DocumentError:
    try:
        return _write(out, job)
    except DocumentError as error:
        return error


def _names(listed: dict[str, Any]) -> set[str]:
    """Return the names of all files a list names."""
    return {file["name"] for entry in listed.values() for file in entry["files"]}


def _write_list(out: Path, entries: list[dict[str, Any]]) -> None:
    text = json.dumps({"version": 1, "documents": entries}, ensure_ascii=False, indent=1) + "\n"
    path = out / LIST
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        part = out / f"{LIST}.part"
        part.write_text(text, encoding="utf-8")
        part.replace(path)
