"""The versions of a procedure's form, in the Wagtail admin: for those who may edit its page."""
