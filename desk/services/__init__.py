"""What an open desk can do, one noun a file: each a class that holds the desk's context and inherits nothing."""
