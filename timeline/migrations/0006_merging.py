"""Which events may be one happening, and which drafts were merged into which events."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0005_imports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='merge', to='timeline.event')),
                ('into', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='timeline.event')),
            ],
            options={
                'verbose_name': 'merged draft',
                'verbose_name_plural': 'merged drafts',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('draft', models.F('into')), _negated=True), name='merge_into_another')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bond', models.CharField(choices=[('same', 'the same'), ('follow-up', 'a plan and what came of it')], default='same', max_length=10)),
                ('score', models.FloatField(default=1.0)),
                ('reasons', models.JSONField(blank=True, default=list)),
                ('status', models.CharField(choices=[('open', 'Open'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='open', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
                ('decided_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.event')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.event')),
            ],
            options={
                'verbose_name': 'proposal to merge',
                'verbose_name_plural': 'proposals to merge',
                'ordering': ['-score', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('earlier', 'later'), name='proposal_once_for_a_pair'), models.CheckConstraint(condition=models.Q(('earlier__lt', models.F('later'))), name='proposal_earlier_before_later'), models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', 1)), name='proposal_score_0_to_1'), models.CheckConstraint(condition=models.Q(('bond__in', ['same', 'follow-up'])), name='proposal_bond_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('status', 'open')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('status__in', ['accepted', 'declined'])), _connector='OR'), name='proposal_decided_by_someone_at_a_moment')],
            },
        ),
    ]
