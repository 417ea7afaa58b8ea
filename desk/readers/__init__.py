"""From a file or a clipboard to a draft: nothing else in the product knows encodings or formats."""

from desk.readers.draft import Draft, draft_of_text, manuscript, read_draft, whole

__all__ = ["Draft", "draft_of_text", "manuscript", "read_draft", "whole"]
