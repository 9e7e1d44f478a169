import pytest
from django.db import connection

from submissions.enums import GrantRole
from tests.factories.submissions import StaffMember, SubmissionFactory

from .desk import desk, page

pytestmark = pytest.mark.django_db


def test_reviewer_checks_the_record_of_a_case_and_reads_what_was_altered() -> None:
    case = SubmissionFactory(granted=True)
    client = desk(StaffMember(case.department, GrantRole.VIEW))
    assert "改ざんはありません" in client.get(page("check_record", case), follow=True).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE submissions_answerset SET answers = '{}' WHERE submission_id = %s", [case.pk])
    html = client.get(page("check_record", case), follow=True).content.decode()
    assert "1回目の申請内容: 提出された内容と一致しません。" in html


def test_nobody_checks_the_record_of_another_office() -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    client = desk(StaffMember(other.department, GrantRole.REVIEW))
    assert client.get(page("check_record", case)).status_code == 404
