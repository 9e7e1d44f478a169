"""For people who read little Japanese: furigana (ふりがな) and easy Japanese (やさしい日本語), chosen by the reader."""
