"""Metadata as people write it, wherever they write it: front matter, corrections, sidecar files,
columns of a table.
"""
