# The bot, by long polling: docker build -t selon . && docker run --env-file .env selon
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
# The environment has no pip of its own: what runs needs none.
RUN python -m venv --without-pip /opt/selon \
    && python -m pip --python /opt/selon/bin/python install \
        --no-cache-dir --disable-pip-version-check --root-user-action ignore --constraint constraints.txt .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin selon
COPY --from=build /opt/selon /opt/selon
ENV PATH=/opt/selon/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite:////data/selon.db \
    CACHE_DIR=/data/cache \
    HEALTH_FILE=/dev/shm/selon-polled
RUN install -d -o selon -g selon -m 700 /data
VOLUME /data
USER 10001
WORKDIR /
# A poll takes 25 seconds when nothing happens; the file is touched after each that succeeded.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, sys, time; p = os.environ['HEALTH_FILE']; sys.exit(not (os.path.exists(p) and time.time() - os.path.getmtime(p) < 90))"]
ENTRYPOINT ["selon"]
CMD ["run"]
