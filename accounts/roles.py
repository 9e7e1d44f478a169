"""The groups of staff that the portal ships with, by the names that Wagtail's group list shows."""

AUTHORS = "広報担当（作成）"
PUBLISHERS = "広報担当（公開）"
REVIEWERS = "審査担当"
APPROVERS = "決裁者"
ADMINISTRATORS = "システム管理者"
