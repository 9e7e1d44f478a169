"""Files straight to the bucket: several at once, in another order, a large one through a cut line, one that lies."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import boto3
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.submissions.files.samples import pdf, picture

from .applying import begin, open_step
from .conftest import People
from .entrance import log_in
from .looks import look_at
from .stack import ROOT, Stack, _wait_for

BUCKET = "madoguchi-journey"
REGION = "ap-northeast-3"
LARGE = 21 * 1024 * 1024


@pytest.fixture(scope="module")
def bucket_stack(stack: Stack, s3_address: str) -> Iterator[Stack]:
    """One more web server for the same database, whose files are in a bucket."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    keys = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
    client = boto3.client(
        "s3", endpoint_url=s3_address, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test"
    )
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    environment = {
        **stack.environment,
        **keys,
        "AWS_STORAGE_BUCKET_NAME": BUCKET,
        "AWS_S3_ENDPOINT_URL": s3_address,
        "BIND": address,
        "PUBLIC_BASE_URL": f"http://{address}",
    }
    server = subprocess.Popen([sys.executable, "-m", "gunicorn"], env=environment, cwd=ROOT)
    started = replace(stack, base_url=f"http://{address}", processes=[server], environment=environment)
    _wait_for(started)
    yield started
    started.stop()


@pytest.fixture
def page(browser: Browser, bucket_stack: Stack) -> Iterator[Page]:
    people = People(browser, bucket_stack)
    people.expected = {422}
    yield people.open("phone")
    people.close()
    assert people.faults == []


def drawing() -> bytes:
    """A PDF of 21 MB: three parts."""
    whole = pdf()
    return whole + b"\n%" + b" " * (LARGE - len(whole) - 9) + b"\n%%EOF\n"


def give(page: Page, label: str, *files: tuple[str, bytes]) -> None:
    payload = [{"name": name, "mimeType": kind_of(name), "buffer": content} for name, content in files]
    field(page, label).locator("input[type=file]").set_input_files(payload)  # type: ignore[arg-type]


def kind_of(name: str) -> str:
    return "image/png" if name.endswith("png") else "application/pdf"


def field(page: Page, label: str) -> Locator:
    return page.locator(".field", has=page.locator("input[type=file]"), has_text=label).first


def test_large_files_survive_a_cut_line(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    log_in(page, "shokudo")
    begin(page, "quarrying-plan-approval")
    open_step(page, "図面")
    give(page, "位置図", ("地図1.png", picture("PNG")), ("地図2.png", picture("PNG", (400, 300))))
    expect(field(page, "位置図").locator("[data-file]")).to_have_count(2)
    second = field(page, "位置図").locator("[data-file]").nth(1).get_attribute("data-file")
    field(page, "位置図").locator("button[name=move_file]:not(:disabled)").last.click()
    expect(field(page, "位置図").locator("[data-file]").first).to_have_attribute("data-file", str(second))

    large = tmp_path_factory.mktemp("files") / "実測平面図.pdf"
    large.write_bytes(drawing())
    sent: list[str] = []
    is_cut = [True]

    def send_or_cut(route: Route) -> None:
        number = re.search(r"partNumber=(\d+)", route.request.url)
        assert number
        if is_cut[0] and number[1] == "2":
            route.abort("connectionreset")
        else:
            sent.append(number[1])
            route.continue_()

    page.route(re.compile("partNumber="), send_or_cut)
    plan = field(page, "実測平面図")
    plan.locator("input[type=file]").set_input_files(large)
    expect(plan.locator("[data-upload-list]")).to_contain_text("通信が切れました。自動で送り直します。")
    look_at(page, "upload-cut")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    plan = field(page, "実測平面図")
    expect(plan.locator("[data-file-list]")).to_contain_text("もう一度同じファイルを選ぶと、続きから送ります。")
    look_at(page, "upload-unfinished")

    is_cut[0] = False
    plan.locator("input[type=file]").set_input_files(large)
    expect(plan.locator("[data-file]")).to_contain_text("実測平面図.pdf")
    assert sent == ["1", "2", "3"]
    expect(plan.locator("[data-file-list]")).not_to_contain_text("続きから")
    give(page, "断面図", ("断面図.pdf", b"<html><script>alert(1)</script></html>"))
    refused = field(page, "断面図").locator(".field__error")
    expect(refused).to_contain_text("「断面図.pdf」は添付できない種類のファイルです。")
    look_at(page, "upload-done")
