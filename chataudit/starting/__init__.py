"""The first minutes: the newest export found, settings proposed and written, a report opened."""
