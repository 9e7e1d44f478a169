# Not run yet: see docs/settings.md, "In production".
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/app:/app/site \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    VAR_DIR=/srv/madoguchi \
    BIND=0.0.0.0:8000
WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

RUN useradd --system --create-home --uid 10001 madoguchi && \
    install -d -o madoguchi /srv/madoguchi /srv/madoguchi/attachments /srv/madoguchi/media
COPY . .
USER madoguchi

# collectstatic reads the settings but neither the database nor a secret.
RUN SECRET_KEY=0123456789-only-while-the-image-is-built-abcdefghijklmnop \
    DATABASE_URL=postgres://nobody@localhost/nothing \
    ALLOWED_HOSTS=localhost EMAIL_HOST=localhost DEFAULT_FROM_EMAIL=nobody@example.jp \
    PUBLIC_BASE_URL=https://localhost STAFF_BASE_URL=https://localhost \
    python manage.py collectstatic --noinput

EXPOSE 8000
CMD ["gunicorn"]
