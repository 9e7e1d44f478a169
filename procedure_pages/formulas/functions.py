"""The functions of the formula language, in Japanese and English, and the operations that they stand for."""

ROWS = {
    "合計": "sum",
    "sum": "sum",
    "件数": "count",
    "count": "count",
    "最小": "lowest",
    "min": "lowest",
    "最大": "highest",
    "max": "highest",
    "どれか": "some",
    "any": "some",
    "すべて": "every",
    "all": "every",
    "重複なし": "distinct",
    "distinct": "distinct",
    "重なりなし": "apart",
    "apart": "apart",
}
"""Over the rows of a group: a group and an expression, or an expression that names a question of the group."""
OF_VALUES = {"lowest": "min", "highest": "max"}
"""What the two become when they are given several values instead of rows."""
PLAIN = {
    "切捨て": "floor",
    "floor": "floor",
    "切上げ": "ceil",
    "ceil": "ceil",
    "四捨五入": "round",
    "round": "round",
    "もし": "if",
    "if": "if",
    "空欄なら": "default",
    "default": "default",
    "日数": "days",
    "days": "days",
    "年齢": "age",
    "age": "age",
    "日後": "add_days",
    "add_days": "add_days",
    "月後": "add_months",
    "add_months": "add_months",
    "月数": "months",
    "months": "months",
    "時間数": "hours",
    "hours": "hours",
    "つなぐ": "join",
    "join": "join",
    "今日": "today",
    "today": "today",
    "含む": "contains",
    "contains": "contains",
    "始まる": "starts",
    "starts": "starts",
    "未回答": "empty",
    "empty": "empty",
    "でない": "not",
    "not": "not",
    "選択数": "size",
    "size": "size",
}
PARTS = {
    "都道府県": "prefecture",
    "prefecture": "prefecture",
    "市区町村": "city",
    "city": "city",
    "町名": "street",
    "street": "street",
    "開始日": "from",
    "start_of": "from",
    "終了日": "to",
    "end_of": "to",
    "氏名の部分": "name",
    "name_of": "name",
    "フリガナ": "kana",
    "kana_of": "kana",
    "銀行コード": "bank_code",
    "bank_code": "bank_code",
    "銀行名": "bank_name",
    "bank_name": "bank_name",
    "支店名": "branch_name",
    "branch_name": "branch_name",
    "口座番号": "number",
    "account_number": "number",
    "口座名義": "holder",
    "account_holder": "holder",
}
"""Parts of compound answers: addresses, periods, names, accounts."""
LOOKUPS = ("表", "lookup")
"""A table, then its keys."""
DATED_LOOKUPS = ("表の基準日", "lookup_on")
"""A table, the day on which the row must hold, then its keys."""
BUSINESS = {"事業者": "business", "business": "business", "個人": "individual", "individual": "individual"}
APPLICANT = ("申請者の種別", "applicant")
TODAY = ("今日", "today")
