"""How Japan writes names, numbers and dates: read by every app above, so it stands at the bottom."""
