from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .colours import HEXADECIMAL, LEAST_CONTRAST, WHITE, contrast, rgb


def validate_brand_colour(value: str) -> None:
    """White text on the colour, and text in it on white, must be readable."""
    if not HEXADECIMAL.fullmatch(value):
        raise ValidationError(_("Enter the colour as # and six digits or letters, for example #0017c1."))
    ratio = contrast(rgb(value), WHITE)
    if ratio < LEAST_CONTRAST:
        raise ValidationError(
            _(
                "White text cannot be read well on this colour: its contrast is %(ratio)s to 1, and at least 4.5 to 1"
                " is needed. Choose a darker colour."
            )
            % {"ratio": f"{int(ratio * 100) / 100:.2f}"}
        )
