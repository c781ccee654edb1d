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
    """Use (`read`, `fold`, `two-up`) and file name."""


@cache
def _engine() -> str:
    digest = hashlib.sha256(fonts.fingerprint().encode())
    for name in _ENGINE:
        digest.update((_HERE / name).read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    return digest.hexdigest()


_SUFFIX = {"read": "", "fold": "-gap-sach", "two-up": "-2-tren-a4"}


def plan_job(document: Document) -> Job:
    """Render a document's HTML and say what is to be made of it."""
    uses = ("read", *document.derived)
    return Job(
        name=document.name,
        title=document.title,
        drafts=tuple(document.drafts()),
        most_pages=document.most_pages() if document.most_pages else None,
        files=tuple((use, document.file(_SUFFIX[use])) for use in uses),
    )


def inputs(job: Job) -> str:
    """Return one digest over everything that shapes a document's bytes."""
    digest = hashlib.sha256(_engine().encode())
    digest.update(repr((job.title, job.most_pages, job.files)).encode())
    for draft in job.drafts:
        digest.update(hashlib.sha256(draft.encode()).digest())
    return digest.hexdigest()


def make(job: Job) -> dict[str, bytes]:
    """Make a document's files, by use.

    Raises:
        DocumentError: it cannot be laid out, or is too long however small its type.
    """
    from hub.documents import imposition, pdf  # heavy; only when something is to be made

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
        part = out / f"{name}.part"
        part.write_bytes(made[use])
        part.replace(out / name)
        facts.append(
            {
                "use": use,
                "name": name,
                "bytes": len(made[use]),
                "pages": page_count(made[use]),
                "sha256": hashlib.sha256(made[use]).hexdigest(),
            }
        )
    return facts


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
    pages = next(file["pages"] for file in files if file["use"] == "read")
    for file in files:
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

    Files that the list of an earlier run names and no document gives any more are removed.

    Returns:
        The names of the documents made.

    Raises:
        DocumentError: one or more could not be made; the others are in place all the same.
    """
    out.mkdir(parents=True, exist_ok=True)
    listed = read_list(out)
    jobs, failures = _plan_jobs(wanted)
    for name in set(listed) & {document.name for document in wanted} - set(jobs):
        del listed[name]
    digests = {name: inputs(job) for name, job in jobs.items()}
    stale = [job for name, job in jobs.items() if not _is_current(out, listed.get(name), digests[name])]
    by_name = {document.name: document for document in everything}
    for count, (job, result) in enumerate(_run(out, stale, workers), 1):
        if isinstance(result, DocumentError):
            failures.append(str(result))
            listed.pop(job.name, None)
            say(f"({count}/{len(stale)}) {job.name}.pdf !")
            continue
        entry = listed[job.name] = _entry(by_name[job.name], digests[job.name], result)
        say(f"({count}/{len(stale)}) {job.name}.pdf, {entry['pages']} tr., {result[0]['bytes'] // 1024} kB")
    _remove_strays(out, listed, everything)
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
        longest_first = sorted(jobs, key=lambda job: -len(job.drafts[0]))
        futures = {pool.submit(_try, out, job): job for job in longest_first}
        for future in as_completed(futures):
            yield futures[future], future.result()


def _try(out: Path, job: Job) -> list[dict[str, Any]] | DocumentError:
    try:
        return _write(out, job)
    except DocumentError as error:
        return error


def _remove_strays(out: Path, listed: dict[str, Any], everything: Sequence[Document]) -> None:
    known = {document.name for document in everything}
    kept = {file["name"] for name, entry in listed.items() if name in known for file in entry["files"]}
    for name in [name for name in listed if name not in known]:
        for file in listed.pop(name)["files"]:
            if file["name"] not in kept:
                (out / file["name"]).unlink(missing_ok=True)


def _write_list(out: Path, entries: list[dict[str, Any]]) -> None:
    text = json.dumps({"version": 1, "documents": entries}, ensure_ascii=False, indent=1) + "\n"
    path = out / LIST
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        part = out / f"{LIST}.part"
        part.write_text(text, encoding="utf-8")
        part.replace(path)
