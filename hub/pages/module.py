"""A training module's pages: overview, facilitator guide, cards, handouts, slides."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.model.module import Activity, Ask, Do, SessionStep, TrainingModule
from hub.pages.downloads import size
from hub.pages.environment import Page
from hub.pages.links import TRAINING, module_path, quiz_path
from hub.pages.staged import StagedPage
from hub.pages.words import md, translated

PICTURES = "assets/modules"
"""Folder of module pictures on the site: `assets/modules/<module>/<picture>.svg`."""

Downloads = list[dict[str, Any]]


def _strip(steps: list[SessionStep]) -> dict[str, Any]:
    """Return the session strip: one rectangle a step, and the sums by who is active."""
    start, rects = 0, []
    sums = {"trainer": 0, "learners": 0, "rest": 0}
    for step in steps:
        rects.append({"x": start, "width": step.minutes - 0.3, "does": step.does})
        sums[step.does] += step.minutes
        start += step.minutes
    return {"rects": rects, "sums": sums, "total": start}


def _steps(module: TrainingModule, page: Page) -> list[dict[str, Any]]:
    start, rows = 0, []
    guide = f"{module_path(module.id)}giang-vien/"
    for step in module.session_plan:
        rows.append(
            {
                "start": start,
                "end": start + step.minutes,
                "minutes": page.t("module.minutes", count=step.minutes),
                "does": step.does,
                "title": step.title.to(page.locale),
                "summary": step.summary.to(page.locale),
                "url": page.url(f"{guide}#{step.activity}") if step.activity else "",
            }
        )
        start += step.minutes
    return rows


def _files(module: TrainingModule, page: Page, downloads: Downloads) -> dict[str, list[dict[str, str]]]:
    """Return the module's documents by kind: links to what was built, in this language if there is one."""
    own = [entry for entry in downloads if entry["subject"] in {module.id, module.quiz_before, module.quiz_after}]
    local = [entry for entry in own if entry["locale"] == page.locale] or own
    return {
        entry["kind"]: [
            {
                "name": page.t("pages.print_pdf" if file["use"] == "fold" else "pages.read_pdf"),
                "url": page.asset(f"downloads/{file['name']}"),
                "facts": f"PDF · {file['format']} · {page.t('pages.pages_count', count=file['pages'])} · "
                f"{size(page, file['bytes'])}",
            }
            for file in entry["files"]
        ]
        for entry in local
    }


def _staged(module: TrainingModule, page: Page, title: str, body: str, **more: Any) -> StagedPage:
    return StagedPage(
        path=page.path,
        locale=page.locale,
        title=title,
        body=body,
        origin=f"materials/modules/{module.id}/{more.pop('file', 'module')}"
        f"{'' if page.locale == page.default_locale else '.' + page.locale}.yml",
        **more,
    )


def overview_page(hub: Hub, module: TrainingModule, page: Page, downloads: Downloads) -> StagedPage:
    """Return the module's first page: aims, session plan, what to print, adaptations, quiz."""
    locale = page.locale
    quiz = hub.quizzes.get(module.quiz_after or module.quiz_before or "")
    base = module_path(module.id)
    body = page.render(
        "module.md.j2",
        module=module,
        title=md(module.title.to(locale)),
        strip=_strip(module.session_plan),
        steps=_steps(module, page),
        files=_files(module, page, downloads),
        guide=page.url(f"{base}giang-vien/"),
        others=[{"title": page.t(f"module.{key}"), "url": page.url(base + path)} for key, path in _parts(module)],
        deck=page.url(f"{base}trinh-chieu/") if module.slides else "",
        quiz={"title": quiz.title.to(locale), "url": page.url(quiz_path(quiz.id))} if quiz else None,
    )
    return _staged(
        module,
        page,
        module.title.to(locale),
        body,
        description=module.summary.to(locale),
        order=module.order,
        sources=tuple(module.sources),
        resource={
            "type": "LearningResource",
            "learningResourceType": "lesson plan",
            "minutes": module.minutes,
            "teaches": [objective.text.to(locale) for objective in module.objectives],
            "audience": [{"@type": "Audience", "audienceType": item.name.to(locale)} for item in module.audiences],
        },
    )


def _parts(module: TrainingModule) -> list[tuple[str, str]]:
    """Return the module's further pages that have content, as (sentence key, path)."""
    parts = [
        ("guide", "giang-vien/", module.activities),
        ("cards", "the/", module.cards),
        ("handouts", "phat-tay/", module.handouts),
        ("deck", "trinh-chieu/", module.slides),
    ]
    return [(key, path) for key, path, content in parts if content]


