import pytest
from django.utils import translation

from accounts.devices import device_words

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 {} Safari/604.1"
CHROME = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36{}"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (IPHONE.format("Mobile/15E148"), "iPhone の Safari"),
        (IPHONE.format("Mobile/15E148 Line/14.1"), "iPhone の LINE"),
        (CHROME.format("Windows NT 10.0; Win64; x64", " Edg/131.0.0.0"), "Windows の Edge"),
        (CHROME.format("Linux; Android 10; K", ""), "Android の Chrome"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/18.1 Safari/605.1.15",
            "Mac（または iPad） の Safari",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Linux の Firefox"),
        ("curl/8.5", "種類のわからない端末"),
        ("", "種類のわからない端末"),
    ],
)
def test_device_is_named_in_plain_words(user_agent: str, words: str) -> None:
    with translation.override("ja"):
        assert device_words(user_agent) == words
