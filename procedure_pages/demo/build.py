"""Builds the whole demo, one part after the other. Running it again adds only what is missing."""

from collections.abc import Iterator

from ..staff import create_department_groups, create_editorial_groups, create_moderation, remove_wagtail_defaults
from .accessibility import test_result_page
from .accounts import create_applicants, create_staff
from .additions import complete_procedures
from .announcements import announcement_index, announcement_pages
from .departments import create_departments
from .english import create_english
from .files import create_library, create_procedures
from .help_pages import help_parts
from .information import information_pages
from .pages import create_catalogue, create_home, create_page
from .terms import terms_page


def build_demo() -> Iterator[str]:
    """Says, line by line, what is done."""
    departments = create_departments()
    yield f"部局 {len(departments)}件"
    home = create_home()
    create_editorial_groups(home)
    for department in departments:
        create_department_groups(department)
    create_moderation(home)
    remove_wagtail_defaults()
    staff = create_staff(departments)
    yield f"職員のログイン {len(staff)}件"
    publisher = staff["publisher"]
    for page in (terms_page(), *information_pages(), announcement_index()):
        create_page(home, page, user=publisher)
        yield f"ページ「{page.title}」"
    below = {"help": help_parts(), "accessibility": [test_result_page()], "news": announcement_pages()}
    for slug, pages in below.items():
        for page in pages:
            create_page(home.get_children().get(slug=slug), page, user=publisher)
    catalogue = create_catalogue(home, user=publisher)
    yield f"部品 {create_library(user=publisher)}件"
    for title in create_procedures(catalogue, user=publisher):
        yield f"手続「{title}」"
    complete_procedures(catalogue, user=publisher)
    yield f"英語のページ {create_english(home, user=publisher)}件"
    applicants = create_applicants()
    yield f"利用者のログイン {len(applicants)}件"
