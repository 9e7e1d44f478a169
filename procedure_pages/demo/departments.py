"""The offices of the demo. Names below the level of a 部, numbers and addresses are invented."""

from accounts.models import Department

HOURS = "平日 9時から17時30分まで（土日・祝日・年末年始を除く）"
ADDRESS = "〒000-0000 マドグチ県まどぐち市大手前町1丁目 県庁本館"

DEPARTMENTS = (
    ("kyoryokukin", "商工労働部 協力金担当", "商工", "06-0000-1101", "kyoryokukin@example.jp"),
    ("ninsho", "危機管理室 認証担当", "危認", "06-0000-1102", "ninsho@example.jp"),
    ("shienkin", "商工労働部 支援金担当", "商支", "06-0000-1103", "shienkin@example.jp"),
    ("sanpai", "環境農林水産部 産業廃棄物指導担当", "環産", "06-0000-1104", "sanpai@example.jp"),
    ("zeimu", "財務部 税務担当", "財税", "06-0000-1106", "zeimu@example.jp"),
    ("hokenjo", "健康医療部 保健所", "健保", "06-0000-1107", "hokenjo@example.jp"),
    ("kenchiku", "都市整備部 建築振興担当", "都建", "06-0000-1108", "kenchiku@example.jp"),
    ("keikan", "都市整備部 景観担当", "都景", "06-0000-1109", "keikan@example.jp"),
    ("doboku", "都市整備部 土木事務所", "都土", "06-0000-1110", "doboku@example.jp"),
    ("kasen", "都市整備部 河川担当", "都河", "06-0000-1111", "kasen@example.jp"),
    ("dobutsu", "環境農林水産部 動物愛護担当", "環動", "06-0000-1112", "dobutsu@example.jp"),
    ("kenko", "健康医療部 健康づくり担当", "健づ", "06-0000-1113", "kenko@example.jp"),
    ("johokokai", "県民文化部 情報公開担当", "県情", "06-0000-1114", "johokokai@example.jp"),
    ("koen", "都市整備部 公園担当", "都公", "06-0000-1115", "koen@example.jp"),
    ("bunkazai", "教育庁 文化財保護担当", "教文", "06-0000-1116", "bunkazai@example.jp"),
    ("kaigo", "福祉部 介護事業者担当", "福介", "06-0000-1117", "kaigo@example.jp"),
    ("bunka", "県民文化部 文化担当", "県文", "06-0000-1118", "bunka@example.jp"),
    ("kanko", "県民文化部 観光担当", "県観", "06-0000-1119", "kanko@example.jp"),
)


def create_departments() -> list[Department]:
    return [_department(*row) for row in DEPARTMENTS]


def _department(code: str, name: str, symbol: str, phone: str, email: str) -> Department:
    values = {"name": name, "symbol": symbol, "phone": phone, "email": email, "hours": HOURS, "address": ADDRESS}
    return Department.objects.get_or_create(code=code, defaults=values)[0]
