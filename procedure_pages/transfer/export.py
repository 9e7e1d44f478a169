import json
from typing import Any

from wagtail.fields import StreamField

from ..models import LookupTable, ProcedurePage, QuestionSet
from .context import Writing
from .fields import fields_of_procedure, ids_of, write_field
from .format import FORMAT
from .library import write_part, write_table
from .text import dump

TEXT_ONLY = {"guidance"}
"""Streams that calculate nothing."""


def export_procedure(page: ProcedurePage, *, is_json: bool = False, with_files: bool = True) -> bytes:
    """`page` as it is given, draft or published, as a file that `import_procedure` reads."""
    return dump(procedure_data(page, with_files=with_files), is_json=is_json)


def procedure_data(page: ProcedurePage, *, with_files: bool = True) -> dict[str, Any]:
    """With the parts of the library and the tables that it uses, and with its images and documents if wanted."""
    writing = Writing(with_files=with_files)
    values = {
        field.name: write_field(field, page, ids_of(field, page.slug), writing) for field in fields_of_procedure()
    }
    writing.met += tables_named_in(page)
    library = [write_part(row, writing) for row in writing.met if isinstance(row, QuestionSet)]
    tables = [write_table(row) for row in writing.met if isinstance(row, LookupTable)]
    parts = {"library": library, "tables": tables, "files": list(writing.carrier.carried.values())}
    return {
        "format": FORMAT,
        **{name: value for name, value in values.items() if value is not None},
        **{name: part for name, part in parts.items() if part},
    }


def tables_named_in(page: ProcedurePage) -> list[LookupTable]:
    """Calculations and rules name a table in their text. One that is only mentioned there does no harm in a file."""
    streams = [
        field.value_from_object(page)
        for field in fields_of_procedure()
        if isinstance(field, StreamField) and field.name not in TEXT_ONLY
    ]
    texts = json.dumps([list(stream.raw_data) for stream in streams], ensure_ascii=False)
    return [table for table in LookupTable.objects.all() if json.dumps(table.name, ensure_ascii=False)[1:-1] in texts]
