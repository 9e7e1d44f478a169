import pytest
from django.test import Client

from submissions.models import Submission
from tests.factories.submissions import SubmissionFactory


@pytest.fixture
def draft(client: Client) -> Submission:
    """Of somebody who is logged in. A module with a form of its own defines its own."""
    made: Submission = SubmissionFactory(draft=True)
    client.force_login(made.applicant)
    return made
