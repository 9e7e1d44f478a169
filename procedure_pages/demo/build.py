"""Builds the whole demo, one part after the other. Running it again adds only what is missing."""

from collections.abc import Iterator

from ..staff import create_department_groups, create_editorial_groups, create_moderation, remove_wagtail_defaults
from .accounts import create_applicants, create_staff
from .departments import create_departments
from .files import create_library, create_procedures
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
    for page in (terms_page(), *information_pages()):
        create_page(home, page, user=publisher)
        yield f"ページ「{page.title}」"
    catalogue = create_catalogue(home, user=publisher)
    yield f"部品 {create_library(user=publisher)}件"
    for title in create_procedures(catalogue, user=publisher):
        yield f"手続「{title}」"
    applicants = create_applicants()
    yield f"利用者のログイン {len(applicants)}件"
