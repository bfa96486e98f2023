"""Exports that lie in a storage: addresses like s3://bucket/exports, through fsspec. Nothing but the address that the user typed is connected to."""
