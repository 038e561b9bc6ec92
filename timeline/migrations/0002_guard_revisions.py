"""Put the triggers on that keep revisions as they were written."""

from django.db import migrations

from timeline.models import revision_guard


def install(apps, schema_editor):
    revision_guard.install(schema_editor.connection)


def lift(apps, schema_editor):
    revision_guard.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0001_first")]

    operations = [migrations.RunPython(install, lift)]
