"""No. 1: 営業時間短縮協力金. Repeating shops with photos, an account, declarations, an approver."""

from ..language import (
    Procedure,
    answers,
    ask,
    attach,
    choose,
    demo_notice,
    heading,
    note,
    paragraphs,
    repeat,
    stages,
    step,
    title,
)
from ..parts import NO_GANGS, TRUE_STATEMENT, agent_step, applicant_step, bank_step, declarations_step

YES_NO = [("yes", "あり"), ("no", "なし")]
TRADES = [
    ("izakaya", "居酒屋"),
    ("restaurant", "レストラン・食堂"),
    ("cafe", "喫茶店・カフェ"),
    ("bar", "バー・スナック"),
    ("karaoke", "カラオケ店"),
    ("other", "その他"),
]
FORMULAS = [("sales", "売上高方式"), ("decrease", "売上高減少額方式")]

shop_columns = [
    ask("text", "shop_name", "店名", "営業許可証のとおりに入力してください。", max_length=100),
    ask("kana", "shop_kana", "店名カナ"),
    ask("address", "shop_address", "店舗の所在地"),
    ask("code", "permit_number", "営業許可番号", "営業許可証の右上にある番号です。", example="12-34567"),
    ask("date", "permit_expires", "営業許可の満了日", "要請期間の最終日まで有効な許可が必要です。"),
    choose("select", "trade", "業態", TRADES),
    ask("time", "usual_opens", "通常の開店時刻", example="11:00"),
    ask("time", "usual_closes", "通常の閉店時刻", "日付が変わった後は、25:00のように入力できます。", example="23:00"),
    ask("time", "short_opens", "時短営業中の開店時刻", example="11:00"),
    ask(
        "time",
        "short_closes",
        "時短営業中の閉店時刻",
        "休業した場合は、開店時刻と同じ時刻を入力してください。",
        example="20:00",
    ),
    choose("radio", "serves_alcohol", "通常営業での酒類の提供", YES_NO),
    ask(
        "code",
        "sticker_number",
        "ゴールドステッカーの認証番号",
        "認証を受けている場合に入力してください。",
        required=False,
    ),
    ask("date", "started_on", "時短営業の開始日"),
    ask("date", "ended_on", "時短営業の終了日"),
    ask("integer", "days", "対象日数", "定休日を除いた、時短営業または休業をした日数です。", min=1, max=60, unit="日"),
    choose("radio", "formula", "日額の算定方式", FORMULAS),
    ask(
        "money",
        "sales_before",
        "前年同期の売上高（税抜）",
        "消費税と地方消費税を除いた、飲食部門の売上高です。税込の金額では審査できません。",
    ),
    ask("money", "daily_amount", "1日当たりの支給額", "算定シートで計算した金額です。", max=200_000),
    attach("permit_copy", "営業許可証の写し", "許可の満了日まで読み取れるものを添付してください。"),
    attach("photo_outside", "店舗の外観の写真", "店名の看板が写っているもの。", most=3, extensions=["jpg", "png"]),
    attach(
        "photo_notice",
        "時短営業を知らせる掲示の写真",
        "店頭の貼り紙など、期間と時刻が読めるもの。",
        most=3,
        extensions=["jpg", "png"],
    ),
    attach(
        "ledger",
        "売上台帳の写し",
        "売上高方式または売上高減少額方式で下限額を超える場合に添付してください。",
        most=5,
        required=False,
    ),
]

