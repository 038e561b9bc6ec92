"""When each timeline last changed, and what readers say is wrong."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0003_filters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='timeline',
            name='changed_at',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.CreateModel(
            name='ErrorReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=2000, verbose_name='what is wrong')),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='contact')),
                ('status', models.CharField(choices=[('open', 'Open'), ('handled', 'Handled')], default='open', max_length=10, verbose_name='status')),
                ('note', models.TextField(blank=True, verbose_name='what was done')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='received')),
                ('handled_at', models.DateTimeField(editable=False, null=True, verbose_name='handled at')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='error_reports', to='timeline.event', verbose_name='event')),
                ('handled_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handled by')),
            ],
            options={
                'verbose_name': 'error report',
                'verbose_name_plural': 'error reports',
                'ordering': ['-status', 'created_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='report_says_something'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('text'), 2000), name='report_is_short'), models.CheckConstraint(condition=models.Q(models.Q(('handled_at__isnull', True), ('handled_by__isnull', True), ('note', ''), ('status', 'open')), models.Q(('contact', ''), ('handled_at__isnull', False), ('handled_by__isnull', False), ('status', 'handled'), models.Q(('note', ''), _negated=True)), _connector='OR'), name='report_handled_by_someone_with_a_note')],
            },
        ),
    ]
