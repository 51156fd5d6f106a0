"""The question bank: topics.toml and one Markdown file a question."""
