"""A finished report in, one that may leave the school out: people are numbered, and what would tell who they are is masked."""
