"""axe finds nothing serious on any page, in light and dark."""

import pytest
from barriers import barriers

SERIOUS = ("serious", "critical")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier(report, browser, scheme):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    found = []
    for path in sorted(report.folder.glob("*.html")):
        page = context.new_page()
        page.goto(path.as_uri())
        for violation in barriers(page):
            if violation["impact"] in SERIOUS:
                found.append((path.name, violation["id"], violation["nodes"][0]["html"][:120]))
        page.close()
    context.close()
    assert found == []
