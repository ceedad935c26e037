"""Names of WordprocessingML elements, as lxml writes them."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def w(name: str) -> str:
    """Name in the main namespace.

    >>> w("tbl")[-4:]
    '}tbl'
    """
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Name of a relationship's attribute."""
    return f"{{{R}}}{name}"
