"""No. 2: ゴールドステッカー. One restaurant, a checklist with photos, a visit."""

from ..language import (
    Block,
    Procedure,
    answers,
    ask,
    attach,
    choose,
    demo_notice,
    documents,
    guide,
    heading,
    note,
    stages,
    step,
    title,
)
from ..parts import NO_GANGS, TRUE_STATEMENT, applicant_step, declarations_step

TRADES = [
    ("izakaya", "居酒屋"),
    ("restaurant", "レストラン・食堂"),
    ("cafe", "喫茶店・カフェ"),
    ("bar", "バー・スナック"),
    ("banquet", "宴会場・ホテルのレストラン"),
    ("other", "その他"),
]
DONE = [("done", "実施している"), ("not_applicable", "該当しない")]
HOURS = [
    ("morning", "午前（10時から12時）"),
    ("afternoon", "午後（13時から15時）"),
    ("evening", "夕方（15時から17時）"),
]
SHOWN = [("name", "施設名"), ("address", "所在地"), ("phone", "電話番号")]
PHOTOS = ["jpg", "png"]

CHECKS: list[tuple[str, str, str]] = [
    (
        "partition",
        "同じテーブルの席の間にアクリル板などを置くか、座席を1メートル以上離している",
        "テーブルと座席の配置がわかる写真",
    ),
    ("tables", "テーブルとテーブルの間に1メートル以上の間隔をとるか、パーティションを置いている", "店内全体の写真"),
    ("disinfection", "入口に手指の消毒液を置き、来店時の消毒をお願いしている", "入口の消毒液の写真"),
    ("temperature", "来店時に体温を測り、発熱がある方の入店をお断りしている", ""),
    ("mask_guests", "食事のとき以外のマスクの着用を、掲示などでお願いしている", "掲示の写真"),
    ("mask_staff", "従業員がマスクを着用している", ""),
    ("ventilation", "換気設備または窓の開放により、必要な換気量を確保している", "換気設備または窓の写真"),
    ("co2", "CO2センサーを設置し、1,000ppm以下を目安に換気している", "CO2センサーの設置場所の写真"),
    ("cash", "会計のときにコイントレーまたは非接触の決済を使っている", "会計場所の写真"),
    ("buffet", "料理は個別に提供するか、取り分けを従業員が行っている", ""),
    ("toilet", "トイレの清掃と消毒を、1日に複数回行っている", "トイレの清掃記録の写真"),
    ("surfaces", "テーブル、いす、メニューなどを、客の入れ替わりごとに消毒している", ""),
    ("waste", "ごみを密封して捨て、回収する人が手袋とマスクを着用している", ""),
    ("health", "従業員の体調を毎日確認し、記録している", "体調の記録の写真（個人名は隠してください）"),
    ("crowding", "混雑するときに入店を制限している", ""),
]


def _checklist() -> list[Block]:
    """Each check, followed by its photo if it needs one."""
    fields: list[Block] = [
        note("各項目について、実施しているかどうかを選んでください。「該当しない」を選んだ項目の写真は不要です。")
    ]
    for alias, sentence, photo in CHECKS:
        fields.append(choose("radio", f"check_{alias}", sentence, DONE))
        if photo:
            fields.append(attach(f"photo_{alias}", photo, most=2, extensions=PHOTOS, required=False))
    return fields


