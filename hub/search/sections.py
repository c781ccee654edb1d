"""One rendered page -> the sections that search can lead to.

Only the `<article>` counts. A section starts at

* a heading h2 to h4 with an id, and lasts until the next heading of its level;
* a `dt` with an id, until the next one;
* any element with `data-search-section`, or `.clause` with an id, and lasts as long as the element;
  a clause `ii-2-a` stands under the clause `ii-2`.
  Its title is the value of `data-search-section`, else its first heading, else the number in its `a.cid`;
  `data-search-lead` is shown after the title, as the beginning of its own words, and is not a title.

What stands before the first section belongs to the page itself. `data-search-keywords="..."` on a
section, on an element inside it or on the article adds words to search by. Left out: elements with
`data-search="off"`, form controls with their labels, navigation, scripts, links that are all a list
item or a card's title holds; and whole pages that carry `data-search-page="off"` on any element, or
whose article is in another language than their tree. A page with `data-search-page="detail"` goes into the
details of another page and stands after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from hub.search.fold import normalise

_SKIPPED = "button footer form header input nav noscript object option output script select style svg template textarea"
_SKIPPED_TAGS = frozenset(_SKIPPED.split())
_BLOCK = """
    address article aside blockquote br caption dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
    hr legend li ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK.split())
_ENTRIES = frozenset(("li", "h2", "h3", "h4", "dt", "td"))
TOUCHING = " "
"""Between elements that touch: `<b>Thẻ 1</b><span>Ví dụ</span>` are words of their own."""
_LEVELS = {"h2": 2, "h3": 3, "h4": 4, "dt": 7}


@dataclass
class Section:
    """A place that search can lead to: a whole page, or a part of one with an anchor."""

    path: str
    """Address from the root of the locale's tree, anchor included."""
    title: str
    above: tuple[str, ...] = ()
    """Titles of the pages it stands in or under, outermost first."""
    headings: tuple[str, ...] = ()
    """Headings of its page that it stands under."""
    keywords: str = ""
    lead: str = ""
    """How its text begins, shown beside a title that is no more than a number."""
    detail: bool = False
    """Whether its page goes into the details of another one."""
    text: str = ""
    """Its own words, one block a line."""

    @property
    def name(self) -> str:
        """Its title with its first words, for what stands under it."""
        return f"{self.title}. {self.lead}" if self.lead else self.title

    @property
    def is_page(self) -> bool:
        """Whether it is a page as a whole."""
        return "#" not in self.path


def sections(path: str, markup: str, locale: str) -> list[Section]:
    """Split one rendered page into the page itself and its sections, in reading order.

    Args:
        path: the page's address from the root of its locale's tree, `ke-hoach/phan-i/`.
        markup: the whole HTML document.
        locale: language of the tree the page belongs to.
    """
    root = html.document_fromstring(markup)
    article = next(iter(root.iter("article")), None)
    if article is None or root.xpath("//*[@data-search-page='off']"):
        return []
    if article.get("lang", locale) != locale:
        return []
    found = _Walk(path, _page_title(root, article)).run(article)
    found[0].detail = bool(root.xpath("//*[@data-search-page='detail']"))
    return found


def _page_title(root: HtmlElement, article: HtmlElement) -> str:
    heading = next(iter(article.iter("h1")), None)
    if heading is None:
        heading = next(iter(root.iter("title")), None)
    return "" if heading is None else _line(heading)


def _line(element: HtmlElement) -> str:
    """Return an element's words on one line, without permalinks and what is left out."""
    return " ".join(normalise("".join(_strings(element))).split())


def _strings(element: HtmlElement) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _left_out(child):
            if child.tag in _BLOCKS:
                yield " "
            yield from _strings(child)
        yield child.tail or TOUCHING


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _left_out(element: HtmlElement) -> bool:
    if element.tag in _SKIPPED_TAGS or element.get("data-search") == "off":
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.tag == "label":
        return next(iter(element.iter("input", "select", "textarea")), None) is not None
    return bool({"headerlink", "cid"} & set(_classes(element))) or _only_leads_on(element)


def _only_leads_on(element: HtmlElement) -> bool:
    """Say whether a link is all that its list item or card title holds: it names another page's content.

    The link of a glossary term (`a.term`) is a word of this page.
    """
    around = element.getparent()
    if element.tag != "a" or "term" in _classes(element):
        return False
    if around is None or around.tag not in _ENTRIES or around.get("id"):
        return False
    return "".join(around.itertext()).split() == "".join(element.itertext()).split()


