"""The filters of the catalogue: each has a place in the address, and they combine."""

from dataclasses import asdict, dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from accounts.enums import ProfileKind

from .enums import Category, LifeEvent
from .models.procedure import ProcedurePage
from .queries import by_urgency, procedures, takes_applications
from .search import matching

APPLICANT_FIELDS = {ProfileKind.INDIVIDUAL: "for_individuals", ProfileKind.BUSINESS: "for_businesses"}


@dataclass(frozen=True, slots=True)
class CatalogueFilter:
    """What a visitor asked for; empty values do not narrow. Values that do not exist count as empty."""

    q: str = ""
    category: str = ""
    event: str = ""
    applicant: str = ""
    department: str = ""
    open: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "CatalogueFilter":
        values = {name: query.get(name, "").strip() for name in cls.__dataclass_fields__}
        if values["category"] not in Category:
            values["category"] = ""
        if values["event"] not in LifeEvent:
            values["event"] = ""
        if values["applicant"] not in ProfileKind:
            values["applicant"] = ""
        return cls(**{**values, "open": "1" if values["open"] else ""})

    @property
    def is_narrowed(self) -> bool:
        return any(asdict(self).values())

    @property
    def has_conditions(self) -> bool:
        """Whether more than a word narrows the result."""
        return any((self.category, self.event, self.applicant, self.department, self.open))

    def page_url(self, number: int) -> str:
        """The address, without a path, of page `number` of the same result."""
        given = {name: value for name, value in asdict(self).items() if value}
        return f"?{urlencode({**given, 'page': number})}"

    def find(self, moment: datetime, *, among: "QuerySet[ProcedurePage] | None" = None) -> "QuerySet[ProcedurePage]":
        found = matching(procedures() if among is None else among, self.q)
        if self.category:
            found = found.filter(category=self.category)
        if self.event:
            found = found.filter(life_events__contains=[self.event])
        if self.applicant:
            found = found.filter(**{APPLICANT_FIELDS[ProfileKind(self.applicant)]: True})
        if self.department:
            found = found.filter(department__code=self.department)
        if self.open:
            found = takes_applications(found, moment)
        return by_urgency(found, moment)
