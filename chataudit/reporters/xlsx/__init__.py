"""A report as a workbook for spreadsheets."""
