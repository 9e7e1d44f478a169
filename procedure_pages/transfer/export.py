from typing import Any

from ..compiler import compile_form
from ..models import LookupTable, ProcedurePage, QuestionSet
from .context import Writing
from .fields import fields_of_procedure, ids_of, write_field
from .format import FORMAT
from .library import write_part, write_table
from .related import write_related
from .text import dump


def export_procedure(page: ProcedurePage, *, is_json: bool = False, with_files: bool = True) -> bytes:
    """`page` as it is given, draft or published, as a file that `import_procedure` reads."""
    return dump(procedure_data(page, with_files=with_files), is_json=is_json)


def procedure_data(page: ProcedurePage, *, with_files: bool = True) -> dict[str, Any]:
    """With the parts of the library and the tables that it uses, and with its images and documents if wanted."""
    writing = Writing(with_files=with_files)
    values = {
        field.name: write_field(field, page, ids_of(field, page.slug), writing) for field in fields_of_procedure()
    }
    writing.met += LookupTable.objects.filter(name__in=compile_form(page).schema.tables)
    library = [write_part(row, writing) for row in writing.met if isinstance(row, QuestionSet)]
    tables = [write_table(row) for row in writing.met if isinstance(row, LookupTable)]
    parts = {"library": library, "tables": tables, "files": list(writing.carrier.carried.values())}
    return {
        "format": FORMAT,
        **{name: value for name, value in values.items() if value is not None},
        **write_related(page),
        **{name: part for name, part in parts.items() if part},
    }