PROCEDURE = Procedure(
    slug="cooperation-money-11",
    title="営業時間短縮協力金の支給申請（第11期）",
    department="kyoryokukin",
    opened_days_ago=20,
    closes_in_days=90,
    values={
        "summary": "県の要請に応じて営業時間を短縮した飲食店等に、店舗ごとの協力金を支給します。",
        "category": "support",
        "keywords": "時短 飲食店 給付金 支援金 コロナ 協力金 居酒屋 レストラン",
        "eligibility": (
            "<ul><li>要請の区域内で、食品衛生法の営業許可を受けた飲食店等を運営している個人事業主または法人</li>"
            "<li>要請期間の全期間、営業時間の短縮（休業を含む）に協力したこと</li>"
            "<li>暴力団員または暴力団密接関係者に該当しないこと</li></ul>"
        ),
        "kind": "application",
        "for_individuals": True,
        "for_businesses": True,
        "fee": "無料",
        "processing_days": 30,
        "identity_note": "本人確認書類の画像（運転免許証、マイナンバーカードの表面など）を添付していただきます。",
        "purpose": "営業時間短縮協力金の審査、支給決定、振込、支給要件の調査、および受給状況の統計のために利用します。",
        "criteria": (
            "<p>次のすべてに当てはまるときに支給します。</p><ol><li>要請期間を通じて有効な営業許可があること</li>"
            "<li>通常の営業時間が、要請された時刻を超えていたこと</li><li>要請された時刻までに営業を終えたことが写真で確認できること</li></ol>"
        ),
        "paper": (
            "<p>郵送でも申請できます。申請書は、県庁本館1階の情報プラザと各市町村の窓口で配布しています。"
            "書類を入れた封筒に「協力金申請書在中」と書き、簡易書留などでお送りください（締切日の消印有効）。</p>"
        ),
        "has_approval": True,
        "issuer": "マドグチ県知事",
        "granted_title": "営業時間短縮協力金支給決定通知書",
        "granted_text": "申請のあった営業時間短縮協力金について、下記のとおり支給することに決定しましたので通知します。"
        "協力金は、決定の日からおおむね2週間以内に、申請のあった口座に振り込みます。",
        "refused_title": "営業時間短縮協力金不支給決定通知書",
        "is_not_disposition": True,
    },
    guidance=[
        demo_notice(),
        title("協力金の額"),
        paragraphs(
            "<p>店舗ごとに「1日当たりの支給額 × 対象日数」で計算します。1日当たりの支給額は、"
            "前年同期の売上高（税抜）に応じて25,000円から100,000円、売上高減少額方式では上限200,000円です。</p>"
        ),
        title("支給までの流れ"),
        stages(
            [
                ("オンラインで申請", "入力の途中で保存し、後から続けることができます。"),
                ("審査", "書類が足りないときは、直していただきたい項目をマイページとメールでお知らせします。"),
                ("支給の決定", "結果の通知書は、マイページで受け取れます。"),
                ("振込", "支給決定の後、おおむね2週間以内に振り込みます。"),
            ]
        ),
        title("よくある質問"),
        answers(
            [
                (
                    "店舗が2つ以上あります。店舗ごとに申請しますか。",
                    "1回の申請で、すべての店舗を入力してください。「店舗を追加」で増やせます。",
                ),
                ("売上高は税込ですか、税抜ですか。", "税抜です。税込の金額が最も多い間違いですので、ご注意ください。"),
                (
                    "前の期に支給を受けました。書類は同じものが要りますか。",
                    "写真と営業許可証は、今回の期間のものが必要です。",
                ),
            ]
        ),
    ],
    steps=[
        applicant_step(),
        agent_step(),
        step(
            "店舗と協力の内容",
            [
                choose(
                    "radio",
                    "applied_before",
                    "これまでの申請",
                    [("first", "今回が初めて"), ("again", "過去の期に支給を受けた")],
                ),
                ask(
                    "code",
                    "earlier_number",
                    "前回の受付番号",
                    "過去の期に支給を受けた方は入力してください。",
                    required=False,
                ),
                repeat("shops", "店舗", shop_columns, "申請する店舗を、1店舗ずつ入力してください。", most=20),
                heading("支給申請額"),
                ask(
                    "money",
                    "amount",
                    "支給申請額の合計",
                    "店舗ごとの「1日当たりの支給額 × 対象日数」の合計です。",
                    min=1,
                ),
            ],
        ),
        bank_step(),
        step(
            "本人確認書類",
            [
                note(
                    "マイナンバー（個人番号）が写っている場合は、見えないように隠してから添付してください。",
                    "ご注意ください",
                ),
                attach(
                    "identity",
                    "本人確認書類の写し",
                    "個人事業主はご本人、法人は代表者のもの。運転免許証は両面、マイナンバーカードは表面のみ。",
                    most=2,
                    sensitive=True,
                ),
            ],
        ),
        declarations_step(
            [
                TRUE_STATEMENT,
                NO_GANGS,
                ("declare_refund", "虚偽が判明した場合や要件を満たさないことが分かった場合は、協力金を返還します。"),
                ("declare_survey", "県が行う調査や、関係機関への照会に協力します。"),
            ]
        ),
    ],
)
