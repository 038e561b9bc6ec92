"""Events as files that others use. What each promises stands in docs/formats.md."""

from timeline.exports.csv_rows import as_csv
from timeline.exports.json_document import as_json

__all__ = ["as_csv", "as_json"]
