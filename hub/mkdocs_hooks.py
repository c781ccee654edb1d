"""The one file that knows MkDocs: hands it the staging folder, and hands the theme the hub's own data.

MkDocs loads it as a hook; `build` runs MkDocs on a staging folder with the settings of a hub.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from hub.locales import strings
from hub.model.settings import Settings
from hub.pages.finish import finish_html, without_leftovers
from hub.pages.kept import KeptPage, hashed, kept_page
from hub.pages.links import GLOSSARY, relative
from hub.pages.staging import DATA
from hub.pages.terms import Mark, TermMarker

ROOT = Path(__file__).resolve().parent.parent
_data: dict[str, Any] = {}
_kept: dict[str, KeptPage] = {}
_basis = ""
"""Hash of what the HTML of every page depends on beside its own text."""


def build(settings: Settings, staging: Path, out: Path, compiled: Path) -> None:
    """Build the site of a staging folder into `out`.

    Args:
        compiled: folder that keeps compiled templates between builds.

    Raises:
        mkdocs.exceptions.Abort: MkDocs found an error in a page or its configuration.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    for name in ("mkdocs", "mkdocs.plugins", "mkdocs_static_i18n"):
        logging.getLogger(name).setLevel(logging.WARNING)
    languages = [
        {"locale": locale.code, "name": locale.name, "default": number == 0, "build": True}
        for number, locale in enumerate(settings.locales)
    ]
    i18n = {
        "docs_structure": "suffix",
        "fallback_to_default": True,
        "reconfigure_material": False,
        "reconfigure_search": False,
        "languages": languages,
    }
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        site_name=f"{settings.name} {settings.place}",
        site_url=settings.site_url.rstrip("/") + "/" if settings.site_url else None,
        docs_dir=str(staging.resolve()),
        site_dir=str(out.resolve()),
        plugins=[{"i18n": i18n}],
    )
    if not settings.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # it needs whole addresses
    # Asked for once a locale: one environment for all, so that each template is compiled once.
    config.theme.get_env = cache(partial(_environment, config.theme, config.theme.get_env, compiled))
    mkdocs_build.build(config)


def _environment(theme: Theme, make: Callable[[], Environment], compiled: Path) -> Environment:
    environment = make()
    compiled.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    environment.loader = _Templates(theme.dirs)
    return environment


class _Templates(FileSystemLoader):
    """The theme's templates. It lists none: MkDocs would look for files to serve among 12,000 icons, to no use."""

    def list_templates(self) -> list[str]:
        """Return nothing, because the theme has no file that is served."""
        return []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read what the staging folder says about the site and its pages; called once a locale."""
    path = Path(config.docs_dir) / DATA
    if not path.exists():
        raise SystemExit(f"{path} is missing: run `make site`, it writes the staging folder first")
    _data.clear()
    _marker.cache_clear()
    _data.update(json.loads(path.read_text(encoding="utf-8")))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep what the staging folder holds; the theme's own scripts, styles and icons are not served."""
    for file in list(files):
        if not file.generated_by and file.src_dir != config.docs_dir:
            files.remove(file)
    global _basis
    names = sorted(file.src_uri for file in files)
    _basis = hashed(names, config.markdown_extensions, config.mdx_configs)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape what the hub's own templates say; let data blocks hold letters as they are, which weigh half as much."""
    env.autoescape = lambda name: bool(name) and (ROOT / "theme" / str(name)).is_file()
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
    return env


def _common(locale: str) -> dict[str, Any]:
    default = _data["locales"][0]["code"]
    say = {setting["code"]: strings(setting["code"], default) for setting in _data["locales"]}
    return {
        "hub": {**_data, "say": say},
        "site": _data["site"][locale],
        "prefix": _data["prefix"][locale],
        "t": say[locale],
        "i18n_page_locale": locale,
        "i18n_file_locale": locale,
    }


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give static templates (404) the site's data in its first language."""
    locale = _data["locales"][0]["code"]
    config.theme["language"] = locale
    return {**context, **_common(locale)}


def on_page_context(context: dict[str, Any], page: Any, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give a page its own record: section list, breadcrumbs, neighbours, sources, edit link."""
    locale = context["i18n_page_locale"]
    file_locale = context["i18n_file_locale"]
    config.theme["language"] = locale  # the theme writes it as the document's language
    common = _common(locale)
    common["i18n_file_locale"] = file_locale
    return {**context, **common, "here": _data["pages"][locale][_path(page)]}


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Any) -> str:
    """Leave out the text of a page whose HTML is kept from an earlier build of this process."""
    kept = kept_page(page.file.dest_uri, hashed(_basis, markdown))
    _kept[page.file.dest_uri] = kept
    return markdown if kept.html is None else ""


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Any) -> str:
    """Rewrite what a strict policy forbids, and mark glossary terms in running text."""
    kept = _kept.pop(page.file.dest_uri)
    if kept.html is None:
        kept.html, kept.toc = finish_html(html), page.toc
    page.toc = kept.toc
    locale, path = page.file.locale, _path(page)
    return kept.html if path in {"", GLOSSARY} else _marker(locale).mark(kept.html, relative(path, ""))


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    """Leave out what only the theme's own scripts would use."""
    return without_leftovers(output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for the 404 page."""
    return without_leftovers(output)


def _path(page: Any) -> str:
    """Return a page's path from the root of its locale's tree."""
    url = str(page.url).removeprefix("./")
    first = url.split("/", 1)[0]
    others = {prefix for prefix in _data["prefix"].values() if prefix}
    return url.removeprefix(f"{first}/") if f"{first}/" in others else url


@cache
def _marker(locale: str) -> TermMarker:
    marks = [Mark(tuple(term["words"]), term["url"], term["meaning"]) for term in _data["terms"][locale]]
    return TermMarker(marks, strings(locale, _data["locales"][0]["code"])("site.tip_more"))
