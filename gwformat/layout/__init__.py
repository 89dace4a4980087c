"""Layout: where every line of a document breaks and stands on its page."""
