"""The pages around the procedures: contact, how to use the portal."""

from wagtail.models import Page

from ..models import ContactField, ContactPage, InformationPage
from .accessibility import accessibility_page
from .help_pages import feedback_page, help_page
from .language import answers, stages, stream_data, title

QUESTIONS = (
    ("お名前", "singleline", True, "", ""),
    ("メールアドレス", "email", True, "返信先のメールアドレスを入力してください。", ""),
    (
        "お問い合わせの種類",
        "dropdown",
        True,
        "",
        "操作方法について\n手続の内容について\nシステムの不具合について\nその他",
    ),
    ("到達番号", "singleline", False, "すでに申請した手続についてのお問い合わせの場合に入力してください。", ""),
    ("お問い合わせの内容", "multiline", True, "口座番号やパスワードは入力しないでください。", ""),
)


def contact_page() -> ContactPage:
    page = ContactPage(
        title="お問い合わせ",
        slug="contact",
        introduction="<p>操作方法や手続についてのご質問をお送りください。3開庁日以内を目安に、メールでお返事します。"
        "手続の内容は、各手続のページにある担当の電話番号でもお答えしています。</p>",
        thanks="<p>お問い合わせありがとうございます。3開庁日以内を目安に、メールでお返事します。</p>",
        to_address="madoguchi@example.jp",
        from_address="madoguchi@example.jp",
        subject="オンライン窓口へのお問い合わせ",
    )
    page.form_fields = [
        ContactField(label=label, field_type=kind, required=required, help_text=hint, choices=choices, sort_order=order)
        for order, (label, kind, required, hint, choices) in enumerate(QUESTIONS)
    ]
    return page


def guide_page() -> InformationPage:
    body = [
        title("申請の流れ"),
        stages(
            [
                (
                    "手続を探す",
                    "手続一覧で、キーワードや分野から探します。ログインしなくても、必要なものと質問をすべて確認できます。",
                ),
                ("利用者登録をする", "個人または事業者として登録します。メールアドレスが必要です。"),
                ("入力して送る", "入力の途中で自動で保存します。確認画面で内容を確かめてから送信します。"),
                (
                    "審査の状況を見る",
                    "マイページで確認できます。直していただきたいところがあれば、メールでお知らせします。",
                ),
                ("通知書を受け取る", "結果の通知書は、マイページで受け取れます。"),
            ]
        ),
        title("よくある質問"),
        answers(
            [
                (
                    "途中で閉じても大丈夫ですか。",
                    "大丈夫です。マイページの「下書き」から続けられます。別の機器からも続けられます。",
                ),
                ("印鑑は必要ですか。", "必要ありません。"),
                (
                    "オンラインで申請したくありません。",
                    "書面でも申請できます。各手続のページの「このシステムを使わない場合」をご覧ください。",
                ),
            ]
        ),
    ]
    page = _information("ご利用の流れ", "guide", body, "手続を探すところから、通知書を受け取るまでをご案内します。")
    page.show_in_menus = True
    return page


def information_pages() -> list[Page]:
    """All that stand below the first page, not saved."""
    return [guide_page(), help_page(), accessibility_page(), contact_page(), feedback_page()]


def _information(words: str, slug: str, body: list[dict[str, object]], summary: str) -> InformationPage:
    return InformationPage(title=words, slug=slug, summary=summary, body=stream_data(body, slug))
