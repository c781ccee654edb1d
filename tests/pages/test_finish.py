"""What is mended in HTML that Markdown wrote."""

from bs4 import BeautifulSoup
from markdown import markdown

from hub.pages.finish import finish_html

WIDE = """
| Xã | Gồm | Số "dân" |
|---|---|--:|
| Tam Kim | Hưng Đạo, *Hoa Thám* | 5.864 |
| Minh Tâm | | 8.182 |
"""


def table(text: str) -> BeautifulSoup:
    """Return the finished HTML of a Markdown table."""
    return BeautifulSoup(finish_html(markdown(text, extensions=["tables"])), "html.parser")


def test_alignment_becomes_a_class() -> None:
    """No cell carries an inline style."""
    soup = table("| a | b |\n|---|--:|\n| 1 | 2 |\n")
    assert not soup.find_all(style=True)
    assert [cell["class"] for cell in soup.find_all(class_=True)] == [["al-right"], ["al-right"]]


def test_a_table_of_several_columns_can_be_stacked() -> None:
    """Each cell of a wide table names its column, and the table keeps its roles."""
    soup = table(WIDE)
    assert soup.table is not None
    assert soup.table["class"] == ["stack"]
    rows = soup.tbody.find_all("tr") if soup.tbody else []
    assert [[cell["data-l"] for cell in row.find_all("td")] for row in rows] == [["Xã", "Gồm", 'Số "dân"']] * 2
    assert {element.name: element["role"] for element in soup.find_all(role=True)} == {
        "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"
    }  # fmt: skip
    contents = [cell.decode_contents() for cell in rows[0].find_all("td")]
    assert contents == ["Tam Kim", "Hưng Đạo, <em>Hoa Thám</em>", "5.864"]
    assert rows[0].find_all("td")[2]["class"] == ["al-right"]


def test_a_table_of_two_columns_stays_a_table() -> None:
    """Two columns fit a phone as they are."""
    soup = table("| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert soup.table is not None
    assert not soup.table.attrs


def test_an_empty_cell_is_left_empty() -> None:
    """A cell without words holds nothing, so that the style sheet can leave it out."""
    soup = table(WIDE)
    assert [cell.contents for cell in soup.select("tbody tr:nth-of-type(2) td")][1] == []
