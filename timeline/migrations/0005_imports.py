"""Files of events taken in at once, whose rows lie hidden until the last of them is there."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from timeline.models import revision_guard


def guard(apps, schema_editor):
    """Where a changed constraint made the table of revisions anew, its triggers went with the old one."""
    revision_guard.install(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0004_sharing_and_reports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(blank=True, max_length=255, verbose_name='file')),
                ('state', models.CharField(choices=[('running', 'Running'), ('visible', 'Visible'), ('dropped', 'Dropped')], default='running', max_length=10)),
                ('events', models.PositiveIntegerField(default=0)),
                ('known', models.PositiveIntegerField(default=0)),
                ('refused', models.PositiveIntegerField(default=0)),
                ('made', models.JSONField(default=dict)),
                ('host', models.CharField(max_length=255)),
                ('pid', models.PositiveIntegerField()),
                ('started_at', models.DateTimeField()),
                ('alive_at', models.DateTimeField()),
                ('visible_at', models.DateTimeField(null=True)),
                ('swept_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
            },
        ),
        migrations.RemoveConstraint(
            model_name='revision',
            name='revision_verb_is_known',
        ),
        migrations.AlterField(
            model_name='revision',
            name='verb',
            field=models.CharField(choices=[('drafted', 'Drafted'), ('added', 'Added by hand'), ('imported', 'Imported'), ('accepted', 'Accepted'), ('amended', 'Amended'), ('rejected', 'Rejected'), ('corrected', 'Corrected'), ('withdrawn', 'Withdrawn')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['drafted', 'added', 'imported', 'accepted', 'amended', 'rejected', 'corrected', 'withdrawn'])), name='revision_verb_is_known'),
        ),
        migrations.AddField(
            model_name='import',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='import',
            name='timeline',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='timeline.timeline', verbose_name='timeline'),
        ),
        migrations.AddField(
            model_name='article',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='article_rows', to='timeline.import'),
        ),
        migrations.AddField(
            model_name='event',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='event_rows', to='timeline.import'),
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['running', 'visible', 'dropped'])), name='import_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'visible'), ('visible_at__isnull', False)), models.Q(models.Q(('state', 'visible'), _negated=True), ('visible_at__isnull', True)), _connector='OR'), name='import_visible_since_a_moment'),
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.CheckConstraint(condition=models.Q(('swept_at__isnull', True), ('state', 'dropped'), _connector='OR'), name='import_swept_when_dropped'),
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('timeline',), name='import_one_at_a_time'),
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
