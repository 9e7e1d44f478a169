"""No. 14 in English: what its page says and what its form asks, by the Japanese text."""

FIELDS = {
    "title": "Request for disclosure of public records",
    "summary": "Anybody may ask the prefecture to disclose the public records that it holds.",
    "keywords": "information disclosure freedom of information public records copy inspection",
    "eligibility": (
        "<p>Anybody may ask: people who live outside the prefecture, companies and other bodies too. "
        "You need not say why.</p>"
    ),
    "fee": "Free. Copies cost 10 yen a page in black and white, 20 in colour, and the postage if they are sent.",
    "identity_note": "None is needed.",
    "purpose": "To find the records that you ask for, to decide on their disclosure, and to notify you.",
    "criteria": (
        "<p>Records are disclosed except for what the ordinance exempts, "
        "such as personal information or information that would harm the legitimate interests of a company.</p>"
    ),
    "paper": (
        "<p>Hand in the request form at the information disclosure counter or send it by post. "
        "Requests cannot be made by telephone or by word of mouth.</p>"
    ),
    "search_description": "How to ask Madoguchi Prefecture for public records.",
}
STREAMS = {
    "これはデモ用の手続です": "This procedure is a demonstration",
    "<p>このページの制度、金額、期間、連絡先は説明のために作ったもので、実在の制度とは異なります。</p>": (
        "<p>The rules, sums, periods and contacts on this page were made up for the demonstration.</p>"
    ),
    "請求できる文書": "Records that you can ask for",
    "<p>県の職員が職務上作成し、または取得した文書、図画、電磁的記録で、組織として用いるために県が管理しているものです。"
    "すでに公表されている資料は、請求をしなくてもご覧いただけます。</p>": (
        "<p>Documents, drawings and electronic records that staff of the prefecture made or received in their work and "
        "that the prefecture keeps for its use. What has been published already can be read without a request.</p>"
    ),
    "公開までの流れ": "From the request to the disclosure",
    "請求": "Request",
    "知りたい内容を、できるだけ具体的に入力してください。": "Describe what you want to know as precisely as you can.",
    "文書の特定": "Finding the records",
    "内容がはっきりしないときは、マイページとメールで確認をお願いします。": (
        "If something is unclear, we ask you on your page and by e-mail."
    ),
    "決定": "Decision",
    "請求の日の翌日から15日以内（開庁日）に決定します。補正の期間は含みません。"
    "延長するときは、理由と期間をお知らせします。": (
        "Within 15 business days, counted from the day after the request, without the time for corrections. "
        "If we need longer, we tell you why and for how long."
    ),
    "公開": "Disclosure",
    "決定通知書に書かれた日時と方法で公開します。": "At the time and in the way that the notice says.",
    "よくある質問": "Questions and answers",
    "文書の名前がわかりません。": "I do not know what the records are called.",
    "<p>「令和7年度の○○補助金の交付先と金額がわかるもの」のように、知りたい内容を書いてください。</p>": (
        "<p>Write what you want to know, for example “who received the … subsidy in fiscal 2025, and how much”.</p>"
    ),
    "自分の個人情報を見たいのですが。": "I want to see my own personal information.",
    "<p>保有個人情報の開示請求をご利用ください。この請求では、ご本人であっても個人情報は公開されません。</p>": (
        "<p>Please use the request for disclosure of personal information held by the prefecture. "
        "With this request personal information is not disclosed, not even your own.</p>"
    ),
    "申請者": "Applicant",
    "登録されている利用者情報を入力しています。今回の手続に合わせて直すことができます。": (
        "This was filled in from your profile. You can change it for this request."
    ),
    "氏名または法人名・事業者名": "Name, or name of the company",
    "氏名は、姓と名の間に空白を入れてください。": "Leave a space between the family name and the given name.",
    "住所または所在地": "Address",
    "代表者名": "Name of the representative",
    "事業者の方のみ入力してください。": "For businesses only.",
    "担当部署": "Section in charge",
    "担当者名": "Name of the person in charge",
    "申請について、お電話でお答えいただける方のお名前です。": "Somebody who can answer questions by telephone.",
    "連絡先電話番号": "Telephone number",
    "日中に連絡がとれる番号を入力してください。": "A number at which we can reach you during the day.",
    "メールアドレス": "E-mail address",
    "請求の内容": "The request",
    "公開を請求する行政文書の内容": "The records that you ask for",
    "文書の名前、事業の名前、年度など、文書を特定できるように具体的に入力してください。": (
        "The name of the document or project, the fiscal year, and whatever helps us to find it."
    ),
    "令和7年度の道路工事（県道○○線）の設計書と契約書": (
        "Plans and contract of the road works on prefectural road …, fiscal 2025"
    ),
    "実施機関": "Body that holds the records",
    "文書を持っている機関です。わからないときは「わからない」を選んでください。": (
        "If you do not know, choose “I do not know”."
    ),
    "知事": "Governor",
    "教育委員会": "Board of Education",
    "人事委員会": "Personnel Commission",
    "監査委員": "Audit Commissioners",
    "労働委員会": "Labour Relations Commission",
    "わからない": "I do not know",
    "公開の方法": "How it is disclosed",
    "希望する公開の方法": "How do you want to see the records?",
    "閲覧": "Inspection",
    "写しの交付（紙）": "Copies on paper",
    "電子データの交付": "Electronic data",
    "受け取り方法": "How do you want to receive them?",
    "窓口で受け取る": "At the counter",
    "郵送を希望する": "By post",
    "マイページで受け取る（電子データのみ）": "On my page (electronic data only)",
    "郵送先": "Address for the post",
    "写しの費用と受け取り方": "What copies cost, and how you receive them",
    "<p>請求と閲覧は無料です。写しの交付には次の費用がかかります。</p>"
    "<ul><li>紙の写し：白黒1枚10円、カラー1枚20円</li>"
    "<li>電子データ：マイページで受け取るときは無料、CD-Rは1枚100円</li><li>郵送：送料（切手）</li></ul>"
    "<p>枚数は決定の後に決まります。入力の途中で、見込みの枚数から費用の目安を計算できます。</p>": (
        "<p>Requests and inspection are free. Copies cost:</p>"
        "<ul><li>on paper: 10 yen a page in black and white, 20 yen in colour</li>"
        "<li>as data: nothing on your page, 100 yen for a CD-R</li><li>by post: the postage</li></ul>"
        "<p>How many pages there are is known after the decision. The form works out an estimate.</p>"
    ),
    "閲覧は窓口でしていただきます。": "Inspection is at the counter.",
    "写しの色": "Colour of the copies",
    "白黒": "Black and white",
    "カラーを希望する（原本がカラーのとき）": "In colour, where the original is",
    "見込みの枚数": "How many pages you expect",
    "わかるときだけ入力してください。費用の目安を計算します。": "Only if you know. It gives an estimate of the cost.",
    "枚": " pages",
    "写しの費用の目安": "Estimated cost of the copies",
    "実際の費用は、決定の後にお知らせします。送料は含みません。": (
        "We tell you the real cost after the decision. Postage comes on top."
    ),
    "CD-Rの費用": "Cost of a CD-R",
    "1枚の金額です。送料は含みません。": "For one disc. Postage comes on top.",
    "閲覧を希望する日時": "When you would like to inspect them",
    "閲覧を選ぶときに入力できます。開庁日の9時から17時までです。決定の後に調整します。": (
        "For inspection only, on business days from 9:00 to 17:00. We agree on the time after the decision."
    ),
    "枚数が多いときは、決定までに時間がかかることがあります。年度や内容を絞ると、早く公開できます。": (
        "Many pages can take longer. A narrower year or subject can be disclosed sooner."
    ),
}
