"""Articles that editors paste in these tests."""

NEWS = """Envoys from Ruritania met mediators in Strelsau on 6 October 2025. The weather was mild.

A bridge collapsed near Zenda late Wednesday, the interior ministry said.

Talks resumed in Hentzau on 14 October 2025."""

HEADLINES = [
    "Envoys from Ruritania met mediators in Strelsau",
    "A bridge collapsed near Zenda",
    "Talks resumed in Hentzau",
]

FRONT_MATTER = """---
title: From the front matter
outlet: The Hentzau Post
published: 2025-10-09
url: https://hentzau.example/a
licence: Quoted with permission
---
"""
