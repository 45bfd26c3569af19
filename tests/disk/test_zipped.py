"""The bytes of a compressed file, the same under each Python."""

import gzip

from generator.disk.zipped import zipped


def test_the_header_tells_neither_time_nor_system() -> None:
    # ID1 ID2, deflate, no flags, four bytes of time, "slowest", "unknown": RFC 1952, section 2.3
    assert zipped(b"It is shut.")[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    assert gzip.decompress(zipped(b"It is shut.")) == b"It is shut."
