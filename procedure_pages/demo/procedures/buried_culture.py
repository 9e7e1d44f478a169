"""No. 16: 周知の埋蔵文化財包蔵地 土木工事届. A notification: it is received, not granted."""

from ..language import (
    Procedure,
    answers,
    ask,
    attach,
    choose,
    demo_notice,
    heading,
    paragraphs,
    stages,
    step,
    title,
)
from ..parts import TRUE_STATEMENT, agent_step, applicant_step, declarations_step

PURPOSES = [
    ("house", "個人住宅"),
    ("housing", "集合住宅・分譲住宅"),
    ("factory", "工場・倉庫"),
    ("shop", "店舗・事務所"),
    ("road", "道路"),
    ("utilities", "ガス・水道・電気等"),
    ("land", "宅地造成・土地区画整理"),
    ("farm", "農業関連"),
    ("other", "その他の開発"),
]
STATES = [("housing", "宅地"), ("farmland", "田・畑"), ("forest", "山林"), ("road", "道路"), ("other", "その他")]
DRAWINGS = ["pdf", "jpg", "png"]

PROCEDURE = Procedure(
    slug="buried-cultural-property",
    title="周知の埋蔵文化財包蔵地における土木工事等の届出",
    department="bunkazai",
    values={
        "summary": "遺跡として知られている土地で土木工事をするときの、文化財保護法第93条による届出です。",
        "category": "culture",
        "keywords": "遺跡 発掘 文化財保護法 93条 工事 掘削 埋蔵文化財 包蔵地 建築",
        "eligibility": (
            "<p>周知の埋蔵文化財包蔵地で土木工事等をしようとする方（事業主）。"
            "国の機関や地方公共団体が行う工事は、通知の手続になります。</p>"
        ),
        "kind": "notification",
        "fee": "無料",
        "processing_days": 30,
        "identity_note": "不要です。",
        "purpose": "届出の内容の確認、埋蔵文化財の保護のために必要な指示、および発掘調査等の調整のために利用します。",
        "criteria": (
            "<p>届出の様式と添付図面に不備がなければ受理し、工事の内容に応じて「発掘調査」「工事立会」「慎重工事」のいずれかを指示します。"
            "</p>"
        ),
        "paper": "<p>工事をする場所の市町村教育委員会の窓口でも提出できます。届出書2部と図面をお持ちください。</p>",
        "issuer": "マドグチ県教育委員会教育長",
        "accepted_title": "埋蔵文化財に係る土木工事等の届出の受理について（通知）",
    },
    guidance=[
        demo_notice(),
        title("いつまでに届け出るか"),
        paragraphs(
            "<p>工事に着手する日の<b>60日前</b>までに届け出てください。工事の場所が包蔵地かどうかは、市町村教育委員会で確認できます。"
            "政令指定都市の区域は、その市が窓口です。</p>"
        ),
        title("届出の後の流れ"),
        stages(
            [
                ("届出", "届出が県に届いた時点で、到達番号と到達日時をお知らせします。"),
                ("内容の確認", "図面などに不足があるときは、マイページとメールで補正をお願いします。"),
                ("受理と指示", "受理の通知と、工事にあたっての指示をマイページで受け取れます。"),
            ]
        ),
        title("よくある質問"),
        answers(
            [
                (
                    "個人の住宅でも届出が必要ですか。",
                    "必要です。規模や目的にかかわらず、土を掘る工事は届け出てください。",
                ),
                (
                    "60日前を過ぎてしまいました。",
                    "届出書に遅れた理由を入力し、すぐに届け出てください。着手の前に文化財保護担当へご相談ください。",
                ),
            ]
        ),
    ],
    steps=[
        applicant_step(),
        agent_step(),
        step(
            "工事をする土地",
            [
                ask("address", "site_address", "工事の場所", "地番まで入力してください。"),
                ask("text", "site_name", "遺跡（包蔵地）の名称", example="大手前遺跡"),
                choose("select", "land_state", "土地の現況", STATES),
                ask("integer", "site_area", "工事の対象面積", min=1, unit="平方メートル"),
                ask("text", "land_owner", "土地所有者の氏名または名称"),
            ],
        ),
        step(
            "工事の内容",
            [
                choose("select", "work_purpose", "工事の目的", PURPOSES),
                ask(
                    "textarea",
                    "work_outline",
                    "工事の概要",
                    "建物の構造、階数、基礎の形式などを入力してください。",
                    max_length=1000,
                ),
                ask("integer", "dig_area", "掘削する面積", min=1, unit="平方メートル"),
                ask(
                    "integer",
                    "dig_depth",
                    "最も深い掘削の深さ",
                    "現在の地表面からの深さです。",
                    min=1,
                    max=10_000,
                    unit="センチメートル",
                ),
                heading("工事の期間"),
                ask("date", "starts_on", "着手予定日", "届出の日から60日以上先の日を入力してください。"),
                ask("date", "ends_on", "完了予定日"),
                ask(
                    "textarea",
                    "late_reason",
                    "60日前までに届け出られなかった理由",
                    "着手予定日まで60日ない場合に入力してください。",
                    max_length=500,
                    required=False,
                ),
                heading("施工者"),
                ask(
                    "text",
                    "builder_name",
                    "施工責任者の氏名または名称",
                    "決まっていないときは「未定」と入力してください。",
                ),
                ask("tel", "builder_phone", "施工責任者の電話番号", required=False),
            ],
        ),
        step(
            "図面",
            [
                attach(
                    "map", "位置図", "縮尺2,500分の1程度の地図に、工事の場所を示したもの。", most=2, extensions=DRAWINGS
                ),
                attach(
                    "plan", "平面図", "建物や構造物の配置と、掘削する範囲がわかるもの。", most=5, extensions=DRAWINGS
                ),
                attach(
                    "section", "断面図", "基礎伏図、矩計図など、掘削の深さがわかるもの。", most=5, extensions=DRAWINGS
                ),
            ],
        ),
        declarations_step([TRUE_STATEMENT]),
    ],
)
