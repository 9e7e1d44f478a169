"""Questions that several procedures share."""

from .language import Block, ask, attach, choose, declare, note, step


def applicant_step() -> Block:
    """申請者: filled in from the profile."""
    fields = [
        note("登録されている利用者情報を入力しています。今回の手続に合わせて直すことができます。"),
        ask("text", "applicant_name", "氏名または法人名・事業者名", prefill="name"),
        ask(
            "kana",
            "applicant_kana",
            "氏名カナ",
            "事業者の方は、法人名・事業者名のカナを入力してください。",
            prefill="name_kana",
            required=False,
        ),
        ask("address", "applicant_address", "住所または所在地", prefill="address"),
        ask(
            "text",
            "representative_name",
            "代表者名",
            "事業者の方のみ入力してください。",
            prefill="representative_name",
            required=False,
        ),
        ask("text", "contact_department", "担当部署", prefill="department", required=False),
        ask(
            "text",
            "contact_name",
            "担当者名",
            "申請について、お電話でお答えいただける方のお名前です。",
            prefill="contact_name",
            required=False,
        ),
        ask("tel", "contact_phone", "連絡先電話番号", "日中に連絡がとれる番号を入力してください。", prefill="phone"),
        ask("email", "contact_email", "メールアドレス", prefill="email"),
    ]
    return step("申請者", fields)


def agent_step() -> Block:
    """代理: who files, if not the applicant."""
    capacities = [
        ("self", "本人（または自社の役員・従業員）"),
        ("legal", "法定代理人"),
        ("voluntary", "任意代理人"),
        ("scrivener", "行政書士"),
    ]
    fields = [
        choose("radio", "agent_capacity", "入力している方の立場", capacities),
        ask("text", "agent_name", "代理人の氏名", "代理人が申請する場合に入力してください。", required=False),
        ask("tel", "agent_phone", "代理人の電話番号", required=False),
        ask("code", "agent_registration", "行政書士登録番号", required=False, example="12345678"),
        attach("agent_authority", "委任状", "代理人が申請する場合に添付してください。", required=False),
    ]
    introduction = "官公署に提出する書類の作成を、報酬を得て業として行えるのは行政書士に限られます。"
    return step("代理人", fields, introduction)


def bank_step() -> Block:
    """口座: hidden from staff until they need it."""
    kinds = [("ordinary", "普通"), ("current", "当座")]
    fields = [
        note(
            "口座の名義は、申請者（法人の場合は法人名）と同じものに限ります。"
            "ゆうちょ銀行は、振込用の店名・預金種目・口座番号を入力してください。"
        ),
        ask("text", "bank_name", "金融機関名", example="まどぐち銀行"),
        ask("text", "bank_branch", "支店名", example="県庁前支店"),
        choose("radio", "bank_kind", "預金の種類", kinds),
        ask(
            "code",
            "bank_number",
            "口座番号",
            "7桁に満たないときは、先頭に0を付けてください。",
            sensitive=True,
            pattern="[0-9]{7}",
            pattern_hint="口座番号は7桁の数字で入力してください。",
            example="0123456",
        ),
        ask("kana", "bank_holder", "口座名義（カナ）", sensitive=True, example="ヤマダ　タロウ"),
        attach(
            "bank_book",
            "通帳の写し",
            "表紙と、見開き1ページ目（金融機関名、支店名、口座番号、名義がわかるページ）の写しです。",
            most=2,
            sensitive=True,
        ),
    ]
    return step("振込先の口座", fields)


def declarations_step(sentences: list[tuple[str, str]]) -> Block:
    fields = [declare(alias, sentence) for alias, sentence in sentences]
    return step("誓約・同意", fields, "内容をお読みになり、誓約・同意いただける場合はチェックを付けてください。")


NO_GANGS = (
    "declare_no_gang",
    "申請者およびその役員等は、暴力団員または暴力団密接関係者に該当しません。また、確認のため県が警察に照会することに同意します。",
)
TRUE_STATEMENT = ("declare_true", "入力した内容と添付した書類に、事実と異なるところはありません。")
