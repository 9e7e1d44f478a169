from allauth.account.stages import EmailVerificationStage
from django.http import HttpResponse


class ApplicantEmailStage(EmailVerificationStage):
    """Asks applicants to confirm their address at login; an administrator has vouched for that of staff."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        user = self.login.user
        if user is not None and user.has_perm("wagtailadmin.access_admin"):
            return None, True
        return super().handle()
