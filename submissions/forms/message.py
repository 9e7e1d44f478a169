from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

CHARACTERS_AT_MOST = 5_000
ACCEPT = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.xlsx,.docx"


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files, in the order in which they were chosen; whether they will do is for the action to say."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        return [file for file in data or () if file]


class MessageForm(forms.Form):
    """Both sides write with it. `key` makes a second click on the button the same message."""

    body = forms.CharField(
        label=_("Message"),
        max_length=CHARACTERS_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write your message first.")},
    )
    attached = ManyFilesField(
        label=_("Files"),
        help_text=_("PDF, JPEG, PNG, HEIC, Excel (xlsx) and Word (docx). Up to 10 MB each, up to 5 files."),
        widget=ManyFilesInput(attrs={"accept": ACCEPT}),
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
