# Builds Tiller and puts it on a small Java runtime. See docs/install/docker.md.
#   docker build --build-arg COMMIT=$(git rev-parse --short=12 HEAD) -t tiller .
#   docker run --read-only --tmpfs /tmp --stop-timeout 30 -p 127.0.0.1:8080:8080 -v tiller:/var/lib/tiller --env-file .env tiller

FROM maven:3-eclipse-temurin-25 AS build
ARG COMMIT=unknown
WORKDIR /src
COPY . .
RUN mvn -B -ntp -P '!format' -Dtiller.commit="$COMMIT" -DskipTests package
RUN jlink --compress zip-6 --strip-debug --no-header-files --no-man-pages --output /jre --add-modules \
java.naming,java.sql,java.net.http,java.management,java.desktop,java.instrument,java.security.jgss,java.xml,\
jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.jfr,jdk.zipfs,jdk.localedata

FROM debian:stable-slim
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/tiller --create-home tiller
COPY --from=build /jre /opt/tiller/jre
COPY --from=build /src/tiller /src/LICENSE /opt/tiller/
COPY --from=build /src/app/target/tiller.jar /opt/tiller/app/target/
COPY --from=build /src/app/target/lib /opt/tiller/app/target/lib
# The ahead-of-time cache comes from a short run against the stand-ins, on loopback. Without it Tiller starts more slowly, so a
# failure here is none of the build.
RUN TILLER_JAVA_OPTS=-XX:AOTCacheOutput=/opt/tiller/app/target/tiller.aot timeout --signal=TERM 20 /opt/tiller/tiller playground || true
USER tiller
WORKDIR /var/lib/tiller
VOLUME /var/lib/tiller
# Inside a container the address to listen on is the container's own; which one of the machine leads there is up to `-p`.
ENV TILLER_HOST=0.0.0.0 TILLER_PORT=8080 TILLER_DATABASE_URL=jdbc:h2:async:/var/lib/tiller/tiller
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
    CMD curl --fail --silent --output /dev/null "http://127.0.0.1:${TILLER_PORT}/health/ready" || exit 1
ENTRYPOINT ["/opt/tiller/tiller"]
CMD ["serve"]
