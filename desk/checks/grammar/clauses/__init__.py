"""The shape of a sentence: classes of its words, subjects of its verbs, where its clauses meet."""
