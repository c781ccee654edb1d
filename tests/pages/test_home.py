"""The home page: what its doors open."""

from __future__ import annotations

import re

from hub.pages.home import home_pages
from tests import check_samples as samples

ALL = {
    "ke-hoach/viec-cua/", "tieu-chi/", "tu-cham/", "tu-cham/tong-hop/", "tai-ve/", "tap-huan/", "trac-nghiem/",
    "tieu-chi/quy-trinh/",
}  # fmt: skip


def doors(paths: set[str]) -> list[list[str]]:
    """Return where the tasks of each door lead."""
    (body, *_) = (page.body for page in home_pages(samples.hub(), paths))
    lists = re.findall(r'<ul class="tasks">(.*?)</ul>', body)
    return [re.findall(r'href="([^"]+)"', tasks) for tasks in lists]


def test_each_door_opens_what_its_people_do_first():
    """Members add up self-scores, citizens score themselves; no door has more than three lines on a desk."""
    member, trainer, citizen = doors(ALL)
    assert member == ["ke-hoach/viec-cua/", "tieu-chi/", "tu-cham/tong-hop/"]
    assert trainer == ["tap-huan/", "trac-nghiem/", "tai-ve/"]
    assert citizen == ["tu-cham/", "trac-nghiem/", "tieu-chi/"]


def test_what_a_hub_lacks_is_no_task():
    """Without a self-check the next task moves up; a door with nothing behind it is left out."""
    member, citizen = doors({"tieu-chi/", "tieu-chi/quy-trinh/", "tai-ve/"})[::2]
    assert member == ["tieu-chi/", "tai-ve/"]
    assert citizen == ["tieu-chi/", "tieu-chi/quy-trinh/"]
