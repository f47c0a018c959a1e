# reachcheck in a container, built from this checkout and from the registries of Docker and PyPI.
# No container engine was at hand when this was written: it has been read, and not been run. Tell us if it fails.
#
#   docker build -t reachcheck .
#   docker run --rm --network none -v "$PWD:/data:ro" reachcheck analyze my-export.zip
#   docker run --rm --network none reachcheck demo nathan-3000
#
# --network none is a promise kept by the engine: nothing that is read can leave. Without -o, results go to standard
# output; to write files, mount a folder of your own without :ro and run with --user "$(id -u)".

FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-compile /wheels/*.whl "libipld>=3.0" \
    && useradd --create-home --uid 1000 reader
USER reader
WORKDIR /data
ENV PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
ENTRYPOINT ["reachcheck"]
CMD ["--help"]
