"""What is read out of reports of failure, and what is not."""

import json
from email import message_from_string

import pytest

from submissions.notifications.bounces import bounces_in, bounces_told, is_signed, sign

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
REPORT = """\
From: MAILER-DAEMON@mx.example.jp
To: bounces@madoguchi.example.jp
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system. taro@example.jp could not be reached.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.jp

Final-Recipient: rfc822; forwarded@example.net
Original-Recipient: rfc822;Taro@example.jp
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; <hanako@example.jp>
Action: {action}
Status: 5.2.2 (mailbox full)
--b
Content-Type: message/rfc822

From: madoguchi@example.jp
To: somebody-else@example.jp
Subject: x

Action: failed
--b--
"""


def test_a_report_names_every_address_that_failed_as_we_wrote_to_it() -> None:
    found = bounces_in(message_from_string(REPORT.format(action="failed")))
    assert found == [("Taro@example.jp", "5.1.1"), ("hanako@example.jp", "5.2.2")]


@pytest.mark.parametrize("text", [REPORT.format(action="delayed"), "Subject: hello\n\nAction: failed\n", ""])
def test_a_delay_or_any_other_mail_names_nobody(text: str) -> None:
    assert bounces_in(message_from_string(text)) == []


def test_the_signature_is_that_of_standard_webhooks() -> None:
    """The example of the specification."""
    body, name, moment = b'{"test": 2432232314}', "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330"
    assert sign(body, name, moment, secret=SECRET) == "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    headers = {"webhook-id": name, "webhook-timestamp": moment}
    signed = {**headers, "webhook-signature": "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}
    assert is_signed(body, signed, secret=SECRET, now=1614265400)
    for other in (
        is_signed(body + b" ", signed, secret=SECRET, now=1614265400),
        is_signed(body, signed, secret="whsec_AAAA", now=1614265400),
        is_signed(body, signed, secret=SECRET, now=1614266400),
        is_signed(body, headers, secret=SECRET, now=1614265400),
        is_signed(body, {**signed, "webhook-timestamp": "²"}, secret=SECRET, now=1614265400),
    ):
        assert not other


@pytest.mark.parametrize(
    ("event", "found"),
    [
        (
            {"type": "email.bounced", "data": {"to": ["a@example.jp"], "bounce": {"type": "Permanent"}}},
            ["a@example.jp"],
        ),
        ({"type": "email.bounced", "data": {"to": "a@example.jp"}}, ["a@example.jp"]),
        ({"type": "email.bounced", "data": {"to": ["a@example.jp"], "bounce": {"type": "Transient"}}}, []),
        ({"type": "email.delivered", "data": {"to": ["a@example.jp"]}}, []),
        ({"type": "email.bounced", "data": None}, []),
        ({"type": "email.bounced", "data": {"to": [1, None], "bounce": "x"}}, []),
    ],
)
def test_only_lasting_bounces_are_told(event: dict[str, object], found: list[str]) -> None:
    assert [address for address, _status in bounces_told(json.dumps(event).encode())] == found


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff"])
def test_what_is_no_event_is_an_error(body: bytes) -> None:
    with pytest.raises(ValueError):
        bounces_told(body)
