import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SentMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("notification", models.CharField(max_length=40, verbose_name="kind of message")),
                ("channel", models.CharField(max_length=20, verbose_name="channel")),
                ("recipient", models.CharField(max_length=254, verbose_name="recipient")),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="sent at")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="messages", to="submissions.event"
                    ),
                ),
            ],
            options={
                "verbose_name": "sent message",
                "verbose_name_plural": "sent messages",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "notification", "channel"), name="one_message_an_event")
                ],
            },
        ),
    ]
