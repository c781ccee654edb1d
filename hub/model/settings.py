"""Settings of one deployment: what a commune changes beside content."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from hub.model.base import IsoDate, Model, Slug, Text

Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]


class LocaleSetting(Model):
    """One language of the site; the first one listed is the language content is written in."""

    code: Locale
    name: str


class Contact(Model):
    """How to reach whoever keeps the hub; what is empty is left out of the pages."""

    name: Text | None = None
    address: Text | None = None
    phone: str | None = None
    email: str | None = None


class Settings(Model):
    """`hub.yml`: the one file a commune changes beside content."""

    name: Text
    """Name in the header, e.g. "Công dân học tập"."""
    place: Text
    """Place in the header, e.g. "Nguyên Bình"."""
    region: Text | None = None
    """What the place lies in, shown after it, e.g. "Cao Bằng"."""
    publisher: Text
    """Who keeps the hub, e.g. the name of the association."""
    slogan: Text
    """First heading of the home page."""
    description: Text
    """One sentence under it, also for search engines."""
    site_url: Url | None = None
    repository: Url | None = None
    edit_path: str = "edit/main/"
    locales: list[LocaleSetting] = Field(min_length=1)
    register_url: Url | None = None
    """The national register that does the real scoring."""
    contact: Contact = Contact()
    plan: Slug | None = None
    """Source id of the plan under materials/plan/."""
    criteria: Slug | None = None
    """Criteria set shown first."""
    checked: IsoDate
    """Day the content was last held against its sources."""

    @property
    def default_locale(self) -> str:
        return self.locales[0].code