PROCEDURE = Procedure(
    slug="gold-sticker",
    title="感染防止認証ゴールドステッカーの交付申請",
    department="ninsho",
    values={
        "summary": "感染防止対策の基準を満たす飲食店を県が認証し、ゴールドステッカーを交付します。申請は店舗ごとです。",
        "category": "food",
        "keywords": "認証 飲食店 コロナ 感染対策 アクリル板 CO2 居酒屋 レストラン",
        "eligibility": (
            "<ul><li>食品衛生法の飲食店営業または喫茶店営業の許可を受け、店内で飲食する設備がある店舗</li></ul>"
            "<p>持ち帰り・宅配の専門店は対象になりません。フードコートの店舗は書面で申請してください。</p>"
        ),
        "kind": "application",
        "fee": "無料",
        "processing_days": 20,
        "identity_note": "不要です。",
        "purpose": (
            "ゴールドステッカーの認証の審査、現地確認の連絡、ステッカーの送付、および認証店舗の公表（同意のある項目に限ります）のために利用します。"
            ""
        ),
        "criteria": (
            "<p>確認項目のうち該当するものをすべて実施していることを、書類と現地で確認します。"
            "認証の有効期間は1年です。</p>"
        ),
        "paper": "<p>申請書を郵送していただくこともできます。申請書は認証担当の窓口で配布しています。</p>",
        "issuer": "マドグチ県知事",
        "granted_title": "感染防止認証書",
        "granted_text": (
            "申請のあった施設について、感染防止対策の基準を満たすものと認め、下記のとおり認証します。"
            "有効期間は、認証の日から1年間です。"
        ),
        "refused_title": "感染防止認証をしない旨の通知書",
        "redress": (
            "この決定に不服があるときは、この決定があったことを知った日の翌日から起算して3か月以内に、マドグチ県知事に対して審査請求を"
            "することができます（決定の日の翌日から起算して1年を経過したときは、することができません）。\n"
            "また、この決定の取消しを求める訴えは、この決定があったことを知った日の翌日から起算して6か月以内に、マドグチ県を被告として"
            "（訴訟において県を代表する者は知事となります。）提起することができます（決定の日の翌日から起算して1年を経過したときは、"
            "提起することができません）。審査請求をした場合は、その裁決があったことを知った日の翌日から起算して6か月以内に提起することができます。"
        ),
    },
    guidance=[
        demo_notice(),
        title("認証を受けるまでの流れ"),
        stages(
            [
                ("オンラインで申請", "15の確認項目に答え、写真を添付します。"),
                ("書類審査", "写真などを確認します。足りないものがあれば、マイページとメールでお知らせします。"),
                ("現地確認", "希望の日時をもとに、確認員が店舗に伺います。20分ほどかかります。"),
                ("認証・ステッカーの送付", "認証書はマイページで受け取れます。ステッカーは郵送します。"),
            ]
        ),
        title("お手元に用意するもの"),
        documents(
            [
                ("営業許可証", "許可番号と満了日を入力します。"),
                ("リーダー研修の修了番号", "コロナ対策リーダーの研修を修了した方の番号です。"),
            ]
        ),
        guide(
            "callout",
            tone="info",
            title="写真は後から追加できます",
            text="<p>入力の途中で保存されます。お店で撮影してから、スマートフォンで続きを入力することもできます。</p>",
        ),
        title("よくある質問"),
        answers(
            [
                ("2店舗を運営しています。", "店舗ごとに申請してください。"),
                ("CO2センサーがありません。", "県の貸出制度を利用できます。貸出の申込み後に申請してください。"),
                ("認証の期限が近づいています。", "期限の2か月前から、新しく申請できます。"),
            ]
        ),
    ],
    steps=[
        applicant_step(),
        step(
            "施設",
            [
                ask("text", "facility_name", "施設名", "ステッカーに印字する店名です。", max_length=60),
                ask("kana", "facility_kana", "施設名カナ"),
                ask("address", "facility_address", "施設の所在地"),
                ask("tel", "facility_phone", "施設の電話番号"),
                ask("code", "permit_number", "営業許可番号", example="12-34567"),
                ask("date", "permit_expires", "営業許可の満了日"),
                choose("select", "trade", "業態", TRADES),
                ask("integer", "seats", "客席数", min=1, max=3000, unit="席"),
            ],
        ),
        step(
            "コロナ対策リーダー",
            [
                ask("text", "leader_name", "リーダーの氏名"),
                ask(
                    "code",
                    "leader_number",
                    "リーダー研修の修了番号",
                    "修了証に書かれた8桁の番号です。",
                    pattern="[0-9]{8}",
                    pattern_hint="修了番号は8桁の数字で入力してください。",
                    example="20210616",
                ),
            ],
        ),
        step("確認項目", _checklist()),
        step(
            "CO2濃度",
            [
                ask(
                    "integer",
                    "co2_ppm",
                    "CO2濃度の測定値",
                    "客席がおおむね満席のときの値を入力してください。",
                    min=300,
                    max=5000,
                    unit="ppm",
                )
            ],
        ),
        step(
            "現地確認とステッカーの送付先",
            [
                heading("現地確認の希望日"),
                ask("date", "visit_first", "第1希望日", "申請の日から10日後以降の平日を入力してください。"),
                ask("date", "visit_second", "第2希望日"),
                ask("date", "visit_third", "第3希望日"),
                choose("checkboxes", "visit_hours", "希望する時間帯", HOURS, "あてはまるものをすべて選んでください。"),
                heading("ステッカーの送付先"),
                ask("address", "delivery_address", "送付先", prefill="address"),
            ],
        ),
        step(
            "公表",
            [
                choose(
                    "radio",
                    "publish",
                    "認証店舗としてホームページで公表することに",
                    [("yes", "同意する"), ("no", "同意しない")],
                ),
                choose("checkboxes", "published_items", "公表してよい項目", SHOWN, required=False),
            ],
        ),
        declarations_step(
            [
                TRUE_STATEMENT,
                NO_GANGS,
                ("declare_keep", "認証を受けた後も、確認項目の対策を続けます。"),
                ("declare_visit", "県の職員または県が委託した者による現地確認に協力します。"),
            ]
        ),
    ],
)
