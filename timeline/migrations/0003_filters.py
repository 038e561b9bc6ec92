"""What readers filter by: a key for each outlet, and the words of each event in the form in which they are compared."""

from django.db import migrations, models

from timeline.models.public_ids import new_public_id
from timeline.models.searching import searchable
from timeline.models.sources import outlet_key


def give_outlets_keys(apps, schema_editor):
    taken = set()
    for outlet in apps.get_model("timeline", "Outlet").objects.order_by("pk"):
        key = outlet_key(outlet.name)
        outlet.key = new_public_id() if key in taken else key
        outlet.save(update_fields=["key"])
        taken.add(outlet.key)


def fill_words(apps, schema_editor):
    for event in apps.get_model("timeline", "Event").objects.only("headline", "summary").iterator(chunk_size=1000):
        event.words = searchable(event.headline, event.summary)
        event.save(update_fields=["words"])


class Migration(migrations.Migration):
    dependencies = [("timeline", "0002_guard_revisions")]

    operations = [
        migrations.AddField(
            model_name="outlet",
            name="key",
            field=models.CharField(editable=False, max_length=60, null=True),
        ),
        migrations.RunPython(give_outlets_keys, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="outlet",
            name="key",
            field=models.CharField(editable=False, max_length=60, unique=True),
        ),
        migrations.AddField(
            model_name="event",
            name="words",
            field=models.TextField(blank=True, default="", editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(fill_words, migrations.RunPython.noop),
    ]
