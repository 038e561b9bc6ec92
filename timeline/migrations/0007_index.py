"""What the index stands on: a log of public changes, and words kept with the ends that may be sought."""

import django.db.models.deletion
from django.db import migrations, models

from timeline.models.searching import searchable


def keep_ends_of_words(apps, schema_editor):
    events = apps.get_model("timeline", "Event").objects
    changed = []
    for event in events.only("headline", "summary", "words").iterator(chunk_size=1000):
        words = searchable(event.headline, event.summary)
        if words != event.words:
            event.words = words
            changed.append(event)
        if len(changed) == 1000:
            events.bulk_update(changed, ["words"])
            changed.clear()
    events.bulk_update(changed, ["words"])


class Migration(migrations.Migration):

    dependencies = [("timeline", "0005_imports")]

    operations = [
        migrations.CreateModel(
            name='PublicChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveBigIntegerField()),
                ('batch', models.BigIntegerField(null=True)),
                ('reach', models.CharField(choices=[('events', 'the events named'), ('names', 'words around the events, such as a title or an actor’s name'), ('batch', 'the events of an import, all at once'), ('everything', 'any event may have changed')], max_length=10)),
                ('at', models.DateTimeField()),
                ('event', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='timeline.event')),
                ('timeline', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='public_changes', to='timeline.timeline')),
            ],
            options={
                'verbose_name': 'public change',
                'verbose_name_plural': 'public changes',
                'indexes': [models.Index(fields=['timeline', 'version'], name='change_by_version')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('batch__isnull', True), ('event__isnull', False), ('reach', 'events')), models.Q(('batch__isnull', False), ('event__isnull', True), ('reach', 'batch')), models.Q(('batch__isnull', True), ('event__isnull', True), ('reach__in', ['names', 'everything'])), _connector='OR'), name='change_names_what_it_reaches')],
            },
        ),
        migrations.RunPython(keep_ends_of_words, migrations.RunPython.noop),
    ]
