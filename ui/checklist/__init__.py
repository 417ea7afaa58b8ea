"""The checklist beside the text: the tree of items and findings, the finding in hand, and the decisions in force."""
