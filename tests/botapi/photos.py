"""An uploaded photo as Telegram keeps it: a few sizes, none larger than a screen, or a refusal."""

from __future__ import annotations

import struct

from botapi.wire import Json, bad_request

_LARGEST_FILE = 10 << 20
_LONGEST_SIDES = 10_000
_SLIMMEST = 20
_SIZES = (90, 320, 800, 1280)
_PNG = b"\x89PNG\r\n\x1a\n"
_UNKNOWN = (320, 320)


def photo_sizes(file_id: str, upload: bytes, file_size: int) -> list[Json]:
    """The PhotoSize objects of a photo, smallest first.

    Args:
        file_id: Of the largest one.
        upload: The file; one that is no PNG counts as 320 × 320.
        file_size: Its size in bytes.

    Raises:
        ApiError: Telegram takes no photo like this.
    """
    is_png = upload.startswith(_PNG) and len(upload) >= 24
    width, height = struct.unpack(">II", upload[16:24]) if is_png else _UNKNOWN
    if file_size > _LARGEST_FILE:
        raise bad_request(
            f"file of size {file_size} bytes is too big for a photo; the maximum size is {_LARGEST_FILE} bytes"
        )
    if width + height > _LONGEST_SIDES or max(width, height) > _SLIMMEST * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    longest = max(width, height)
    sides = [side for side in _SIZES if side < longest] + ([longest] if longest <= _SIZES[-1] else [])
    return [
        {
            "file_id": file_id if side == sides[-1] else f"{file_id}-{side}",
            "file_unique_id": f"{file_id}-{side}",
            "width": max(1, width * side // longest),
            "height": max(1, height * side // longest),
            # Telegram makes each size anew; a smaller one is a smaller file.
            "file_size": max(1, file_size * side // longest),
        }
        for side in sides
    ]
