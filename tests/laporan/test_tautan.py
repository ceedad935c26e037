"""Links from and to the notes beside the data."""

from links import dead_links
from unit_here import DATA, PROJECT


def test_links_of_the_data_lead_somewhere():
    pages = [*DATA.rglob("*.md"), *PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md")]
    assert {page.name: dead for page in pages if (dead := dead_links(page))} == {}
    assert DATA / "LICENSE.md" in pages and DATA / "2024" / "CATATAN.md" in pages
