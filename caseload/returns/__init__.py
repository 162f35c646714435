"""Returns to commissioners: counted from the record, protected, audited as a reader would attack.

``make_return`` does it all, or refuses; ``caseload.documents.return_workbook`` writes the files.
"""
