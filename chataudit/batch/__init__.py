"""Many exports at once: a folder searched, every chat audited in a process of its own, one summary for all."""
