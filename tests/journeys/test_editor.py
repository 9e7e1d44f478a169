"""A procedure of 12 questions, two rules, 3 steps is built from nothing, tried, published, and a resident applies."""

from playwright.sync_api import Page

from .builder import (
    add_question,
    add_rule,
    add_step,
    fill_condition,
    fold,
    is_kept,
    is_watched,
    open_tab,
    publish,
    untick_required,
    watch,
    write,
)
from .conftest import People
from .looks import look_at
from .test_author import open_editor
from .test_whole_way import log_in

TITLE = "夏祭りの出店の申請"
TOO_DEAR = "通りの出店料は4,000円までです。金額を確かめてください。"
ANSWERS = {
    "氏名": "府民　太郎",
    "氏名カナ": "フミン　タロウ",
    "連絡先のメール": "taro@example.jp",
    "連絡先の電話番号": "090-1234-5678",
    "出店料": "5000",
    "出店の説明": "焼きそばを売ります。",
    "品名": "焼きそば",
    "1日の数": "100",
}


def open_empty_editor(page: Page) -> None:
    """Of a new page beside the procedures that are there."""
    watch(page)
    open_editor(page, "disclosure-request")
    catalogue = page.locator("a[href^='/admin/pages/']", has_text="手続一覧").first.get_attribute("href") or ""
    page.goto(f"/admin/pages/add/procedure_pages/procedurepage/{catalogue.split('/')[3]}/")
    page.wait_for_load_state("networkidle")
    is_watched(page)


def explain(page: Page) -> None:
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=summary]").fill("県が主催する夏祭りに出店するための申請です。")
    page.locator("[name=category]").select_option("culture")


def build_form(page: Page) -> None:
    open_tab(page, "申請フォーム")
    first = add_step(page, "申請者")
    add_question(first, "1行の文字", "氏名")
    add_question(first, "カタカナ", "氏名カナ")
    add_question(first, "メール", "連絡先のメール")
    add_question(first, "電話番号", "連絡先の電話番号")
    fold(first)
    second = add_step(page, "出店の内容")
    add_question(second, "1つ選択（すべて表示）", "出店の場所", choices=("広場", "通り"))
    add_question(second, "日付", "出店の日")
    add_question(second, "金額（円）", "出店料")
    add_question(second, "複数行の文章", "出店の説明")
    group = add_question(second, "繰り返し（件数を増やせる質問）", "商品")
    add_question(group, "1行の文字", "品名")
    add_question(group, "整数", "1日の数")
    fold(second)
    third = add_step(page, "書類と誓約")
    untick_required(add_question(third, "添付ファイル", "店の図面"))
    add_question(third, "誓約・同意のチェック", "火の始末を守ります。")


def rule_form(page: Page) -> None:
    """The drawing is asked for in the street only; there the fee has an upper limit."""
    street = ("出店の場所", "と等しい", "通り")
    fold(add_rule(page, "条件に合うときだけ表示する", "店の図面", street))
    limit = add_rule(page, "回答を制限する", "出店料", street)
    fill_condition(limit.locator("[data-contentpath=requirements]"), ("出店料", "以下・以前", "4000"))
    limit.locator("[name$='-message']").fill(TOO_DEAR)
    fold(limit)


def promise(page: Page) -> None:
    open_tab(page, "受付と審査")
    page.locator("[name=department]").select_option(index=1)
    page.locator("[name=processing_days]").fill("10")
    write(page, "criteria", "火の始末の計画があること。")
    page.locator("[name=purpose]").fill("出店の審査のために利用します。")
    open_tab(page, "通知書")
    for name, words in (("issuer", "知事"), ("granted_title", "出店許可通知書"), ("refused_title", "出店不許可通知書")):
        page.locator(f"[name={name}]").fill(words)


def try_it(page: Page) -> None:
    """What the author sees of a trial: the first step, judged like an application."""
    page.goto(page.url.partition("/edit/")[0] + "/view_draft/?mode=try")
    page.get_by_role("button", name="保存して次へ").click()
    page.get_by_role("link", name="「氏名」を入力してください。").wait_for()
    look_at(page, "tryout-desktop")


def apply(page: Page) -> str:
    page.goto("/procedures/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="申請を始める").first.click()
    page.get_by_role("button", name="申請を始める").click()
    assert go_on(page) == []
    page.get_by_text("通り", exact=True).check()
    assert go_on(page) == [TOO_DEAR]
    page.get_by_text("広場", exact=True).check()
    assert go_on(page) == []
    page.get_by_text("火の始末を守ります。").wait_for()
    assert not page.get_by_label("店の図面", exact=False).is_visible()
    assert go_on(page) == []
    page.get_by_text("オンラインで受け取る", exact=True).click()
    page.get_by_role("button", name="この内容で送信する").click()
    return page.locator(".big-number").inner_text()


def go_on(page: Page) -> list[str]:
    """Fill in the step and save it; what is wrong with it."""
    fill(page)
    page.get_by_role("button", name="保存して次へ").click()
    page.wait_for_load_state("networkidle")
    return page.locator(".error-summary li").all_inner_texts()


def fill(page: Page) -> None:
    for adding in page.locator("button[name=rows][value^='add:']").all():
        if page.locator("fieldset.field-group").count() == 0:
            adding.click()
            page.wait_for_load_state("networkidle")
    for label, words in ANSWERS.items():
        for box in page.locator("#wizard").get_by_label(label, exact=False).all():
            box.fill(words)
    for part, words in (("year", "2026"), ("month", "8"), ("day", "1")):
        for box in page.locator(f"#wizard input[name$='-{part}']").all():
            box.fill(words)
    for tick in page.locator("#wizard input[type=checkbox]:not([data-shrink])").all():
        tick.check()


def test_a_form_is_built_published_and_filled_in(people: People) -> None:
    people.expected = {400}  # Wagtail tries to save a page that has no department yet
    author, resident = people.open("desktop"), people.open("phone")
    log_in(author, "publisher")
    open_empty_editor(author)
    explain(author)
    build_form(author)
    rule_form(author)
    promise(author)
    author.wait_for_url("**/edit/")  # Wagtail has saved the new page by itself
    is_kept(author)
    said = publish(author)
    assert ("公開されました" in said, "教示" in said) == (True, True), said
    author.get_by_role("link", name="編集").first.click()
    author.wait_for_url("**/edit/")
    open_tab(author, "申請フォーム")
    look_at(author, "editor-built", with_axe=False)
    try_it(author)

    log_in(resident, "taro")
    assert len(apply(resident).replace("-", "")) == 12
