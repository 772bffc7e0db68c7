//! What is kept: proportion, headings, Markdown out and in.
