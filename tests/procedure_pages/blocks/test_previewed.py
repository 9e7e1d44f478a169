import pytest
from django.test import Client
from django.urls import reverse

from procedure_pages.blocks.steps import QuestionsBlock
from procedure_pages.models import ProcedurePage
from tests.factories.accounts import StaffFactory

STEPS = ProcedurePage._meta.get_field("steps").stream_block
QUESTIONS: QuestionsBlock = STEPS.child_blocks["step"].child_blocks["fields"]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [kind for kind in QUESTIONS.child_blocks if kind != "library"])
def test_every_kind_shows_how_it_will_look(client: Client, kind: str) -> None:
    client.force_login(StaffFactory(superuser=True))
    block = QUESTIONS.child_blocks[kind]
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert (block.is_previewable, response.status_code) == (True, 200)
    assert "質問の文" in response.content.decode()
