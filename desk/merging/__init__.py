"""Lays two texts that grew apart together again, paragraph by paragraph; what only a person can say is asked."""
