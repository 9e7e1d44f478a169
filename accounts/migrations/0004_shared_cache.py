from typing import Any

from django.core.management import call_command
from django.db import migrations


def create_table(apps: Any, schema_editor: Any) -> None:
    """The table of Django's database cache, as the settings name it; nothing if it is there or none is used."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_user_email")]
    operations = [migrations.RunPython(create_table, migrations.RunPython.noop)]
