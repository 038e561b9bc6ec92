"""Without the indexes that another one begins with, and those of who did something, which nobody looks up by.

Only the indexes go. An ``AlterField`` alone would remake each table on SQLite, and lose the triggers that guard it.
"""

from django.conf import settings
from django.db import migrations, models

FIELDS = [
    ("article", "ingested_by"),
    ("article", "timeline"),
    ("citation", "event"),
    ("event", "published_by"),
    ("event", "timeline"),
    ("revision", "by"),
    ("revision", "event"),
]


def drop(apps, schema_editor):
    introspection = schema_editor.connection.introspection
    for model, field in columns(apps):
        with schema_editor.connection.cursor() as cursor:
            found = introspection.get_constraints(cursor, model._meta.db_table)
        for name, it in found.items():
            if it["index"] and not it["unique"] and it["columns"] == [field.column] and not it["foreign_key"]:
                schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


def restore(apps, schema_editor):
    for model, field in columns(apps):
        schema_editor.execute(schema_editor._create_index_sql(model, fields=[field]))


def columns(apps):
    for name, field in FIELDS:
        model = apps.get_model("timeline", name)
        yield model, model._meta.get_field(field)


def unindexed(model, field, to, on_delete=models.PROTECT, **options):
    key = models.ForeignKey(to, on_delete, db_index=False, **options)
    return migrations.AlterField(model_name=model, name=field, field=key)


class Migration(migrations.Migration):

    dependencies = [("timeline", "0008_word_index"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop, restore)],
            state_operations=[
                unindexed("article", "ingested_by", settings.AUTH_USER_MODEL, editable=False, related_name="+"),
                unindexed("article", "timeline", "timeline.timeline", related_name="articles", verbose_name="timeline"),
                unindexed(
                    "citation", "event", "timeline.event", models.CASCADE, related_name="citations"
                ),
                unindexed(
                    "event", "published_by", settings.AUTH_USER_MODEL, editable=False, null=True, related_name="+"
                ),
                unindexed("event", "timeline", "timeline.timeline", related_name="events", verbose_name="timeline"),
                unindexed("revision", "by", settings.AUTH_USER_MODEL, related_name="+"),
                unindexed("revision", "event", "timeline.event", related_name="revisions"),
            ],
        )
    ]
