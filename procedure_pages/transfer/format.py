"""The frame of a procedure file: its names, its limits. docs/features/procedure-files.md shows one."""

FORMAT = 1
LARGEST_FILE = 20 * 1024**2
MOST_NODES = 100_000
"""Values in a file, references to anchors counted as often as they stand there."""
DEEPEST = 40

PARTS = ("library", "tables", "files")
"""What may stand in a file besides the fields of a procedure."""
OF_PAGE = ("title", "slug", "seo_title", "search_description")
"""The fields that every Wagtail page has and a file carries."""