def _activity(activity: Activity, number: int, page: Page) -> dict[str, Any]:
    locale = page.locale
    steps = []
    for step in activity.steps:
        kind = "ask" if isinstance(step, Ask) else "do" if isinstance(step, Do) else "say"
        steps.append({"kind": kind, "text": getattr(step, kind).to(locale)})
    heading = page.t("module.activity", number=number, title=activity.title.to(locale))
    return {
        "id": activity.id,
        "md": md(heading),
        "minutes": page.t("module.minutes", count=activity.minutes),
        "purpose": activity.purpose.to(locale),
        "prepare": [text.to(locale) for text in activity.prepare],
        "steps": steps,
        "expected": [(item.answer.to(locale), item.reply.to(locale)) for item in activity.expected],
        "mistakes": [(item.answer.to(locale), item.reply.to(locale)) for item in activity.mistakes],
        "no_electricity": activity.no_electricity.to(locale),
        "low_literacy": activity.low_literacy.to(locale),
        "works_when": activity.works_when.to(locale),
    }


def guide_page(module: TrainingModule, page: Page) -> StagedPage:
    """Return the facilitator guide: every activity with what to say, do and ask."""
    numbered = enumerate(module.activities, start=1)
    activities = [_activity(activity, number, page) for number, activity in numbered]
    title = f"{page.t('module.guide')}: {module.title.to(page.locale)}"
    body = page.render("module_guide.md.j2", title=md(title), activities=activities)
    return _staged(
        module,
        page,
        title,
        body,
        nav_title=page.t("module.guide"),
        description=page.t("module.guide_lead"),
        order=1,
        file="activities",
        sources=tuple(module.sources),
    )


def _part_page(module: TrainingModule, page: Page, key: str, order: int, **values: Any) -> StagedPage:
    """Return the page of cards, handouts or slides."""
    title = f"{page.t(f'module.{key}')}: {module.title.to(page.locale)}"
    count = len(module.slides)
    body = page.render(
        f"module_{key}.md.j2",
        title=md(title),
        module=module,
        lead=page.t(f"module.{key}_lead", count=count),
        picture=lambda name: page.asset(f"{PICTURES}/{module.id}/{name}.svg"),
        **values,
    )
    return _staged(
        module,
        page,
        title,
        body,
        nav_title=page.t(f"module.{key}"),
        description=page.t(f"module.{key}_lead", count=count),
        order=order,
        file={"deck": "slides"}.get(key, key),
        toc=False,
    )


def index_page(hub: Hub, modules: list[TrainingModule], page: Page) -> StagedPage:
    """Return the list of modules."""
    rows = [
        {
            "title": module.title.to(page.locale),
            "summary": module.summary.to(page.locale),
            "minutes": page.t("module.minutes", count=module.minutes),
            "group": module.group_size.to(page.locale),
            "url": page.url(module_path(module.id)),
        }
        for module in modules
    ]
    return StagedPage(
        path=TRAINING,
        locale=page.locale,
        title=page.t("module.title"),
        body=page.render("modules.md.j2", rows=rows),
        description=page.t("pages.training_lead"),
        origin=f"hub/locales/{page.locale}/module.yml",
        order=0,
        toc=False,
    )


def module_pages(hub: Hub, downloads: Downloads) -> list[StagedPage]:
    """Return the pages of every module in every locale it was translated into."""
    default = hub.settings.default_locale
    pages: list[StagedPage] = []
    for setting in hub.settings.locales:
        chosen = [module for module in hub.modules.values() if translated(module.title, setting.code, default)]
        chosen.sort(key=lambda module: (module.order, module.id))
        if not chosen:
            continue

        def at(path: str, locale: str = setting.code) -> Page:
            return Page(path, locale, default)

        pages.append(index_page(hub, chosen, at(TRAINING)))
        for module in chosen:
            base = module_path(module.id)
            pages.append(overview_page(hub, module, at(base), downloads))
            for order, (key, path) in enumerate(_parts(module), start=1):
                page = at(base + path)
                if key == "guide":
                    pages.append(guide_page(module, page))
                else:
                    files = _files(module, page, downloads)
                    pages.append(_part_page(module, page, key, order, files=files))
    return pages
