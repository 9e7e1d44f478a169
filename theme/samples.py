"""Invented content for the style page: every component in each of its states."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import HttpRequest

ARRIVAL = datetime(2026, 11, 23, 5, 3, 5, tzinfo=UTC)
LONG_NAME = "店舗の外観写真_2026年4月撮影_正面入口と看板が写ったもの.jpg"
FILES = [
    {"id": "a1", "name": "営業許可証.pdf", "size_text": "1.2MB", "url": "#file", "state_text": "確認済み"},
    {
        "id": "a2",
        "name": LONG_NAME,
        "size_text": "3.4MB",
        "state_text": "確認中",
    },
]


class SampleParts(forms.Widget):
    template_name = "theme/widgets/parts.html"
    use_fieldset = True

    def __init__(self, layout: str, parts: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.layout, self.parts = layout, parts

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        html_id = context["widget"]["attrs"]["id"]
        context["widget"]["layout"] = self.layout
        context["widget"]["parts"] = [
            {"name": f"{name}-{key}", "id": f"{html_id}-{key}" if i else html_id, "label": label, "width": width}
            for i, (key, label, width) in enumerate(self.parts)
        ]
        return context


class SampleFiles(forms.FileInput):
    template_name = "theme/widgets/file.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rules = "PDF・JPEG・PNG、1ファイル10MB（10,485,760バイト）まで、3件まで"
        context["widget"] |= {"rules": rules, "accept": ".pdf,.jpg,.png", "files": FILES}
        return context


class SampleForm(forms.Form):
    name = forms.CharField(
        label="氏名",
        help_text="姓と名の間に空白を入れてください。例：山田　太郎",
        widget=forms.TextInput({"class": "width-l"}),
    )
    kana = forms.CharField(label="氏名カナ", required=False)
    telephone = forms.CharField(label="電話番号", widget=forms.TextInput({"type": "tel"}))
    birth = forms.CharField(
        label="生年月日",
        help_text="例：1985年4月1日、昭和60年4月1日",
        widget=SampleParts("row", [("year", "年", "s"), ("month", "月", "xs"), ("day", "日", "xs")]),
    )
    address = forms.CharField(
        label="住所",
        widget=SampleParts(
            "stack",
            [
                ("code", "郵便番号", "s"),
                ("pref", "都道府県", "m"),
                ("city", "市区町村", "l"),
                ("street", "町名・番地", "xl"),
            ],
        ),
    )
    kind = forms.ChoiceField(
        label="申請者の区分",
        choices=[("i", "個人"), ("b", "事業者（法人）"), ("o", "その他の団体")],
        widget=forms.RadioSelect,
    )
    delivery = forms.ChoiceField(
        label="通知の受取方法",
        choices=[("e", "オンラインで受け取る"), ("p", "郵送で受け取る")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="営業の種類",
        required=False,
        help_text="あてはまるものをすべて選んでください。",
        choices=[("r", "飲食店"), ("k", "喫茶店"), ("s", "菓子製造業")],
        widget=forms.CheckboxSelectMultiple,
    )
    area = forms.ChoiceField(label="所在地の区域", choices=[("", "選択してください"), ("n", "北部"), ("s", "南部")])
    reason = forms.CharField(label="申請の理由", help_text="400文字以内", widget=forms.Textarea)
    papers = forms.FileField(label="添付書類", widget=SampleFiles)
    fixed = forms.CharField(label="到達番号", disabled=True, initial="1234-5678-9012", required=False)
    agree = forms.BooleanField(label="申請の内容が事実と相違ないことを誓約します。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kind", "delivery", "topics"):
            self.fields[name].widget.template_name = "theme/widgets/choices.html"
        self.fields["delivery"].widget.attrs["class"] = "choices--boxed"


def sample_page(request: HttpRequest) -> dict[str, object]:
    """The context of the style page; ``?errors`` shows the form as it comes back."""
    has_errors = "errors" in request.GET
    return {
        "form": SampleForm({"kind": "b", "agree": ""}, prefix="sample") if has_errors else SampleForm(prefix="sample"),
        "has_errors": has_errors,
        "arrival": ARRIVAL,
        "files": FILES,
        "steps": sample_steps(),
        "states": sample_states(),
        "events": sample_events(),
        "pairs": [
            ("氏名", "山田　太郎"),
            ("生年月日", "1985年4月1日（昭和60年4月1日）"),
            ("住所", "〒000-0000\n見本県見本市中央1丁目2番3号"),
        ],
        "head": ["手続", "到達番号", "状況", "更新日"],
        "rows": [
            ["営業時間短縮協力金の申請", "1234-5678-9012", "審査中", "2026年11月23日"],
            ["行政文書の公開請求", "2345-6789-0123", "補正依頼中", "2026年11月20日"],
        ],
        "meta": [("担当", "産業振興課"), ("標準処理期間", "30日"), ("受付期限", "2026年12月25日（金）")],
    }


def sample_steps() -> list[dict[str, str]]:
    return [
        {"title": "申請者の情報", "state": "done", "name": "go", "value": "1"},
        {"title": "店舗の情報", "state": "error", "name": "go", "value": "2"},
        {"title": "協力金の振込先", "state": "current", "name": "go", "value": "3"},
        {"title": "添付書類", "state": "todo", "name": "go", "value": "4"},
        {"title": "内容の確認", "state": "todo", "url": "#confirm"},
    ]


def sample_states() -> list[tuple[str, str]]:
    return [
        ("draft", "下書き"),
        ("arrived", "受付待ち"),
        ("in_review", "審査中"),
        ("correction_requested", "補正依頼中"),
        ("granted", "交付決定"),
        ("refused", "不交付決定"),
        ("returned", "返戻"),
        ("withdrawn", "取下げ"),
    ]


def sample_events() -> list[dict[str, str]]:
    return [
        {"when": "2026年11月23日（月）14時03分05秒", "title": "申請が届きました", "kind": "success"},
        {
            "when": "2026年11月26日（木）10時20分",
            "title": "補正のお願い",
            "text": "振込先の口座番号をご確認ください。",
            "kind": "warning",
            "url": "#correct",
            "url_label": "補正する",
        },
        {"when": "今後", "title": "審査の結果をお知らせします", "kind": "quiet"},
    ]
