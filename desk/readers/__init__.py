"""From a file or a clipboard to a draft: nothing else in the product knows encodings or formats."""

from desk.readers.draft import FileDraft, draft_of_text, manuscript, read_draft, read_text, whole

__all__ = ["FileDraft", "draft_of_text", "manuscript", "read_draft", "read_text", "whole"]
