"""ウェブアクセシビリティ: the policy, and what was and was not tested. Nothing here says more than was done."""

from ..models import InformationPage
from .language import paragraphs, stream_data, title


def accessibility_page() -> InformationPage:
    body = [
        paragraphs(
            "<p>県は、年齢や障害の有無にかかわらず、誰もがオンライン窓口を利用できるように、"
            "日本産業規格 JIS X 8341-3:2016 のレベルAAに準拠することを目標にしています。"
            "あわせて、WCAG 2.2 で加わったレベルAAまでの基準にも配慮します。</p>"
        ),
        title("対象"),
        paragraphs(
            "<p>オンライン窓口で公開しているすべてのページと、申請の画面、マイページ、発行する通知書（PDF）です。"
            "利用者が添付したファイルと、リンク先の外部のサイトは含みません。</p>"
        ),
        title("取り組んでいること"),
        paragraphs(
            "<ul><li>キーボードだけで操作できるように作ります。</li><li>幅320ピクセルの画面や、文字を拡大した状態でも、横に動かさずに読めるようにします。</li>"
            "<li>入力の間違いは、どの項目をどう直すかを文章でお知らせします。</li><li>入力の途中で保存し、後から続けられるようにします。</li>"
            "<li>JavaScriptを使えない環境でも、申請できるようにします。</li><li>ログインのときに、パズルや文字の読み取りを求めません。</li></ul>"
        ),
        title("例外"),
        paragraphs(
            "<p>位置図など、図面としてお受けする添付ファイルの内容は、文字に置き換えることができません。"
            "入力や添付が難しいときは、各手続の担当が電話や窓口でお手伝いします。</p>"
        ),
        title("試験の結果"),
        paragraphs(
            "<p>確認した方法、わかっている問題、まだ確認していないことは、下の「アクセシビリティの試験結果」に掲載しています。</p>"
        ),
        title("お気づきの点"),
        paragraphs(
            "<p>使いにくいところがありましたら、お問い合わせのページからお知らせください。"
            "内容を確かめ、直せるものから直します。</p>"
        ),
    ]
    return _page(
        "アクセシビリティ方針", "accessibility", body, "オンライン窓口を誰もが使えるようにするための方針です。"
    )


def test_result_page() -> InformationPage:
    body = [
        paragraphs(
            "<p><b>JIS X 8341-3:2016 に基づく試験は、まだ行っていません。</b>"
            "そのため「準拠」とは表示できません。ここには、開発の中で実際に確認したことと、確認していないことを、そのまま載せます。</p>"
        ),
        title("自動で確認していること"),
        paragraphs(
            "<ul><li>ブラウザー（Chromium）で主な画面を通して操作し、各画面を検査ツール axe で調べています。"
            "影響が「重大」「深刻」と判定される問題が1つでもあれば、公開の前に止まります。</li>"
            "<li>利用者の画面は、スマートフォンの幅（390ピクセル）かパソコンの幅（1440ピクセル）で、案内のページは両方の幅で開き、"
            "横スクロールが出ないことを確かめています。</li>"
            "<li>JavaScriptを使わない状態で、申請を最後まで送れることを確かめています。</li>"
            "<li>配色の組み合わせのコントラスト比を、計算で確かめています。</li></ul>"
            "<p>axe のような自動の検査で見つかるのは、アクセシビリティの問題の一部です。</p>"
        ),
        title("まだ確認していないこと"),
        paragraphs(
            "<ul><li>スクリーンリーダー（NVDA、PC-Talker、VoiceOver、TalkBack）での読み上げ</li>"
            "<li>キーボードだけで、すべての画面を人が操作する試験</li>"
            "<li>音声入力、拡大鏡、ハイコントラスト表示での利用</li>"
            "<li>Chromium以外のブラウザー（Safari、Firefox）での確認</li>"
            "<li>障害のある方、高齢の方による利用の試験</li>"
            "<li>達成基準ごとの一覧（JIS X 8341-3:2016 附属書JBに基づく試験）</li></ul>"
        ),
        title("わかっている問題"),
        paragraphs(
            "<ul><li>英語の表示を選んだとき、まだ翻訳していない手続の本文は日本語のままです（日本語であることは、読み上げソフトに伝えています）。</li>"
            "<li>職員が使う管理画面は、Wagtail に含まれる部品の一部に、名前のない入力欄があります。"
            "利用者の画面には影響しません。</li></ul>"
        ),
        title("これからの予定"),
        paragraphs(
            "<p>運用を始める県が、試験の範囲と時期を決め、結果をこのページに掲載します。このページの内容はデモ用です。</p>"
        ),
    ]
    return _page(
        "アクセシビリティの試験結果", "results", body, "実際に確認したことと、まだ確認していないことを載せています。"
    )


def _page(words: str, slug: str, body: list[dict[str, object]], summary: str) -> InformationPage:
    return InformationPage(title=words, slug=slug, summary=summary, body=stream_data(body, slug))
