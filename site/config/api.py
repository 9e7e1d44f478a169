"""The portal's own API. Wagtail's API v3, a preview, is mounted beside it for the pages; see `urls.parts`."""

from ninja import NinjaAPI

api = NinjaAPI(title="Madoguchi", version="1.0.0", urls_namespace="api-1")
