"""Procedures as files, out and in."""

from .choices import IfThere
from .export import export_procedure
from .faults import Fault, InvalidFile
from .importing import Imported, import_data
from .text import load

__all__ = ["Fault", "IfThere", "Imported", "InvalidFile", "export_procedure", "import_data", "load"]
