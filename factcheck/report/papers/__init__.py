"""Reports as documents that other programs open: Word's DOCX, and PDF."""
