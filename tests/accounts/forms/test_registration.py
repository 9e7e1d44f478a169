from datetime import date

import pytest
from django.utils.translation import override

from accounts.forms.registration import BusinessForm, IndividualForm, RegistrationForm
from tests.accounts.typed import BUSINESS, INDIVIDUAL
from tests.factories.accounts import TermsVersionFactory, UserFactory

pytestmark = pytest.mark.django_db

REQUIRED = {"name", "name_kana", "birth_date", "phone", "email"}
OPTIONAL = {"sex", "postal_code", "address"}
REQUIRED_OF_BUSINESS = {"name", "contact_name", "phone", "email"}
OPTIONAL_OF_BUSINESS = {
    "postal_code",
    "address",
    "representative_name",
    "representative_kana",
    "department",
    "contact_birth_date",
}
CASES = [
    *((IndividualForm, INDIVIDUAL, item, True) for item in sorted(REQUIRED)),
    *((IndividualForm, INDIVIDUAL, item, False) for item in sorted(OPTIONAL)),
    *((BusinessForm, BUSINESS, item, True) for item in sorted(REQUIRED_OF_BUSINESS)),
    *((BusinessForm, BUSINESS, item, False) for item in sorted(OPTIONAL_OF_BUSINESS)),
]


@pytest.mark.parametrize(("form_class", "typed", "item", "is_required"), CASES)
def test_item_is_required_as_the_customer_marked_it(
    form_class: type[RegistrationForm], typed: dict[str, str], item: str, is_required: bool
) -> None:
    left_out = {key: "" if key == item or key.startswith(f"{item}-") else value for key, value in typed.items()}
    form = form_class(left_out)
    assert form.fields[item].required is is_required
    assert list(form.errors) == ([item] if is_required else [])


def test_forms_ask_exactly_the_items_of_the_customer_in_order() -> None:
    labels = [str(box.label) for box in IndividualForm().profile_boxes]
    assert labels == ["氏名", "氏名カナ", "性別", "生年月日", "郵便番号", "住所", "電話番号", "メールアドレス"]
    labels = [str(box.label) for box in BusinessForm().profile_boxes]
    assert labels == [
        "法人名／事業者名",
        "郵便番号",
        "所在地",
        "代表者名",
        "代表者名カナ",
        "担当部署",
        "担当者名",
        "担当者生年月日",
        "連絡先電話番号",
        "メールアドレス",
    ]


def test_widths_and_eras_are_converted_and_names_kept_as_typed() -> None:
    form = IndividualForm(INDIVIDUAL)
    assert form.errors == {}
    cleaned = form.cleaned_data
    assert cleaned["name"] == "髙橋　太郎"
    assert cleaned["name_kana"] == "タカハシ　タロウ"
    assert cleaned["birth_date"] == date(1980, 4, 1)
    assert (cleaned["phone"], cleaned["email"]) == ("06-1234-5678", "taro@example.jp")
    assert BusinessForm(BUSINESS).errors == {}


@pytest.mark.parametrize(
    ("changes", "item", "sentence"),
    [
        ({"name": " "}, "name", "「氏名」を入力してください。"),
        ({"name_kana": "髙橋"}, "name_kana", "カタカナで入力してください。例：ヤマダ　ハナコ"),
        ({"birth_date-day": "31"}, "birth_date", "実在する日付を入力してください。例：2026年4月1日"),
        ({"postal_code": "123"}, "postal_code", "郵便番号を7桁で入力してください。例：540-8570"),
        ({"address-city": "市"}, "address", "都道府県、市区町村、町名・番地を入力してください。"),
        ({"phone": "123"}, "phone", "電話番号を10桁または11桁で入力してください。例：06-1234-5678"),
        ({"email": "taro"}, "email", "メールアドレスを「name@example.jp」のように入力してください。"),
        ({"username": "太郎たろう"}, "username", "ログインIDは、英字・数字・記号（. _ -）で入力してください。"),
        ({"username": "abc"}, "username", "4文字以上で入力してください。入力された文字数は3文字です。"),
        ({"password1": "short"}, "password1", "このパスワードは短すぎます。最低 10 文字以上必要です。"),
        ({"password1": "1234567890"}, "password1", "このパスワードは一般的すぎます。"),
    ],
)
def test_mistake_is_told_in_one_japanese_sentence(changes: dict[str, str], item: str, sentence: str) -> None:
    with override("ja"):
        errors = IndividualForm({**INDIVIDUAL, **changes}).errors
    assert list(errors) == [item]
    assert errors[item][0] == sentence


def test_login_id_in_use_is_refused_whatever_its_capitals() -> None:
    UserFactory(username="taro-takahashi")
    form = IndividualForm({**INDIVIDUAL, "username": "Ｔaro-TAKAHASHI"})
    assert form.errors == {"username": ["このログインIDは、すでに使われています。別のログインIDを入力してください。"]}


def test_birth_date_in_the_future_is_refused() -> None:
    form = IndividualForm({**INDIVIDUAL, "birth_date-year": "2099"})
    assert list(form.errors) == ["birth_date"]


def test_consent_must_be_ticked_and_is_not_ticked_beforehand() -> None:
    terms = TermsVersionFactory()
    form = IndividualForm({**INDIVIDUAL, "terms": str(terms.number)})
    assert form.errors == {"agreed": ["利用規約をお読みになり、同意する場合はチェックを入れてください。"]}
    assert "checked" not in str(IndividualForm()["agreed"])
    assert IndividualForm({**INDIVIDUAL, "terms": str(terms.number), "agreed": "on"}).errors == {}


def test_consent_to_other_terms_than_those_in_force_does_not_count() -> None:
    shown, _current = TermsVersionFactory(), TermsVersionFactory()
    form = IndividualForm({**INDIVIDUAL, "terms": str(shown.number), "agreed": "on"})
    assert list(form.errors) == ["agreed"]
    assert "checked" not in str(form["agreed"])
