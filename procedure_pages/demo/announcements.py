"""お知らせ of the demo."""

from django.utils import timezone

from ..models import AnnouncementIndexPage, AnnouncementPage
from .language import paragraphs, stream_data

NEWS = (
    (
        "demo-opened",
        "オンライン窓口のデモを公開しました",
        "申請から通知書の受け取りまでを試すことができます。制度、金額、連絡先は、説明のために作ったものです。",
    ),
    (
        "year-end",
        "年末年始の審査について",
        "12月29日から1月3日までは閉庁日です。申請はできますが、審査は開庁日に始まります。",
    ),
)


def announcement_index() -> AnnouncementIndexPage:
    """The list, not saved."""
    return AnnouncementIndexPage(title="お知らせ", slug="news")


def announcement_pages() -> list[AnnouncementPage]:
    """The announcements, not saved."""
    return [
        AnnouncementPage(
            title=title,
            slug=slug,
            published_on=timezone.localdate(),
            search_description=text,
            body=stream_data([paragraphs(f"<p>{text}</p>")], slug),
        )
        for slug, title, text in NEWS
    ]
