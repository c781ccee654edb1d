"""The editors' manual of error codes."""

import re
from pathlib import Path

from hub.content.manual import FILE, SECTIONS, render
from hub.content.rules import RULES

ROOT = Path(__file__).parents[2]


def test_the_manual_is_what_the_rules_say():
    """The page in docs/ is the one made from the rules; `scripts/write_error_manual.py` writes it anew."""
    assert (ROOT / FILE).read_text(encoding="utf-8") == render()


def test_every_code_of_the_code_has_an_entry():
    """Whatever code a problem may carry, the manual has a heading for it, and says how to mend it."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "hub" / "content").rglob("*.py"))
    codes = set(re.findall(r"\"(K\d{3})\"", source))
    listed = {code for _, group in SECTIONS for code in group} | {rule.code for rule in RULES}
    assert codes == listed
    for code in codes:
        entry = render().split(f"{{#{code.lower()}}}")[1].split("\n#")[0]
        assert "Cách sửa:" in entry, code