class _Walk:
    """One walk through an article, with the sections that are open at the moment."""

    def __init__(self, path: str, title: str) -> None:
        self.path = path
        self.found: list[Section] = []
        self.open: list[tuple[Section, int, list[str]]] = []
        """Section, heading level (0: it lasts as long as an element), its lines so far."""
        self.done: set[HtmlElement] = set()
        """Headings whose words already are the title of the element around them."""
        self.clauses: dict[str, Section] = {}
        """Clauses so far by anchor: `ii-2-a` stands under `ii-2`, though the page does not nest them."""
        self._start("", title, 0)

    def run(self, article: HtmlElement) -> list[Section]:
        """Return the page and its sections in reading order."""
        self._keywords(article)
        self._children(article)
        self._close(0)
        return [section for section in self.found if section.title]

    def _children(self, element: HtmlElement) -> None:
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str) and not _left_out(child):
                self._visit(child)
            self._add(child.tail or TOUCHING)

    def _visit(self, element: HtmlElement) -> None:
        block = element.tag in _BLOCKS
        if block:
            self._break()
        if element.tag == "h1" or element in self.done:
            self._keywords(element)
        elif element.get("id") and element.tag in _LEVELS:
            self._heading(element)
        elif element.get("id") and self._is_scope(element):
            self._scope(element)
        else:
            depth = len(self.open)
            self._keywords(element)
            self._children(element)
            if element.tag == "dl":
                self._close(depth)
        if block:
            self._break()

    @staticmethod
    def _is_scope(element: HtmlElement) -> bool:
        return element.get("data-search-section") is not None or "clause" in _classes(element)

    def _scope(self, element: HtmlElement) -> None:
        depth = len(self.open)
        heading = next(iter(element.iter("h2", "h3", "h4", "h5", "h6")), None)
        title = element.get("data-search-section") or _number(element)
        if heading is not None and not element.get("data-search-section"):
            title = _line(heading)
            self.done.add(heading)
        self._start(f"#{element.get('id')}", title, 0)
        self.open[-1][0].lead = normalise(element.get("data-search-lead") or "")
        self._under_clause(element)
        self._number_as_keyword(element)
        self._keywords(element)
        self._children(element)
        self._close(depth)

    def _under_clause(self, element: HtmlElement) -> None:
        if "clause" not in _classes(element):
            return
        section, anchor = self.open[-1][0], str(element.get("id"))
        self.clauses[anchor] = section
        above = self.clauses.get(anchor.rpartition("-")[0])
        if above is not None and above.name not in section.headings:
            section.headings = (*above.headings, above.name)

    def _heading(self, element: HtmlElement) -> None:
        level = _LEVELS[element.tag]
        while self.open[-1][1] >= level:
            self._close(len(self.open) - 1)
        self._start(f"#{element.get('id')}", element.get("data-search-section") or _line(element), level)
        self._number_as_keyword(element)
        self._keywords(element)

    def _start(self, anchor: str, title: str, level: int) -> None:
        headings = tuple(section.name for section, _, _ in self.open[1:] if section.title)
        self.found.append(Section(self.path + anchor, normalise(title), headings=headings))
        self.open.append((self.found[-1], level, [""]))

    def _close(self, depth: int) -> None:
        for section, _, lines in self.open[depth:]:
            whole = (" ".join(line.split()) for line in lines)
            section.text = normalise("\n".join(line for line in whole if line))
        del self.open[depth:]

    def _number_as_keyword(self, element: HtmlElement) -> None:
        number = _number(element)
        if number and number != self.open[-1][0].title:
            self._keyword(number)

    def _keywords(self, element: HtmlElement) -> None:
        self._keyword(element.get("data-search-keywords") or "")

    def _keyword(self, words: str) -> None:
        section = self.open[-1][0]
        section.keywords = normalise(f"{section.keywords} {words}".strip())

    def _add(self, text: str | None) -> None:
        self.open[-1][2][-1] += text or ""

    def _break(self) -> None:
        if self.open[-1][2][-1]:
            self.open[-1][2].append("")


def _number(element: HtmlElement) -> str:
    """Return the clause number an element shows as its own link."""
    for link in element.iter("a"):
        if "cid" in _classes(link):
            return " ".join((link.text_content() or "").replace("§", " ").split())
    return ""
