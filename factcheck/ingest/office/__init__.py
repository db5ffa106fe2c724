"""DOCX, ODT and EPUB: archives of XML."""
