"""The databases' own indexes of the events' words."""

from django.db import migrations

from timeline.models import word_index


def install(apps, schema_editor):
    word_index.install(schema_editor.connection)


def lift(apps, schema_editor):
    word_index.lift(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [("timeline", "0007_index")]

    operations = [migrations.RunPython(install, lift)]
