"""The gate of a build: exports in, findings that count out, beside a baseline of those that somebody accepted."""
